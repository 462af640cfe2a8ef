using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>The wire of a desk, an agent's or a supervisor's (WIRE.md). Method names are wire names.</summary>
[Authorize(Policy = Policies.Desk)]
internal sealed partial class DeskHub(DesksRef desks, IHubContext<DeskHub, IDeskClient> hub, TimeProvider time)
    : Hub<IDeskClient>
{
    public const string Path = "/hubs/desk";

    // A little longer than a desk waits for the agent.
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(20);

    private AgentId Agent => Context.User!.AgentId();

    private IActorRef Desk => (IActorRef)Context.Items[typeof(IActorRef)]!;

    public override async Task OnConnectedAsync()
    {
        var page = new DeskPage(Context, hub.Clients.Client(Context.ConnectionId), time);
        var opened = await desks.Ref.Ask<DeskOpened>(new OpenDesk(Agent, page), ReplyMax);
        Context.Items[typeof(IActorRef)] = opened.Desk;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items.ContainsKey(typeof(IActorRef)))
        {
            Desk.Tell(new LeavePage(Context.ConnectionId), ActorRefs.NoSender);
        }

        return Task.CompletedTask;
    }

    public Task<DeskSnapshot> GetDesk() =>
        Desk.Ask<DeskSnapshot>(new GetDesk(), ReplyMax, Context.ConnectionAborted);

    public void WatchDirectory() => Desk.Tell(Desks.WatchDirectory.Instance, ActorRefs.NoSender);

    public void LeaveDirectory() => Desk.Tell(Desks.LeaveDirectory.Instance, ActorRefs.NoSender);

    public Task<CommandReply> MakeReady(string commandId) => CarryOut(commandId, new MakeReady(Agent));

    public Task<CommandReply> MakeNotReady(string commandId, string reason) =>
        CarryOut(commandId, new MakeNotReady(Agent, reason));

    public Task<CommandReply> OpenAudio(string commandId) => CarryOut(commandId, new OpenAudio(Agent));

    public Task<CommandReply> Answer(string commandId, string interactionId) =>
        CarryOut(commandId, interactionId, call => new AnswerOffer(Agent, call));

    public Task<CommandReply> Pick(string commandId, string interactionId) =>
        CarryOut(commandId, interactionId, call => new PickCaller(Agent, call));

    public Task<CommandReply> Hold(string commandId, string interactionId) =>
        CarryOut(commandId, interactionId, call => new HoldCaller(Agent, call));

    public Task<CommandReply> Resume(string commandId, string interactionId) =>
        CarryOut(commandId, interactionId, call => new ResumeCaller(Agent, call));

    public Task<CommandReply> Mute(string commandId, string interactionId, bool muted) =>
        CarryOut(commandId, interactionId, call => new MuteMicrophone(Agent, call, muted));

    public Task<CommandReply> SendDigits(string commandId, string interactionId, string digits) =>
        CarryOut(commandId, interactionId, call => new SendDigits(Agent, call, digits));

    public Task<CommandReply> HangUp(string commandId, string interactionId) =>
        CarryOut(commandId, interactionId, call => new HangUpCaller(Agent, call));

    public Task<CommandReply> RecordWrapUp(
        string commandId, string interactionId, WrapUpForm result, string? notReadyReason) =>
        CarryOut(commandId, interactionId, call => new RecordWrapUp(
            Agent, call, new WrapUpResult(result.Topic, result.Result, result.Note ?? ""), notReadyReason));

    public Task<CommandReply> ExtendWrapUp(string commandId, string interactionId, string reason) =>
        CarryOut(commandId, interactionId, call => new ExtendWrapUp(Agent, call, reason));

    public Task<CommandReply> ReportActivity(string commandId) => CarryOut(commandId, new ReportActivity(Agent));

    public Task<CommandReply> ReportQuality(string commandId, QualityReport quality) => CarryOut(
        commandId,
        new ReportQuality(
            Agent, quality.MicrophoneSilent, quality.NetworkBad, quality.Loss, quality.JitterMs, quality.RttMs));

    public Task<CommandReply> ReportMicrophone(string commandId, bool works) =>
        CarryOut(commandId, new ReportMicrophone(Agent, works));

    private Task<CommandReply> CarryOut(
        string commandId, string interactionId, Func<InteractionId, IAgentCommand> make) =>
        Guid.TryParseExact(interactionId, "n", out var interaction)
            ? CarryOut(commandId, make(new InteractionId(interaction)))
            : Task.FromResult(CommandReply.Refused(AgentRefusal.BadInput));

    private Task<CommandReply> CarryOut(string commandId, IAgentCommand command) =>
        Guid.TryParse(commandId, out var id)
            ? Desk.Ask<CommandReply>(new CarryOut(id, command), ReplyMax, Context.ConnectionAborted)
            : throw new HubException("commandId is not a GUID.");
}
