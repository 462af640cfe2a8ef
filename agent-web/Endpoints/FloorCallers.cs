using CrmUms.Acd;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Callers whom a supervisor gives to an agent by name, one after the other.</summary>
internal static class FloorCallers
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(15);

    public static async Task<IResult> AssignAsync(
        AssignCallersRequest request, HttpContext context, AcdRefs acd, PostgresAuditLog audit)
    {
        if (FloorEndpoints.IdsOf(request.Callers) is not { } callers
            || !Guid.TryParseExact(request.Agent, "n", out var agent))
        {
            return Problems.BadInput("callers is a list of ids, agent is an id.");
        }

        var by = context.User.AgentId();
        var results = new List<ActResultView>();
        foreach (var caller in callers.Select(each => new InteractionId(each)))
        {
            await audit.WriteAsync(by.Value, "caller-assigned", caller.ToString(), context.RequestAborted);
            var reply = await acd.Agents.Ask<AssignReply>(
                new AssignCaller(caller, new AgentId(agent), by), ReplyMax, context.RequestAborted);
            results.Add(new ActResultView(caller.ToString(), WordOf(reply.Refusal)));
        }

        return Results.Ok(new ActResultsView(results));
    }

    private static string? WordOf(AssignRefusal? refusal) =>
        refusal is { } reason ? "assign" + reason : null;
}
