using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What supervisors tell agents: shown on their pages until they confirm it.</summary>
internal static class NoticesEndpoints
{
    private const int TextMax = 1_000;
    private const int SentMax = 100;
    private static readonly TimeSpan SentWithin = TimeSpan.FromDays(1);

    public static void MapNotices(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/floor/notices", SendAsync)
            .RequireAuthorization(Policies.Floor).Produces(StatusCodes.Status204NoContent);
        app.MapGet("/api/floor/notices", ListSentAsync)
            .RequireAuthorization(Policies.Floor).Produces<IReadOnlyList<SentNoticeView>>();
        app.MapGet("/api/notices", ListOpenAsync)
            .RequireAuthorization(Policies.Agent).Produces<IReadOnlyList<NoticeView>>();
        app.MapPost("/api/notices/{id}/confirm", ConfirmAsync)
            .RequireAuthorization(Policies.Agent).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SendAsync(
        NoticeRequest request,
        HttpContext context,
        PostgresNotices notices,
        PostgresAuditLog audit,
        ActorSystem system)
    {
        if (FloorEndpoints.AgentsOf(request.Agents) is not { } agents
            || request.Text?.Trim() is not { Length: > 0 and <= TextMax } text)
        {
            return Problems.BadInput($"agents is a list of ids, text has 1 to {TextMax} characters.");
        }

        var (by, cancellation) = (context.User.AgentId().Value, context.RequestAborted);
        if (await notices.SendAsync(by, agents, text, cancellation) is not { } id)
        {
            return Problems.NotFound();
        }

        await audit.WriteAsync(by, "notice-sent", id.ToString("n"), cancellation);
        foreach (var agent in agents)
        {
            system.EventStream.Publish(new NoticesChanged(agent));
        }

        return Results.NoContent();
    }

    private static async Task<IReadOnlyList<SentNoticeView>> ListSentAsync(
        PostgresNotices notices, TimeProvider time, CancellationToken cancellation) =>
        [
            .. (await notices.ListSentAsync(time.GetUtcNow() - SentWithin, SentMax, cancellation)).Select(
                notice => new SentNoticeView(
                    notice.NoticeId.ToString("n"), notice.Text, notice.Author, notice.SentAt, notice.Recipients,
                    notice.Confirmed)),
        ];

    private static async Task<IReadOnlyList<NoticeView>> ListOpenAsync(
        HttpContext context, PostgresNotices notices, CancellationToken cancellation) =>
        [
            .. (await notices.ListOpenAsync(context.User.AgentId(), cancellation)).Select(
                notice => new NoticeView(notice.NoticeId.ToString("n"), notice.Text, notice.Author, notice.SentAt)),
        ];

    private static async Task<IResult> ConfirmAsync(
        string id, HttpContext context, PostgresNotices notices, PostgresAuditLog audit)
    {
        var agent = context.User.AgentId();
        if (!Guid.TryParseExact(id, "n", out var notice))
        {
            return Problems.NotFound();
        }

        // Confirming twice is fine: a page that lost its connection says it again.
        if (await notices.ConfirmAsync(notice, agent, context.RequestAborted))
        {
            await audit.WriteAsync(agent.Value, "notice-confirmed", id, context.RequestAborted);
        }

        return Results.NoContent();
    }
}
