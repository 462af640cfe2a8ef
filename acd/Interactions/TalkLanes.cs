using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>
/// Who was heard when in a recording: a fold of the interaction's events that asks of every state what the PBX was told
/// (<see cref="Audibles"/>). A recording is that of one leg, so who shares a room with that leg is in it.
/// </summary>
public sealed class TalkLanes
{
    private static readonly Voice TheLine = new(null, null);
    private static readonly Voice TheClient = new(null, PartyId.Client);

    private readonly Func<TalkSupervised, bool> _mayTell;
    private readonly Dictionary<Voice, Lane> _lanes = [];
    private readonly Dictionary<AgentId, SupervisionMode> _supervisors = [];
    private InteractionState? _state;
    private Voice? _recorded;

    private TalkLanes(Func<TalkSupervised, bool> mayTell) => _mayTell = mayTell;

    /// <param name="happened">All that has happened to the interaction, in order.</param>
    /// <param name="recordingFile">Which of its recordings.</param>
    /// <param name="mayTell">Whether the reader may know of a supervisor who came in so.</param>
    /// <returns>Whose leg it is first, then in the order in which they came, the line last.</returns>
    public static IReadOnlyList<TalkLane> Of(
        IEnumerable<IInteractionEvent> happened, string recordingFile, Func<TalkSupervised, bool> mayTell)
    {
        var fold = new TalkLanes(mayTell);
        foreach (var one in happened)
        {
            fold.Hear(one, recordingFile);
        }

        return fold.Lanes();
    }

    private void Hear(IInteractionEvent happened, string recordingFile)
    {
        var before = _state;
        _state = before?.After(happened) ?? InteractionState.Begun(happened);
        if (_state is null)
        {
            return;
        }

        _recorded = RecordedIn(happened) is (var who, var file) && file == recordingFile ? who : _recorded;
        Supervise(happened, before);
        var now = _recorded is { } recorded ? HeardBy(recorded, _state) : [];
        foreach (var gone in _lanes.Where(lane => !now.ContainsKey(lane.Key)))
        {
            gone.Value.Become(null, happened.At);
        }

        foreach (var (voice, heard) in now)
        {
            LaneOf(voice).Become(heard, happened.At);
        }
    }

    private static (Voice Who, string File)? RecordedIn(IInteractionEvent happened) => happened switch
    {
        InteractionArrived arrived => (TheClient, arrived.RecordingFile),
        CallbackAnswered answered => (TheClient, answered.RecordingFile),
        PartyAnswered answered => (new Voice(null, answered.Party), answered.RecordingFile),
        _ => null,
    };

    private void Supervise(IInteractionEvent happened, InteractionState? before)
    {
        // That they are let out by this is not said in events of its own.
        if (_state!.Agent != before?.Agent || !InteractionLifecycle.HasAgentInTalk(_state.Stage))
        {
            _supervisors.Clear();
        }

        switch (happened)
        {
            case TalkSupervised unseen when !_mayTell(unseen):
                _supervisors.Remove(unseen.By);
                break;
            case TalkSupervised supervised:
                _supervisors[supervised.By] = supervised.Mode;
                break;
            case TalkUnsupervised left:
                _supervisors.Remove(left.By);
                break;
            case TalkTakenOver taken:
                Knows(new Voice(taken.By, null), LaneRole.Supervisor);
                break;
            default:
                break;
        }
    }

    private Dictionary<Voice, LaneHearing> HeardBy(Voice recorded, InteractionState state)
    {
        Dictionary<Voice, LaneHearing> heard = [];
        if (!state.IsLive || LegOf(recorded, state) is not { } leg)
        {
            return heard;
        }

        heard[recorded] = IsMuted(recorded, state) ? LaneHearing.Muted : LaneHearing.Talks;
        var voices = HasRoom(state) ? VoicesOf(state).ToList() : [];
        var talking = voices.Count == 0 ? [] : Audibles.Of(state, state.AgentLeg).Talking;
        if (!talking.Contains(leg))
        {
            heard[TheLine] = OfLine(state);
            return heard;
        }

        foreach (var voice in voices.Where(
            voice => voice != recorded && LegOf(voice, state) is { } other && talking.Contains(other)))
        {
            heard[voice] = IsMuted(voice, state) ? LaneHearing.Muted : LaneHearing.Talks;
        }

        // They hear, and are heard, through the agent's leg.
        if (state is { Agent: { } owner } && heard.ContainsKey(new Voice(owner, null)))
        {
            foreach (var (supervisor, mode) in _supervisors)
            {
                var voice = new Voice(supervisor, null);
                Knows(voice, LaneRole.Supervisor);
                heard[voice] = Of(mode);
            }
        }

        return heard;
    }

