using System.Collections.Concurrent;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;
using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>A real Asterisk with callers and agents who speak tones: the caller 440 Hz, the agent 700 Hz.</summary>
internal sealed class AsteriskStage : PbxStage
{
    private const int CallerHertz = 440;
    private const int AgentHertz = 700;
    private const double Heard = -35;
    private const double NotHeard = -50;

    private readonly AsteriskServer _server;
    private readonly Phone _callers = new(new PhoneOptions { RtpPortMin = 35_000, RtpPortMax = 35_499 });
    private readonly ConcurrentQueue<PhoneCall> _callsIn = new(); // The n-th call in is the n-th arrival.
    private readonly ConcurrentQueue<LegId> _arrivals = new();
    private readonly ConcurrentDictionary<LegId, PhoneCall> _agentCalls = new();
    private readonly ConcurrentDictionary<AgentId, (Phone Phone, SipRegistration Registration)> _pages = new();
    private readonly TestLog _log = new();
    private ActorSystem _system = null!;
    private AsteriskGateway _gateway = null!;

    private AsteriskStage(AsteriskServer server) => _server = server;

    public override ICallControl Calls => _gateway.Calls;

    public override IAgentPhones Phones => _gateway.Phones;

    public override string Log => _log.ToString();

    public override string LongPrompt => "test-long";

    public override string ShortPrompt => "test-short";

    public static async Task<AsteriskStage> RaiseAsync(AsteriskServer server)
    {
        AsteriskServer.ShouldBeThere();
        var stage = new AsteriskStage(server);
        stage.Connect();
        await stage.FactAsync<PbxSnapshot>();
        return stage;
    }

    public override async Task CallInAsync(string dialled, string callerId) =>
        await CallInAsync(dialled, callerId, new CallOptions { Sound = Sound.Tone(CallerHertz) });

    public async Task<PhoneCall> CallInAsync(string dialled, string callerId, CallOptions options)
    {
        var call = await _callers.CallAsync($"sip:{dialled}@127.0.0.1:{_server.SipPort}", callerId, null, options);
        _callsIn.Enqueue(call);
        return call;
    }

    /// <summary>The telephone at the other end of a leg.</summary>
    public PhoneCall CallOf(LegId leg) =>
        IsAgent(leg) ? _agentCalls[leg] : _callsIn.ElementAt(_arrivals.Index().First(one => one.Item == leg).Index);

    public override Task HangUpCallerAsync(LegId caller) => CallOf(caller).HangUpAsync();

    public override Task PressKeyAsync(LegId caller, char digit) =>
        CallOf(caller).Media.SendDigitsAsync(digit.ToString());

    public override async Task RegisterAsync(AgentId agent, PhoneCredentials credentials)
    {
        var phone = new Phone(new PhoneOptions
        {
            RtpPortMin = 35_500,
            RtpPortMax = 35_999,
            Plan = _ => IncomingPlan.Answer() with { Sound = Sound.Tone(AgentHertz) },
        });
        var registration = new SipRegistration(credentials, _server.SipPort, phone.Address);
        (await registration.RegisterAsync()).ShouldBe(200);
        _pages[agent] = (phone, registration);
    }

    /// <summary>The page registers again, as it does every few minutes.</summary>
    public async Task RefreshAsync(AgentId agent) =>
        (await _pages[agent].Registration.RegisterAsync()).ShouldBe(200);

    // A closed page sends no BYE: its call stays where it is, only the contact goes.
    public override async Task CloseAgentPageAsync(AgentId agent) =>
        (await _pages[agent].Registration.RegisterAsync(expiresSeconds: 0)).ShouldBe(200);

    public override async Task<PbxSnapshot> ReconnectAsync()
    {
        await DisconnectAsync();
        Connect();
        return await FactAsync<PbxSnapshot>();
    }

    public override async Task ShouldHearEachOtherAsync(LegId caller, LegId agent)
    {
        await CallOf(caller).Media.WaitForToneAsync(AgentHertz, Heard, Patience);
        await CallOf(agent).Media.WaitForToneAsync(CallerHertz, Heard, Patience);
        await CallOf(caller).Media.WaitForNoToneAsync(AsteriskFiles.MusicHertz, NotHeard, Patience);
    }

    public override Task ShouldNotHearAsync(LegId listener, LegId speaker) =>
        CallOf(listener).Media.WaitForNoToneAsync(IsAgent(speaker) ? AgentHertz : CallerHertz, NotHeard, Patience);

    public override Task ShouldHearMusicAsync(LegId caller, string musicClass) =>
        CallOf(caller).Media.WaitForToneAsync(
            musicClass == "soft" ? AsteriskFiles.SoftMusicHertz : AsteriskFiles.MusicHertz, Heard, Patience);

    public void Connect()
    {
        _system = ActorSystem.Create("stage");
        var facts = _system.ActorOf(Props.Create(() => new FactTaker(Take)), "facts");
        _gateway = AsteriskGateway.Start(
            _system, facts, _server.Options, _log, TimeProvider.System);
    }

    public async Task DisconnectAsync()
    {
        await _system.Terminate();
        _gateway.Dispose();
    }

    /// <summary>A request past the gateway, as an operator might make it.</summary>
    public async Task<AriReply> AskAsync(AriRequest request)
    {
        using var http = new AriHttp(_server.Options, TimeProvider.System);
        return await http.SendAsync(request, default);
    }

    public async Task<IReadOnlyList<Channel>> ChannelsAsync()
    {
        var list = ChannelsRequests.List();
        return list.Read(await AskAsync(list));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var agent in _pages.Keys)
        {
            await Phones.RemoveAsync(agent, default);
        }

        await DisconnectAsync();
        foreach (var channel in await ChannelsAsync())
        {
            await AskAsync(ChannelsRequests.Hangup(channel.Id));
        }

        await Eventually.BeTrueAsync(
            async () => (await ChannelsAsync()).Count == 0, Patience, "all channels are gone");
        foreach (var (phone, registration) in _pages.Values)
        {
            registration.Dispose();
            await phone.DisposeAsync();
        }

        await _callers.DisposeAsync();
    }

    private static bool IsAgent(LegId leg) => leg.Value.StartsWith("leg-", StringComparison.Ordinal);

    private void Take(object fact)
    {
        if (fact is CallArrived arrived)
        {
            _arrivals.Enqueue(arrived.Leg);
        }
        else if (fact is AgentLegOpened opened)
        {
            _agentCalls[opened.Leg] = _pages[opened.Agent].Phone.Calls.Last();
        }

        Told(fact);
    }

    private sealed class FactTaker : ReceiveActor
    {
        public FactTaker(Action<object> take) => ReceiveAny(take);
    }
}
