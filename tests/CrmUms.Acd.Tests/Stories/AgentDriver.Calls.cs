using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

// Calls that the agent makes, hands on and shares.
internal sealed partial class AgentDriver
{
    public AgentId Id => id;

    /// <summary>His audio leg, as the PBX has it.</summary>
    public LegId Leg => world.Pbx.Snapshot().AgentLegs.Single(leg => leg.Agent == id).Leg;

    public Task<AgentReply> DialAsync(string number) => world.DoAsync(new DialNumber(id, number));

    public Task<ShownNumber> AskShownNumberAsync(string number) =>
        world.AskAsync<ShownNumber>(new GetShownNumber(id, number));

    public Task<AgentReply> CallAsync(AgentDriver other) => world.DoAsync(new CallColleague(id, other.Id));

    public Task<AgentReply> TransferAsync(CallView call, CallTarget target, string note = "") =>
        world.DoAsync(new InviteParty(id, call.Interaction, PartyPurpose.Transfer, target, note));

    public Task<AgentReply> ConsultAsync(CallView call, CallTarget target, string note = "") =>
        world.DoAsync(new InviteParty(id, call.Interaction, PartyPurpose.Consultation, target, note));

    public Task<AgentReply> AddAsync(CallView call, CallTarget target) =>
        world.DoAsync(new InviteParty(id, call.Interaction, PartyPurpose.Conference, target, ""));

    public Task<AgentReply> StepAsync(CallView call, PartyStep step) =>
        world.DoAsync(new StepWithParties(id, call.Interaction, step));

    public Task<AgentReply> MutePartyAsync(CallView call, PartyId party, bool muted = true) =>
        world.DoAsync(new MuteParty(id, call.Interaction, party, muted));

    public Task<AgentReply> RemoveAsync(CallView call, PartyId party) =>
        world.DoAsync(new RemoveParty(id, call.Interaction, party));

    public Task<AgentView> SeesStageAsync(string stage) =>
        SeesAsync(view => view.Call?.Stage == stage, $"the call is {stage}");

    public Task<AgentView> SeesPartyAsync(PartyId party, PartyState state) => SeesAsync(
        view => view.Call?.Parties.Any(one => one.Id == party && one.State == state) == true, $"{party} is {state}");
}
