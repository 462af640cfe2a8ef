using CrmUms.Acd;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.History;
using CrmUms.CrmCore.Ports;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What has been: agents see their own calls, supervisors all.</summary>
internal static class HistoryEndpoints
{
    private const int LimitDefault = 50;

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public static void MapHistory(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/history").RequireAuthorization(Policies.History);
        group.MapGet("", ListAsync).Produces<HistoryPageView>();
        group.MapGet("/{interactionId}", FindAsync).Produces<HistoryDetailView>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        IHistoryStore history,
        CancellationToken cancellation,
        string? before = null,
        int limit = LimitDefault,
        string? agentId = null)
    {
        HistoryCursor? cursor = null;
        if (before is not null && !HistoryCursor.TryParse(before, out cursor))
        {
            return Problems.BadInput("before is the next of a former page.");
        }

        if (limit is < 1 or > HistoryQuery.LimitMax)
        {
            return Problems.BadInput($"limit is 1 to {HistoryQuery.LimitMax}.");
        }

        AgentId? agent = context.User.IsInRole(Roles.Agent) ? context.User.AgentId() : null;
        if (agentId is not null)
        {
            if (!Guid.TryParseExact(agentId, "n", out var wanted))
            {
                return Problems.BadInput("agentId is 32 hexadecimal digits.");
            }

            if (agent is { } self && self.Value != wanted)
            {
                return Problems.NotAllowed();
            }

            agent = new AgentId(wanted);
        }

        var page = await history.ReadAsync(new HistoryQuery(agent, cursor, limit), cancellation);
        return Results.Ok(page.ToView());
    }

    private static async Task<IResult> FindAsync(
        string interactionId, HttpContext context, IHistoryStore history, AcdRefs acd, CancellationToken cancellation)
    {
        // Somebody else's call is no more to be found than one that is not there.
        var detail = Guid.TryParseExact(interactionId, "n", out var id)
            ? await history.FindAsync(new InteractionId(id), cancellation)
            : null;
        if (detail is null || !context.User.MaySee(detail.Row))
        {
            return Problems.NotFound();
        }

        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var told = context.User.IsInRole(Roles.Agent)
            ? QuietListeners.LeftOut(detail, rules.Settings.AgentsSeeListeners)
            : detail;
        return Results.Ok(told.ToView(rules));
    }
}
