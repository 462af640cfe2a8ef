using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>What the contracts of a PBX have in common: a stage for each test, and the ways onto it.</summary>
public abstract class PbxContract : IAsyncLifetime
{
    protected static readonly CancellationToken No = CancellationToken.None;

    /// <summary>Set by the time a test runs.</summary>
    protected PbxStage Stage { get; private set; } = null!;

    protected ICallControl Calls => Stage.Calls;

    public async ValueTask InitializeAsync() => Stage = await RaiseStageAsync();

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts up a PBX of its own for each test.</summary>
    protected abstract Task<PbxStage> RaiseStageAsync();

    protected static InteractionId NewInteraction() => new(Guid.CreateVersion7());

    protected async Task<LegId> ArriveAsync()
    {
        await Stage.CallInAsync("1000", "+998901234567");
        return (await Stage.FactAsync<CallArrived>()).Leg;
    }

    protected async Task<LegId> AnsweredAsync()
    {
        var caller = await ArriveAsync();
        (await Calls.AnswerAsync(caller, NewInteraction(), No)).ShouldBe(LegOutcome.Done.Instance);
        return caller;
    }

    protected async Task<(AgentId Agent, LegId Leg)> OpenAgentAsync()
    {
        var agent = new AgentId(Guid.CreateVersion7());
        var leg = new LegId($"leg-{agent}-{Guid.NewGuid():n}");
        await Stage.RegisterAsync(agent, await Stage.Phones.ProvisionAsync(agent, No));
        await Stage.FactAsync<AgentPhoneChanged>(changed => changed.IsRegistered && changed.Agent == agent);
        (await Calls.OpenAgentLegAsync(agent, leg, No)).ShouldBe(LegOutcome.Done.Instance);
        (await Stage.FactAsync<AgentLegOpened>()).ShouldBe(new AgentLegOpened(agent, leg));
        return (agent, leg);
    }

    protected async Task<(LegId Caller, LegId Agent)> TalkingAsync()
    {
        var caller = await AnsweredAsync();
        var (_, agent) = await OpenAgentAsync();
        var conversation = new ConversationId(NewInteraction(), 1);
        await Calls.PlayMusicAsync(caller, "default", No);
        await Calls.PrepareJoinAsync(conversation, No);
        await Calls.PrepareJoinAsync(conversation, No);
        (await Calls.JoinAsync(conversation, caller, agent, No)).ShouldBe(LegOutcome.Done.Instance);
        return (caller, agent);
    }

    protected static PlayId NewPlay() => new(Guid.NewGuid().ToString("n"));
}
