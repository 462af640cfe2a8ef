using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>What happens when Asterisk or we are away, frozen or killed.</summary>
[Collection("asterisk")]
public sealed class AsteriskFailureTests(AsteriskServer server) : IAsyncLifetime
{
    private static readonly CancellationToken No = CancellationToken.None;

    // 404 when the phone is unknown: the carrier has the same address here, and has no such contact.
    private static readonly int[] RefusedStatuses = [401, 403, 404];

    private AsteriskStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await AsteriskStage.RaiseAsync(server);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_frozen_Asterisk_is_noticed_and_its_callers_are_found_again()
    {
        await _stage.CallInAsync("1000", "+998901234567");
        var caller = (await _stage.FactAsync<CallArrived>()).Leg;

        server.Freeze();
        try
        {
            await _stage.FactAsync<PbxLinkLost>();
            var refused = await Should.ThrowAsync<CtiException>(
                () => _stage.Calls.HangUpAsync(caller, HangUpReason.Normal, No));
            refused.Code.ShouldBe(CtiErrorCode.LinkDown);
            refused.IsTransient.ShouldBeTrue();
        }
        finally
        {
            server.Thaw();
        }

        var snapshot = await _stage.FactAsync<PbxSnapshot>();
        snapshot.Callers.ShouldHaveSingleItem().Arrival.Leg.ShouldBe(caller);
        _stage.UntakenFacts().OfType<CallArrived>().ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_restart_of_Asterisk_signed_in_agents_have_their_phones_with_the_same_secrets()
    {
        var agent = new AgentId(Guid.CreateVersion7());
        var credentials = await _stage.Phones.ProvisionAsync(agent, No);
        await _stage.RegisterAsync(agent, credentials);

        server.Kill();
        await _stage.FactAsync<PbxLinkLost>();
        await server.StartAsync();
        await _stage.FactAsync<PbxSnapshot>();

        using var page = new SipRegistration(credentials, server.SipPort, new(System.Net.IPAddress.Loopback, 9));
        await Eventually.BeTrueAsync(
            async () => await page.RegisterAsync() == 200, PbxStage.Patience, "the phone can register again");
    }

    [Fact]
    public async Task A_phone_removed_while_Asterisk_was_away_does_not_come_back()
    {
        var agent = new AgentId(Guid.CreateVersion7());
        var credentials = await _stage.Phones.ProvisionAsync(agent, No);
        server.Kill();
        await _stage.FactAsync<PbxLinkLost>();

        await Should.ThrowAsync<CtiException>(() => _stage.Phones.RemoveAsync(agent, No));
        await server.StartAsync();
        await _stage.FactAsync<PbxSnapshot>();

        await _stage.Phones.RemoveAsync(agent, No); // Behind whatever was to be made again.
        using var page = new SipRegistration(credentials, server.SipPort, new(System.Net.IPAddress.Loopback, 9));
        (await page.RegisterAsync()).ShouldBeOneOf(RefusedStatuses);
    }

    [Fact]
    public async Task A_caller_who_came_while_we_were_away_is_taken_over_with_the_time_of_his_arrival()
    {
        await _stage.DisconnectAsync();
        await _stage.CallInAsync("1000", "+998901234567");
        await _stage.CallInAsync("1000", "+998901234568");
        await Eventually.BeTrueAsync(
            async () => (await _stage.ChannelsAsync()).Count == 2, PbxStage.Patience, "both have come in");

        _stage.Connect();

        // Whoever came before Asterisk noticed our going waits in our hands; the others come over from the fall-back.
        var snapshot = await _stage.FactAsync<PbxSnapshot>();
        var arrivals = snapshot.Callers.Select(caller => caller.Arrival).ToList();
        while (arrivals.Count < 2)
        {
            arrivals.Add(await _stage.FactAsync<CallArrived>());
        }

        arrivals.Select(one => one.CallerId).ShouldBe(["+998901234567", "+998901234568"], ignoreOrder: true);
        arrivals.ShouldAllBe(one => one.Dialled == "1000" && one.At < snapshot.At && one.RecordingFile != "");
    }

    [Fact]
    public async Task The_former_secret_no_longer_registers_and_a_removed_phone_does_not_either()
    {
        var agent = new AgentId(Guid.CreateVersion7());
        var former = await _stage.Phones.ProvisionAsync(agent, No);
        var present = await _stage.Phones.ProvisionAsync(agent, No);
        var contact = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 9);
        using var oldPage = new SipRegistration(former, server.SipPort, contact);
        using var newPage = new SipRegistration(present, server.SipPort, contact);

        (await oldPage.RegisterAsync()).ShouldBeOneOf(RefusedStatuses);
        (await newPage.RegisterAsync()).ShouldBe(200);

        await _stage.Phones.RemoveAsync(agent, No);
        (await newPage.RegisterAsync()).ShouldBeOneOf(RefusedStatuses);
    }

    [Fact]
    public async Task A_reload_of_the_SIP_stack_leaves_phones_and_talks_alone()
    {
        var agent = new AgentId(Guid.CreateVersion7());
        var credentials = await _stage.Phones.ProvisionAsync(agent, No);
        await _stage.RegisterAsync(agent, credentials);
        var leg = new LegId($"leg-{agent}-1");
        await _stage.Calls.OpenAgentLegAsync(agent, leg, No);
        await _stage.FactAsync<AgentLegOpened>();

        (await _stage.AskAsync(new("PUT", "asterisk/modules/res_pjsip.so", null))).IsDone.ShouldBeTrue();

        await _stage.RefreshAsync(agent);
        (await _stage.ChannelsAsync()).ShouldContain(channel => channel.Id == leg.Value);
    }
}
