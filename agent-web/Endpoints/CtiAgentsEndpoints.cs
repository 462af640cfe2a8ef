using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Cti;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using CrmUms.Storage.Audit;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// What other systems do for an agent: the same commands as those of his page, by the same desk, refused for the same
/// reasons. Each is written down before it is carried out.
/// </summary>
internal static class CtiAgentsEndpoints
{
    private const int NumberMax = 40;
    private const int NoteMax = 4_000;

    // A little longer than a desk waits for the agent.
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(20);

    public static void MapCtiAgents(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(CtiEventsEndpoints.Root + "/agents").RequireRateLimiting(CtiLimits.PerKey);
        group.MapGet("", ListAsync).RequireAuthorization(Policies.CtiAgents);
        var state = group.MapGroup("/{agentId}").RequireAuthorization(Policies.CtiAgents);
        Map<CtiCommand>(state, "/ready", (agent, _, _) => new MakeReady(agent), body => body.CommandId);
        Map<CtiNotReady>(
            state,
            "/not-ready",
            (agent, _, body) => new MakeNotReady(agent, body.Reason ?? ""),
            body => body.CommandId);
        Map<CtiCommand>(state, "/sign-out", (agent, _, _) => new SignOut(agent), body => body.CommandId);
        Map<CtiDial>(
            group.MapGroup("/{agentId}").RequireAuthorization(Policies.CtiDial),
            "/dial",
            (agent, _, body) => body.Number is { Length: > 0 and <= NumberMax } number
                ? new DialNumber(agent, number)
                : null,
            body => body.CommandId);
        var call = group.MapGroup("/{agentId}/calls/{interactionId}").RequireAuthorization(Policies.CtiControl);
        Map<CtiCommand>(call, "/answer", (agent, id, _) => new AnswerOffer(agent, id), body => body.CommandId);
        Map<CtiCommand>(call, "/hold", (agent, id, _) => new HoldCaller(agent, id), body => body.CommandId);
        Map<CtiCommand>(call, "/resume", (agent, id, _) => new ResumeCaller(agent, id), body => body.CommandId);
        Map<CtiCommand>(call, "/hang-up", (agent, id, _) => new HangUpCaller(agent, id), body => body.CommandId);
        Map<CtiMute>(
            call, "/mute", (agent, id, body) => new MuteMicrophone(agent, id, body.Muted), body => body.CommandId);
        Map<CtiDigits>(
            call, "/digits", (agent, id, body) => new SendDigits(agent, id, body.Digits ?? ""), body => body.CommandId);
        Map<CtiWrapUp>(call, "/wrap-up", WrapUpOf, body => body.CommandId);
        MapParties(call);
    }

    private static void MapParties(RouteGroupBuilder call)
    {
        foreach (var (act, purpose) in new[]
        {
            ("/transfer", PartyPurpose.Transfer), ("/consult", PartyPurpose.Consultation),
            ("/conference", PartyPurpose.Conference),
        })
        {
            Map<CtiInvitation>(
                call, act, (agent, id, body) => InvitationOf(agent, id, purpose, body), body => body.CommandId);
        }

        foreach (var step in Enum.GetValues<PartyStep>())
        {
            Map<CtiCommand>(
                call,
                "/" + JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString()),
                (agent, id, _) => new StepWithParties(agent, id, step),
                body => body.CommandId);
        }
    }

    private static InviteParty? InvitationOf(
        AgentId agent, InteractionId call, PartyPurpose purpose, CtiInvitation body) =>
        body.To.TryRead(out var target) && body.Note is not { Length: > NoteMax }
            ? new InviteParty(agent, call, purpose, target, body.Note ?? "")
            : null;

    private static RecordWrapUp? WrapUpOf(AgentId agent, InteractionId call, CtiWrapUp body) =>
        body.Note is not { Length: > NoteMax }
            ? new RecordWrapUp(
                agent, call, new WrapUpResult(body.Topic, body.Result, body.Note ?? ""), body.NotReadyReason)
            : null;

    private static void Map<TBody>(
        RouteGroupBuilder group,
        string act,
        Func<AgentId, InteractionId, TBody, IAgentCommand?> commandOf,
        Func<TBody, Guid> idOf)
        where TBody : class =>
        group.MapPost(act, async (TBody body, string agentId, HttpContext context, CtiCommands commands) =>
            {
                var call = context.Request.RouteValues.GetValueOrDefault("interactionId") as string;
                if (!TryReadId(agentId, out var agent) || !TryReadId(call ?? $"{Guid.Empty:n}", out var interaction))
                {
                    return Problems.NotFound();
                }

                if (idOf(body) == Guid.Empty)
                {
                    return Problems.BadInput("commandId is a GUID, a new one for each command.");
                }

                return commandOf(new AgentId(agent), new InteractionId(interaction), body) is { } command
                    ? await commands.CarryOutAsync(context, idOf(body), act[1..], command)
                    : Problems.BadInput("number, to or note is missing or makes no sense.");
            })
            .Produces(StatusCodes.Status204NoContent);

    private static bool TryReadId(string text, out Guid id) => Guid.TryParseExact(text, "n", out id);

    private static async Task<CtiAgentsView> ListAsync(
        AcdRefs acd, PostgresEmployeeStore employees, CancellationToken cancellation)
    {
        var views = await acd.Agents.Ask<AgentViews>(new GetAgentViews(), ReplyMax, cancellation);
        var logins = (await employees.ListAsync(cancellation))
            .ToDictionary(employee => employee.EmployeeId, employee => employee.Login);
        return new CtiAgentsView(
        [
            .. views.Agents.Select(view => new CtiAgentView(
                view.Agent.ToString(),
                logins.GetValueOrDefault(view.Agent.Value),
                view.DisplayName,
                view.Status,
                view.Reason,
                view.Since,
                view.Call?.Interaction.ToString())),
        ]);
    }
}

/// <summary>Takes other systems' commands to desks.</summary>
internal sealed class CtiCommands(AcdRefs acd, DesksRef desks, IAgentPhones phones, PostgresAuditLog audit)
{
    // A little longer than a desk waits for the agent.
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(20);

    public async Task<IResult> CarryOutAsync(HttpContext context, Guid commandId, string act, IAgentCommand command)
    {
        var (agent, cancellation) = (command.Agent, context.RequestAborted);
        // A desk is made for whoever works here, and for nobody else.
        if (await acd.Agents.Ask<object>(new GetAgentView(agent), ReplyMax, cancellation) is AgentReply.Refused)
        {
            return Problems.NotFound();
        }

        await audit.WriteForKeyAsync(context.User.ApiKeyId(), "cti-" + act, agent.ToString(), cancellation);
        var reply = await desks.Ref.Ask<CommandReply>(
            new CarryOutAt(agent, new CarryOut(commandId, command)), ReplyMax, cancellation);
        if (reply.Refusal is { } refusal)
        {
            return ProblemMapping.OfCommand(refusal);
        }

        if (command is SignOut)
        {
            desks.Ref.Tell(new CloseDesk(agent), ActorRefs.NoSender);
            await phones.RemoveAsync(agent, cancellation);
        }

        return Results.NoContent();
    }
}
