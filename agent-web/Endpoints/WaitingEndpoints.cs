using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Who waits, and serving one of them sooner.</summary>
internal static class WaitingEndpoints
{
    private const int ShownMax = 200; // Of each queue; who goes first stands before the others.

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    public static void MapWaiting(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/waiting").RequireAuthorization(Policies.Floor);
        group.MapGet("", ListAsync).Produces<IReadOnlyList<WaitingView>>();
        group.MapPut("/{interactionId}/priority", GivePriorityAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IReadOnlyList<WaitingView>> ListAsync(AcdRefs acd, CancellationToken cancellation)
    {
        var lines = await acd.Queues.Ask<WaitingLines>(new GetWaitingLines(ShownMax), ReplyMax, cancellation);
        var calls = await acd.Interactions.Ask<CallViews>(
            new GetCallViews([.. lines.Callers.Select(caller => caller.Interaction)]), ReplyMax, cancellation);
        var known = calls.Calls.ToDictionary(call => call.Interaction);
        return
        [
            .. from caller in lines.Callers
               where known.ContainsKey(caller.Interaction)
               select ToView(caller, known[caller.Interaction]),
        ];
    }

    private static async Task<IResult> GivePriorityAsync(
        string interactionId,
        PriorityRequest request,
        HttpContext context,
        AcdRefs acd,
        PostgresAuditLog audit)
    {
        if (!Guid.TryParseExact(interactionId, "n", out var id))
        {
            return Problems.NotFound();
        }

        if (Math.Abs(request.Points) > PriorityRule.PointsMax)
        {
            return Problems.BadInput($"points is a number from -{PriorityRule.PointsMax} to {PriorityRule.PointsMax}.");
        }

        var by = context.User.AgentId();
        await audit.WriteAsync(by.Value, "priority-given", interactionId, CancellationToken.None);
        var reply = await acd.Interactions.Ask<PriorityReply>(
            new GivePriority(new InteractionId(id), request.Points, by), ReplyMax, context.RequestAborted);
        if (reply.IsGiven)
        {
            return Results.NoContent();
        }

        await audit.WriteAsync(by.Value, "priority-given-refused", interactionId, CancellationToken.None);
        return Problems.NotWaiting();
    }

    private static WaitingView ToView(WaitingInLine caller, CallView call) => new(
        caller.Interaction.ToString(),
        call.Kind,
        call.Queue.Value,
        call.QueueName,
        new DeskNumber(call.Number.Kind, call.Number.Shown),
        call.Client is { } client
            ? new HistoryClientView(client.Client.ToString(), client.DisplayName, client.IsVip)
            : null,
        caller.Since,
        caller.Priority,
        call.PointsGiven);
}
