using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using CrmUms.Storage.Audit;
using Microsoft.AspNetCore.Mvc;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What a supervisor does on the floor. Everything is written down, done or refused one by one.</summary>
internal static class FloorEndpoints
{
    private const long ExportBytesMax = 4 * 1024 * 1024;
    private const int AtOnceMax = 500;
    private const string NotWaiting = "notWaiting";

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(15);

    public static void MapFloor(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/floor").RequireAuthorization(Policies.Floor);
        group.MapPost("/agents/state", ChangeStateAsync).Produces<ActResultsView>();
        group.MapPost("/agents/work", FloorWork.ChangeAsync).Produces<RulesVersionView>();
        group.MapPost("/callers/move", MoveCallersAsync).Produces<ActResultsView>();
        group.MapPost("/callers/assign", FloorCallers.AssignAsync).Produces<ActResultsView>();
        app.MapPost("/api/floor/export", ExportAsync)
            .RequireAuthorization(Policies.Supervision)
            .WithMetadata(new RequestSizeLimitAttribute(ExportBytesMax))
            .Produces(StatusCodes.Status200OK, contentType: Workbook.MediaType);
    }

    /// <summary>Ids of the wire as agents; null when one of them is none, or there are too many.</summary>
    internal static IReadOnlyList<AgentId>? AgentsOf(IReadOnlyList<string>? ids) =>
        IdsOf(ids)?.Select(id => new AgentId(id)).ToList();

    private static async Task<IResult> ChangeStateAsync(
        AgentStateRequest request,
        HttpContext context,
        AcdRefs acd,
        DesksRef desks,
        IAgentPhones phones,
        PostgresAuditLog audit)
    {
        if (AgentsOf(request.Agents) is not { } agents)
        {
            return Problems.BadInput($"agents has 1 to {AtOnceMax} ids.");
        }

        if (request.Act == AgentAct.NotReady && string.IsNullOrEmpty(request.Reason))
        {
            return Problems.BadInput("reason is missing.");
        }

        var (by, cancellation) = (context.User.AgentId().Value, context.RequestAborted);
        var results = new List<ActResultView>();
        foreach (var agent in agents)
        {
            await audit.WriteAsync(by, ActionOf(request.Act), agent.ToString(), cancellation);
            IAgentCommand command = request.Act switch
            {
                AgentAct.Ready => new MakeReady(agent),
                AgentAct.NotReady => new MakeNotReady(agent, request.Reason!),
                AgentAct.SignOut => new SignOut(agent),
                _ => throw new NotSupportedException(),
            };
            var reply = await acd.Agents.Ask<AgentReply>(command, ReplyMax, cancellation);
            if (request.Act == AgentAct.SignOut && reply is AgentReply.Accepted)
            {
                desks.Ref.Tell(new CloseDesk(agent), ActorRefs.NoSender);
                await phones.RemoveAsync(agent, cancellation);
            }

            results.Add(new ActResultView(agent.ToString(), RefusalOf(reply)));
        }

        return Results.Ok(new ActResultsView(results));
    }

    private static async Task<IResult> MoveCallersAsync(
        MoveCallersRequest request, HttpContext context, AcdRefs acd, PostgresAuditLog audit)
    {
        if (IdsOf(request.Callers) is not { } callers)
        {
            return Problems.BadInput($"callers has 1 to {AtOnceMax} ids.");
        }

        var by = context.User.AgentId();
        var queue = request.Queue is { Length: > 0 } id ? new QueueId(id) : (QueueId?)null;
        var results = new List<ActResultView>();
        foreach (var caller in callers.Select(each => new InteractionId(each)))
        {
            await audit.WriteAsync(
                by.Value, queue is null ? "caller-taken-out" : "caller-moved", caller.ToString(),
                context.RequestAborted);
            var reply = await acd.Interactions.Ask<TakeOutReply>(
                new TakeOutCaller(caller, queue, by), ReplyMax, context.RequestAborted);
            results.Add(new ActResultView(caller.ToString(), reply.IsTaken ? null : NotWaiting));
        }

        return Results.Ok(new ActResultsView(results));
    }

    private static async Task<IResult> ExportAsync(
        ExportRequest request, HttpContext context, PostgresAuditLog audit)
    {
        if (Workbook.ProblemOf(request) is { } problem)
        {
            return Problems.BadInput(problem);
        }

        await audit.WriteAsync(context.User.AgentId().Value, "floor-exported", null, context.RequestAborted);
        var file = await Workbook.WriteAsync(request, context.RequestAborted);
        return Results.File(file, Workbook.MediaType);
    }

    /// <summary>Ids of the wire; null when one of them is none, or there are too many.</summary>
    internal static IReadOnlyList<Guid>? IdsOf(IReadOnlyList<string>? ids)
    {
        if (ids is not { Count: > 0 and <= AtOnceMax })
        {
            return null;
        }

        var read = new List<Guid>();
        foreach (var text in ids.Distinct())
        {
            if (!Guid.TryParseExact(text, "n", out var id))
            {
                return null;
            }

            read.Add(id);
        }

        return read;
    }

    private static string ActionOf(AgentAct act) => act switch
    {
        AgentAct.Ready => "agent-made-ready",
        AgentAct.NotReady => "agent-made-not-ready",
        AgentAct.SignOut => "agent-signed-out-by-supervisor",
        _ => throw new NotSupportedException(act.ToString()),
    };

    private static string? RefusalOf(AgentReply reply) => reply is AgentReply.Refused refused
        ? JsonNamingPolicy.CamelCase.ConvertName(refused.Reason.ToString())
        : null;
}
