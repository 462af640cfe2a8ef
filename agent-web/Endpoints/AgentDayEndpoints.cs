using CrmUms.Acd;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>One agent's day: supervisors see everybody's, an agent his own.</summary>
internal static class AgentDayEndpoints
{
    public static void MapAgentDays(this IEndpointRouteBuilder app) => app
        .MapGet("/api/agents/{agentId}/day", FindAsync)
        .RequireAuthorization(Policies.Desk)
        .Produces<AgentDayView>();

    private static async Task<IResult> FindAsync(
        string agentId,
        HttpContext context,
        PostgresAgentDays days,
        PostgresAccountStore accounts,
        AcdServices acd,
        TimeProvider time,
        CancellationToken cancellation,
        string? date = null)
    {
        var now = time.GetUtcNow();
        var day = DayFigures.DayOf(now, acd.Zone);
        if (date is not null && !CentreDay.TryParse(date, out day))
        {
            return Problems.BadInput("date is yyyy-MM-dd, of this century or so.");
        }

        // Somebody else's day is no more to be found than one of nobody.
        if (!Guid.TryParseExact(agentId, "n", out var id)
            || (context.User.IsInRole(Roles.Agent) && context.User.AgentId().Value != id)
            || await accounts.FindAsync(id, cancellation) is not { } account)
        {
            return Problems.NotFound();
        }

        var (from, to) = (
            DayFigures.MidnightOf(day, acd.Zone).ToUniversalTime(),
            DayFigures.MidnightOf(day.AddDays(1), acd.Zone).ToUniversalTime());
        var spans = await days.ReadAsync(new AgentId(id), from, to, cancellation);
        return Results.Ok(new AgentDayView(
            agentId,
            account.DisplayName,
            day,
            acd.Zone.Id,
            from,
            to,
            now,
            [.. spans.Select(span => Cut(span, from, to))]));
    }

    private static AgentSpanView Cut(AgentSpan span, DateTimeOffset from, DateTimeOffset to) => new(
        span.Status,
        span.Reason,
        span.Interaction?.ToString(),
        span.BeganAt < from ? from : span.BeganAt,
        span.EndedAt > to ? to : span.EndedAt);
}
