using System.Collections.Concurrent;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;
using CrmUms.TestKit;
using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>
/// A real Asterisk with people who speak tones: callers 440 Hz, the first agent 700 Hz, the second 1300 Hz, those whom
/// we call 850 Hz.
/// </summary>
internal sealed class AsteriskStage : PbxStage
{
    private const int CallerHertz = 440;
    private static readonly int[] AgentsHertz = [700, 1300];
    private const int CalleeHertz = 850;
    private const double Heard = -35;
    private const double NotHeard = -50;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly AsteriskServer _server;
    private readonly Phone _callers = new(new PhoneOptions { RtpPortMin = 35_000, RtpPortMax = 35_499 });
    private readonly Phone _callees;
    private readonly ConcurrentQueue<PhoneCall> _callsOut = new();
    private readonly ConcurrentDictionary<LegId, PhoneCall> _calleeCalls = new();
    private readonly ConcurrentQueue<PhoneCall> _callsIn = new(); // The n-th call in is the n-th arrival.
    private readonly ConcurrentQueue<LegId> _arrivals = new();
    private readonly ConcurrentDictionary<LegId, PhoneCall> _agentCalls = new();
    private readonly ConcurrentDictionary<AgentId, (Phone Phone, SipRegistration Registration)> _pages = new();
    private readonly ConcurrentDictionary<AgentId, int> _voices = new();
    private readonly TestLog _log = new();
    private ActorSystem _system = null!;
    private AsteriskGateway _gateway = null!;

    private AsteriskStage(AsteriskServer server)
    {
        _server = server;
        _callees = new Phone(new PhoneOptions
        {
            SipPort = server.CarrierPort,
            RtpPortMin = 33_000,
            RtpPortMax = 33_499,
            Plan = invite => server.IsNewCall(invite["Call-ID"]!) ? PlanOf(Callee) : IncomingPlan.Ignore(),
        });
        _callees.Incoming += _callsOut.Enqueue;
    }

    public override ICallControl Calls => _gateway.Calls;

    public override IAgentPhones Phones => _gateway.Phones;

    public IMusicClasses Music => _gateway.Music;

    public override string Log => _log.ToString();

    public override string LongPrompt => "test-long";

    public override string ShortPrompt => "test-short";

    public override string MissingPrompt => "no-such-prompt";

    public override CalleeHabit Callee { get; set; }

    public override int DialledCount => _callsOut.Count;

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
        AgentOf(leg) is not null ? _agentCalls[leg]
        : _calleeCalls.TryGetValue(leg, out var called) ? called
        : _callsIn.ElementAt(_arrivals.Index().First(one => one.Item == leg).Index);

    public override Task HangUpCallerAsync(LegId caller) => CallOf(caller).HangUpAsync();

    public override Task PressKeyAsync(LegId caller, char digit) =>
        CallOf(caller).Media.SendDigitsAsync(digit.ToString());

    public override async Task RegisterAsync(AgentId agent, PhoneCredentials credentials)
    {
        var voice = AgentsHertz[_voices.Count % AgentsHertz.Length];
        _voices[agent] = voice;
        var phone = new Phone(new PhoneOptions
        {
            RtpPortMin = 35_500,
            RtpPortMax = 35_999,
            Plan = _ => IncomingPlan.Answer() with { Sound = Sound.Tone(voice) },
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
        await CallOf(caller).Media.WaitForToneAsync(VoiceOf(agent), Heard, Patience);
        await CallOf(agent).Media.WaitForToneAsync(VoiceOf(caller), Heard, Patience);
        await CallOf(caller).Media.WaitForNoToneAsync(AsteriskFiles.MusicHertz, NotHeard, Patience);
    }

    public override Task ShouldHearAsync(LegId listener, LegId speaker) =>
        CallOf(listener).Media.WaitForToneAsync(VoiceOf(speaker), Heard, Patience);

    public override Task ShouldNotHearAsync(LegId listener, LegId speaker) =>
        CallOf(listener).Media.WaitForNoToneAsync(VoiceOf(speaker), NotHeard, Patience);

    public override Task ShouldHearMusicAsync(LegId caller, string musicClass) =>
        CallOf(caller).Media.WaitForToneAsync(ToneOf(musicClass), Heard, Patience);

    public override Task ShouldNotHearMusicAsync(LegId caller, string musicClass) =>
        CallOf(caller).Media.WaitForNoToneAsync(ToneOf(musicClass), NotHeard, Patience);

    public override Task ShouldHearPromptAsync(LegId leg) =>
        CallOf(leg).Media.WaitForToneAsync(AsteriskFiles.PromptHertz, Heard, Patience);

    public override Task ShouldNotHearPromptAsync(LegId leg) =>
        CallOf(leg).Media.WaitForNoToneAsync(AsteriskFiles.PromptHertz, NotHeard, Patience);

    public override DialledCall LastDialled(IEnumerable<string> headers)
    {
        var invite = _callsOut.Last().Invite;
        return new DialledCall(
            UserOf(invite.Uri),
            UserOf(invite["From"]!),
            headers.ToDictionary(name => name, name => invite[name] ?? ""));
    }

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
        await _callees.DisposeAsync();
    }

    private static IncomingPlan PlanOf(CalleeHabit habit)
    {
        var plan = habit switch
        {
            CalleeHabit.Answers => IncomingPlan.Answer(Moment),
            CalleeHabit.IsBusy => IncomingPlan.Refuse(486),
            CalleeHabit.Declines => IncomingPlan.Refuse(603, Moment),
            CalleeHabit.Rings => IncomingPlan.Ring(),
            CalleeHabit.IsUnknown => IncomingPlan.Refuse(404),
            CalleeHabit.IsSilent => IncomingPlan.Ignore(),
            _ => throw new NotSupportedException(habit.ToString()),
        };
        return plan with { Sound = Sound.Tone(CalleeHertz) };
    }

    // <sip:+998901234567@127.0.0.1>;tag=… or sip:+998901234567@127.0.0.1:15070
    private static string UserOf(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return Uri.UnescapeDataString(address[(address.IndexOf("sip:", StringComparison.Ordinal) + 4)..at]);
    }

    private static int ToneOf(string musicClass) =>
        musicClass == "soft" ? AsteriskFiles.SoftMusicHertz : AsteriskFiles.MusicHertz;

    private int VoiceOf(LegId leg) =>
        AgentOf(leg) is { } agent ? _voices[agent]
        : OutboundLegs.InteractionOf(leg) is null ? CallerHertz
        : CalleeHertz;

    // leg-<32 digits>-…
    private static AgentId? AgentOf(LegId leg) =>
        leg.Value.StartsWith("leg-", StringComparison.Ordinal) ? new AgentId(Guid.Parse(leg.Value[4..36])) : null;

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

        else if (fact is OutboundLegAnswered answered)
        {
            _calleeCalls[answered.Leg] = _callsOut.Last();
        }

        Told(fact);
    }

    private sealed class FactTaker : ReceiveActor
    {
        public FactTaker(Action<object> take) => ReceiveAny(take);
    }
}
