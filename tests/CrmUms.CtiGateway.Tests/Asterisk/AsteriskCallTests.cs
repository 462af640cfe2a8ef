using System.Diagnostics;
using System.Text;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.SipPhone;
using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>What only a real telephone can show: codes on the wire, digits, odd callers, speed.</summary>
[Collection("asterisk")]
public sealed class AsteriskCallTests(AsteriskServer server) : IAsyncLifetime
{
    private static readonly CancellationToken No = CancellationToken.None;

    private AsteriskStage _stage = null!;

    public static TheoryData<string> OddCallers => new(
        "\"O'Brien \\\"the\\\" <boss>\" <sip:+998901234567@127.0.0.1>",
        "\"Тимур Юсупов\" <sip:%D1%82%D0%B8%D0%BC%D1%83%D1%80@127.0.0.1>",
        "\"CP1251: %D2%E8\" <sip:%D2%E8%EC%F3%F0@127.0.0.1>",
        $"<sip:{new string('9', 200)}@127.0.0.1>",
        "\"x\" <sip:%22drop%20table%22@127.0.0.1>",
        "<sip:127.0.0.1>",
        "\"\u0001\u0002\" <sip:a%00b@127.0.0.1>",
        "\"emoji 📞\" <sip:alice;phone-context=x@127.0.0.1>");

    public async ValueTask InitializeAsync() => _stage = await AsteriskStage.RaiseAsync(server);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [MemberData(nameof(OddCallers))]
    public async Task An_odd_caller_arrives_like_any_other(string from)
    {
        await _stage.CallInAsync("1000", "x", new CallOptions { RawFrom = from });

        var arrived = await _stage.FactAsync<CallArrived>();

        arrived.Dialled.ShouldBe("1000");
        (await _stage.Calls.AnswerAsync(arrived.Leg, new InteractionId(Guid.NewGuid()), No))
            .ShouldBe(LegOutcome.Done.Instance);
        _stage.UntakenFacts().OfType<PbxLinkLost>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_whose_address_is_not_SIP_does_not_arrive_and_harms_nobody()
    {
        // Asterisk drops what its SIP parser cannot read, without a reply.
        await _stage.CallInAsync("1000", "x", new CallOptions { RawFrom = "<sip:тимур@127.0.0.1>" });

        await _stage.CallInAsync("1001", "+998901234567");

        (await _stage.FactAsync<CallArrived>()).Dialled.ShouldBe("1001");
    }

    [Theory]
    [InlineData(HangUpReason.UnknownNumber, 404)]
    [InlineData(HangUpReason.Congestion, 503)]
    [InlineData(HangUpReason.Busy, 486)]
    [InlineData(HangUpReason.Rejected, 403)]
    public async Task A_caller_who_is_turned_away_learns_why(HangUpReason reason, int status)
    {
        var call = await _stage.CallInAsync("4711", "+998901234567", new CallOptions());
        var caller = (await _stage.FactAsync<CallArrived>()).Leg;

        await _stage.Calls.HangUpAsync(caller, reason, No);

        (await call.WaitForEndAsync(PbxStage.Patience)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Digits_reach_the_caller()
    {
        var call = await _stage.CallInAsync("1000", "+998901234567", new CallOptions());
        var caller = await AnswerAsync();

        await _stage.Calls.SendDigitsAsync(caller, "1*5#", No);

        await call.Media.WaitForDigitsAsync("1*5#", PbxStage.Patience);
    }

    [Fact]
    public async Task A_caller_with_music_stands_in_no_bridge_where_it_could_not_be_stopped_for_certain()
    {
        await _stage.CallInAsync("1000", "+998901234567");
        var caller = await AnswerAsync();

        await _stage.Calls.PlayMusicAsync(caller, "default", No);

        await _stage.ShouldHearMusicAsync(caller, "default");
        var list = BridgesRequests.List();
        var bridges = list.Read(await _stage.AskAsync(list));
        bridges.SelectMany(bridge => bridge.Channels).ShouldNotContain(caller.Value);
    }

    [Fact]
    public async Task A_prompt_that_does_not_exist_is_told_as_failed()
    {
        await _stage.CallInAsync("1000", "+998901234567");
        var caller = await AnswerAsync();
        var play = new PlayId("nothing-there");

        await _stage.Calls.PlayAsync(caller, play, ["no-such-prompt"], "ru", No);

        (await _stage.FactAsync<PromptFinished>()).ShouldBe(new PromptFinished(play, caller, Failed: true));
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_it_rings_is_told()
    {
        var call = await _stage.CallInAsync("1000", "+998901234567", new CallOptions());
        var caller = (await _stage.FactAsync<CallArrived>()).Leg;

        await call.HangUpAsync();

        (await _stage.FactAsync<CallerLegEnded>()).Leg.ShouldBe(caller);
    }

    /// <summary>Run by hand: figures for the README. Prints p50 and p99 of 200 repetitions.</summary>
    [Fact(Explicit = true)]
    public async Task Measure_the_requests_that_somebody_waits_for()
    {
        var agent = new AgentId(Guid.CreateVersion7());
        var leg = new LegId($"leg-{agent}-1");
        await _stage.RegisterAsync(agent, await _stage.Phones.ProvisionAsync(agent, No));
        await _stage.Calls.OpenAgentLegAsync(agent, leg, No);
        await _stage.FactAsync<AgentLegOpened>();
        var samples = new Dictionary<string, List<double>>();
        for (var round = 1; round <= 200; round++)
        {
            var invited = Stopwatch.GetTimestamp();
            var call = await _stage.CallInAsync("1000", "+998901234567", new CallOptions());
            var caller = (await _stage.FactAsync<CallArrived>()).Leg;
            Add("INVITE to CallArrived", invited);
            var interaction = new InteractionId(Guid.CreateVersion7());
            var conversation = new ConversationId(interaction, 1);
            await TimedAsync("answer", () => _stage.Calls.AnswerAsync(caller, interaction, No));
            await TimedAsync("music", () => _stage.Calls.PlayMusicAsync(caller, "default", No));
            await TimedAsync("prepare", () => _stage.Calls.PrepareJoinAsync(conversation, No));
            await TimedAsync("join", () => _stage.Calls.JoinAsync(conversation, caller, leg, No));
            await TimedAsync("park", () => _stage.Calls.ParkAsync(leg, No));
            await _stage.Calls.HangUpAsync(caller, HangUpReason.Normal, No);
            await _stage.Calls.DissolveAsync(conversation, No);
            await call.WaitForEndAsync(PbxStage.Patience);
        }

        var text = new StringBuilder();
        foreach (var (name, values) in samples)
        {
            values.Sort();
            text.AppendLine($"{name}: p50 {values[100]:0.00} ms, p99 {values[198]:0.00} ms");
        }

        await Console.Error.WriteLineAsync(text.ToString());
        return;

        async Task TimedAsync(string name, Func<Task> request)
        {
            var since = Stopwatch.GetTimestamp();
            await request();
            Add(name, since);
        }

        void Add(string name, long since)
        {
            samples.TryAdd(name, []);
            samples[name].Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
    }

    private async Task<LegId> AnswerAsync()
    {
        var caller = (await _stage.FactAsync<CallArrived>()).Leg;
        await _stage.Calls.AnswerAsync(caller, new InteractionId(Guid.CreateVersion7()), No);
        return caller;
    }
}
