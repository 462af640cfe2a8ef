using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit.Contracts;

/// <summary>What every PBX owes the ACD about agents' phones. Inherited by the fake and by the real one.</summary>
public abstract class AgentPhonesContract : IAsyncLifetime
{
    private const int SecretLengthMin = 32; // 128 bits in hexadecimal digits.

    private static readonly CancellationToken No = CancellationToken.None;

    protected PbxStage Stage { get; private set; } = null!;

    protected AgentId Agent { get; } = new(Guid.CreateVersion7());

    public async ValueTask InitializeAsync() => Stage = await RaiseStageAsync();

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_sign_in_has_a_fresh_secret()
    {
        var first = await Stage.Phones.ProvisionAsync(Agent, No);
        var second = await Stage.Phones.ProvisionAsync(Agent, No);

        first.Secret.Length.ShouldBeGreaterThanOrEqualTo(SecretLengthMin);
        second.Secret.ShouldNotBe(first.Secret);
        (second.UserName, second.SipUri).ShouldBe((first.UserName, first.SipUri));
        second.ToString().ShouldNotContain(second.Secret);
    }

    [Fact]
    public async Task A_registered_phone_is_told_and_can_be_called_once()
    {
        await RegisterAsync();
        var leg = NewLeg();

        (await Stage.Calls.OpenAgentLegAsync(Agent, leg, No)).ShouldBe(LegOutcome.Done.Instance);
        (await Stage.Calls.OpenAgentLegAsync(Agent, leg, No)).ShouldBe(LegOutcome.Done.Instance);

        (await Stage.FactAsync<AgentLegOpened>()).ShouldBe(new AgentLegOpened(Agent, leg));
        await Stage.Calls.HangUpAsync(leg, HangUpReason.Normal, No);
        (await Stage.FactAsync<AgentLegEnded>()).ShouldBe(new AgentLegEnded(Agent, leg));
        Stage.UntakenFacts().OfType<AgentLegOpened>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_phone_that_is_not_registered_cannot_be_called()
    {
        await Stage.Phones.ProvisionAsync(Agent, No);
        var leg = NewLeg();

        (await Stage.Calls.OpenAgentLegAsync(Agent, leg, No)).ShouldBe(new LegOutcome.Gone(leg));
    }

    [Fact]
    public async Task A_phone_that_was_never_made_cannot_be_called()
    {
        var leg = NewLeg();

        (await Stage.Calls.OpenAgentLegAsync(Agent, leg, No)).ShouldBe(new LegOutcome.Gone(leg));
    }

    [Fact]
    public async Task When_the_page_is_gone_so_are_registration_and_leg()
    {
        await RegisterAsync();
        var leg = NewLeg();
        await Stage.Calls.OpenAgentLegAsync(Agent, leg, No);
        await Stage.FactAsync<AgentLegOpened>();

        await Stage.CloseAgentPageAsync(Agent);

        await Stage.FactAsync<AgentPhoneChanged>(changed => !changed.IsRegistered && changed.Agent == Agent);
        (await Stage.FactAsync<AgentLegEnded>()).ShouldBe(new AgentLegEnded(Agent, leg));
    }

    [Fact]
    public async Task A_new_secret_leaves_the_open_leg_alone()
    {
        await RegisterAsync();
        var leg = NewLeg();
        await Stage.Calls.OpenAgentLegAsync(Agent, leg, No);
        await Stage.FactAsync<AgentLegOpened>();

        await Stage.Phones.ProvisionAsync(Agent, No);

        (await Stage.Calls.ParkAsync(leg, No)).ShouldBe(LegOutcome.Done.Instance);
    }

    [Fact]
    public async Task A_removed_phone_is_told_and_cannot_be_called()
    {
        await RegisterAsync();

        await Stage.Phones.RemoveAsync(Agent, No);
        await Stage.Phones.RemoveAsync(Agent, No);

        await Stage.FactAsync<AgentPhoneChanged>(changed => !changed.IsRegistered && changed.Agent == Agent);
        var leg = NewLeg();
        (await Stage.Calls.OpenAgentLegAsync(Agent, leg, No)).ShouldBe(new LegOutcome.Gone(leg));
    }

    /// <summary>Puts up a PBX of its own for each test.</summary>
    protected abstract Task<PbxStage> RaiseStageAsync();

    protected async Task RegisterAsync()
    {
        await Stage.RegisterAsync(Agent, await Stage.Phones.ProvisionAsync(Agent, No));
        await Stage.FactAsync<AgentPhoneChanged>(changed => changed.IsRegistered && changed.Agent == Agent);
    }

    protected LegId NewLeg() => new($"leg-{Agent}-{Guid.NewGuid():n}");
}