    private IEnumerable<Voice> VoicesOf(InteractionState state)
    {
        yield return TheClient;
        if (state.Agent is { } owner)
        {
            yield return Knows(new Voice(owner, null), LaneRole.Agent);
        }

        foreach (var party in state.Parties)
        {
            yield return party.Agent is { } colleague
                ? Knows(new Voice(colleague, null), LaneRole.Colleague)
                : Knows(new Voice(null, party.Id), LaneRole.Outside, party.Number);
        }
    }

    // Before and after a talk the client's leg stands in no room, whatever else is known of an agent.
    private static bool HasRoom(InteractionState state) =>
        state.Stage == InteractionStage.Dialling || state.IsInTalk;

    private static LegId? LegOf(Voice voice, InteractionState state) =>
        voice == TheClient ? state.HasCaller ? state.Caller : null
        : voice.Agent is { } agent && agent == state.Agent
            ? state.AudioLostSince is null ? state.AgentLeg : null
        : PartyOf(voice, state)?.Leg;

    private static bool IsMuted(Voice voice, InteractionState state) =>
        voice == TheClient ? state.IsClientMuted
        : voice.Agent is { } agent && agent == state.Agent ? state.IsAgentMuted
        : PartyOf(voice, state) is { IsMuted: true };

    private static Party? PartyOf(Voice voice, InteractionState state) =>
        voice.Agent is { } agent ? state.PartyOf(agent) : state.PartyOf(voice.Party!.Value);

    private static LaneHearing OfLine(InteractionState state) =>
        state.AudioLostSince is not null ? LaneHearing.AudioLost
        : state.IsInTalk ? LaneHearing.Hold
        : state.Stage is InteractionStage.Queued or InteractionStage.Offered ? LaneHearing.Queue
        : LaneHearing.Flow;

    private static LaneHearing Of(SupervisionMode mode) => mode switch
    {
        SupervisionMode.Listen => LaneHearing.Listens,
        SupervisionMode.Whisper => LaneHearing.Whispers,
        SupervisionMode.Barge => LaneHearing.Talks,
    };

    private Voice Knows(Voice voice, LaneRole role, PhoneNumber? number = null)
    {
        var lane = LaneOf(voice);
        lane.Role = role > lane.Role ? role : lane.Role;
        lane.Number ??= number;
        return voice;
    }

    private Lane LaneOf(Voice voice)
    {
        if (!_lanes.TryGetValue(voice, out var lane))
        {
            _lanes[voice] = lane = new Lane { Role = voice == TheClient ? LaneRole.Client : LaneRole.Line };
        }

        return lane;
    }

    private List<TalkLane> Lanes() =>
    [
        .. from pair in _lanes
           let spans = pair.Value.Spans()
           where spans.Count > 0
           orderby pair.Key != _recorded, pair.Key == TheLine, spans[0].From
           select new TalkLane(
               pair.Value.Role, pair.Key.Agent, pair.Value.Number, pair.Key == _recorded, spans),
    ];

    /// <summary>An employee, or a party who is none; neither: the line.</summary>
    private readonly record struct Voice(AgentId? Agent, PartyId? Party);

    private sealed class Lane
    {
        private readonly List<LaneSpan> _past = [];
        private LaneSpan? _now;

        public LaneRole Role { get; set; }

        public PhoneNumber? Number { get; set; }

        public void Become(LaneHearing? heard, DateTimeOffset at)
        {
            if (_now?.Heard == heard)
            {
                return;
            }

            if (_now is not null && _now.From < at) // Of one commit, only the last event lasts.
            {
                _past.Add(_now with { To = at });
            }

            _now = heard is { } how ? new LaneSpan(how, at, null) : null;
        }

        public List<LaneSpan> Spans() => _now is null ? _past : [.. _past, _now];
    }
}
