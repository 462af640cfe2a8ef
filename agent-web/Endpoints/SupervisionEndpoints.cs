using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// A supervisor goes into other agents' talks with the audio leg of his own desk. What he is in stands in his desk's
/// state (WIRE.md). Every intervention is audited before it is carried out, so that none is without its entry.
/// </summary>
internal static class SupervisionEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(15);

    public static void MapSupervision(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/supervision").RequireAuthorization(Policies.Floor);
        group.MapPut("", SuperviseAsync).Produces(StatusCodes.Status204NoContent);
        group.MapPost("/take-over", TakeOverAsync).Produces(StatusCodes.Status204NoContent);
        group.MapDelete("", StopAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static Task<IResult> SuperviseAsync(
        SupervisionRequest request, HttpContext context, AcdRefs acd, PostgresAuditLog audit) => InterveneAsync(
        request.InteractionId,
        interaction => new Supervise(context.User.AgentId(), interaction, request.Mode),
        $"talk-{request.Mode}".ToLowerInvariant(),
        context,
        acd,
        audit);

    private static Task<IResult> TakeOverAsync(
        TakeOverRequest request, HttpContext context, AcdRefs acd, PostgresAuditLog audit) => InterveneAsync(
        request.InteractionId,
        interaction => new TakeOver(context.User.AgentId(), interaction),
        "talk-taken-over",
        context,
        acd,
        audit);

    private static async Task<IResult> InterveneAsync(
        string interactionId,
        Func<InteractionId, IAgentCommand> wishFor,
        string action,
        HttpContext context,
        AcdRefs acd,
        PostgresAuditLog audit)
    {
        if (!Guid.TryParseExact(interactionId, "n", out var interaction))
        {
            return Problems.NotFound();
        }

        var wish = wishFor(new InteractionId(interaction));
        await audit.WriteAsync(wish.Agent.Value, action, interactionId, CancellationToken.None);
        var reply = await acd.Agents.Ask<AgentReply>(wish, ReplyMax, CancellationToken.None);
        if (reply is AgentReply.Refused refused)
        {
            await audit.WriteAsync(wish.Agent.Value, action + "-refused", interactionId, CancellationToken.None);
            return ProblemOf(refused.Reason);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> StopAsync(HttpContext context, AcdRefs acd, PostgresAuditLog audit)
    {
        var stop = new StopSupervising(context.User.AgentId());
        await audit.WriteAsync(stop.Agent.Value, "talk-left", null, CancellationToken.None);
        var reply = await acd.Agents.Ask<AgentReply>(stop, ReplyMax, context.RequestAborted);
        return reply is AgentReply.Refused refused ? ProblemOf(refused.Reason) : Results.NoContent();
    }

    private static IResult ProblemOf(AgentRefusal refusal) => refusal switch
    {
        AgentRefusal.NotYours => Problems.TalkIsOver(),
        AgentRefusal.WrongState => Problems.NotPossibleNow(),
        AgentRefusal.NoAudio or AgentRefusal.SignedOut => Problems.NoAudio(),
        _ => ProblemMapping.Of(refusal),
    };
}
