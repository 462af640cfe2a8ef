using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Hubs;

// Calls that an agent makes, hands on, and shares with others.
internal sealed partial class DeskHub
{
    public Task<CommandReply> Dial(string commandId, string number) =>
        CarryOut(commandId, new DialNumber(Agent, number ?? ""));

    public Task<DeskShownNumber> GetShownNumber(string number) =>
        ShownNumberAsync(new GetShownNumber(Agent, number ?? ""));

    public Task<CommandReply> CallAgent(string commandId, string agentId) =>
        Guid.TryParseExact(agentId, "n", out var other)
            ? CarryOut(commandId, new CallColleague(Agent, new AgentId(other)))
            : Task.FromResult(CommandReply.Refused(AgentRefusal.BadInput));

    public Task<CommandReply> Transfer(string commandId, string interactionId, DeskTarget target, string? note) =>
        Invite(commandId, interactionId, PartyPurpose.Transfer, target, note);

    public Task<CommandReply> Consult(string commandId, string interactionId, DeskTarget target, string? note) =>
        Invite(commandId, interactionId, PartyPurpose.Consultation, target, note);

    public Task<CommandReply> AddParty(string commandId, string interactionId, DeskTarget target, string? note) =>
        Invite(commandId, interactionId, PartyPurpose.Conference, target, note);

    public Task<CommandReply> Swap(string commandId, string interactionId) =>
        Step(commandId, interactionId, PartyStep.Swap);

    public Task<CommandReply> Merge(string commandId, string interactionId) =>
        Step(commandId, interactionId, PartyStep.Merge);

    public Task<CommandReply> Complete(string commandId, string interactionId) =>
        Step(commandId, interactionId, PartyStep.Complete);

    public Task<CommandReply> CancelTransfer(string commandId, string interactionId) =>
        Step(commandId, interactionId, PartyStep.Cancel);

    public Task<CommandReply> CancelConsult(string commandId, string interactionId) =>
        Step(commandId, interactionId, PartyStep.Cancel);

    public Task<CommandReply> Leave(string commandId, string interactionId) =>
        Step(commandId, interactionId, PartyStep.Leave);

    public Task<CommandReply> MuteParty(string commandId, string interactionId, string partyId, bool muted) =>
        CarryOut(commandId, interactionId, call => new MuteParty(Agent, call, new PartyId(partyId), muted));

    public Task<CommandReply> RemoveParty(string commandId, string interactionId, string partyId) =>
        CarryOut(commandId, interactionId, call => new RemoveParty(Agent, call, new PartyId(partyId)));

    private async Task<DeskShownNumber> ShownNumberAsync(GetShownNumber asked)
    {
        var reply = await Desk.Ask<object>(asked, ReplyMax, Context.ConnectionAborted);
        return reply is ShownNumber shown ? shown.ToDesk() : new DeskShownNumber(null, null, AgentRefusal.UnknownAgent);
    }

    private Task<CommandReply> Step(string commandId, string interactionId, PartyStep step) =>
        CarryOut(commandId, interactionId, call => new StepWithParties(Agent, call, step));

    private Task<CommandReply> Invite(
        string commandId, string interactionId, PartyPurpose purpose, DeskTarget target, string? note) =>
        target.TryRead(out var read)
            ? CarryOut(commandId, interactionId, call => new InviteParty(Agent, call, purpose, read, note ?? ""))
            : Task.FromResult(CommandReply.Refused(AgentRefusal.BadInput));
}
