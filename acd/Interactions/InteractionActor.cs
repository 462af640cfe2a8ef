using CrmUms.Acd.Agents;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>
/// Owns one interaction and its legs: the only one that commands the PBX for them. Every move is journalled before
/// anybody is told; after a restart it compares itself with what the PBX still has (<see cref="CallerPresence"/>).
/// </summary>
public sealed partial class InteractionActor : ReceivePersistentActor, IWithTimers
{
    private static readonly CancellationToken NoCancellation = CancellationToken.None; // The port has its own limits.

    private readonly InteractionId _id;
    private readonly IActorRef _agents;
    private readonly AcdServices _services;
    private InteractionState? _state;
    private QueueEntry? _entry;
    private NumberPlan _plan = NumberPlan.Empty; // As it was when he came; a restart brings the present one.

    /// <param name="id">Which interaction.</param>
    /// <param name="agents">Hands news to agents.</param>
    /// <param name="services">Ports, clock, log.</param>
    public InteractionActor(InteractionId id, IActorRef agents, AcdServices services)
    {
        _id = id;
        _agents = agents;
        _services = services;
        PersistenceId = PersistenceIdOf(id);
        Recover<IInteractionEvent>(happening => _state = StateAfter(_state, happening));
        Recover<RecoveryCompleted>(_ => OnRecovered());
        ReceiveShared();
        ReceiveArrival();
        ReceiveFlow();
        ReceiveFlowLookUps();
        ReceiveFlowLegs();
        ReceivePreferred();
        ReceiveWait();
        ReceiveOverflow();
        ReceiveVoicemail();
        ReceiveCallback();
        ReceiveCallbackOffer();
        ReceiveOffer();
        ReceiveTalk();
        ReceiveMute();
        ReceiveEnding();
        ReceiveSupervisor();
        ReceiveSupervision();
        ReceiveTakeOver();
        ReceiveHelp();
        ReceiveTakeOut();
        ReceiveAssign();
        ReceivePick();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public override string PersistenceId { get; }

    // A short life takes no snapshots.
    public override Recovery Recovery { get; } = new(SnapshotSelectionCriteria.None);

    private InteractionState State =>
        _state ?? throw new IllegalMoveException($"Interaction {_id} has not arrived yet.");

    private QueueRule Queue => _entry!.Rule;

    public static string PersistenceIdOf(InteractionId id) => $"interaction-{id}";

    private void Keep(IInteractionEvent happening, Action then) => Keep([happening], then);

    /// <summary>Writes what happened in one commit; then lets it count, and only then goes on.</summary>
    private void Keep(IReadOnlyList<IInteractionEvent> happenings, Action then)
    {
        // An illegal move must never reach the journal: nobody could recover from it.
        _ = happenings.Aggregate(_state, StateAfter);
        var left = happenings.Count;
        PersistAll(
            happenings,
            kept =>
            {
                var (before, after) = (_state, StateAfter(_state, kept));
                AcdMeters.Moved(_state, kept, after);
                _state = after;
                _services.Log.InteractionMoved(_id, kept.GetType().Name, after.Stage);
                Context.System.EventStream.Publish(kept); // For the siblings: recordings follow the call.
                FollowTalk(before, after);
                if (--left == 0)
                {
                    then();
                }
            }
        );
    }

    private InteractionState StateAfter(InteractionState? before, IInteractionEvent happening) =>
        InteractionState.Begun(happening)
        ?? before?.After(happening)
        ?? throw new IllegalMoveException($"Interaction {_id} has not arrived yet.");

    private void OnRecovered()
    {
        LegId? caller = _state is { HasCaller: true } known ? known.Caller : null;
        Context.Parent.Tell(new InteractionRecovered(_id, caller), Self);
        if (_state is { } state)
        {
            AcdMeters.Recovered(state);
        }
    }

    private void TellAgent(IAgentNews news) => _agents.Tell(news, Self);

    private void InformAgent()
    {
        if (State.Agent is { } agent)
        {
            TellAgent(new CallChanged(agent, View()));
        }

        InformParties();
        InformSupervisors();
    }

    private void Reply(IActorRef asker, AgentRefusal? refusal = null) =>
        asker.Tell(refusal is { } reason ? new AgentReply.Refused(reason) : AgentReply.Accepted.Instance, Self);

    private bool IsInHandOf(AgentId agent) => _state is { } state && state.Agent == agent;

    private CallView View() => View(State);

    private CallView View(InteractionState state) =>
        new(
            _id,
            StageWordOf(state),
            state.Queue ?? NoQueue,
            state.Queue is { } queue ? _entry?.Rule.Name ?? queue.Value : "",
            state.Dialled,
            state.Number,
            state.Identity,
            state.ArrivedAt,
            state.OfferedAt ?? state.ArrivedAt,
            state.ConnectedAt,
            state.HeldSince,
            state.AudioLostSince,
            state.IsAgentMuted,
            state.EndedAt,
            state.Ending is { } ending ? EndingWords[ending] : null
        )
        {
            Kind = KindOf(state),
            AssistantSummary = state.AssistantSummary,
            PointsGiven = state.PointsGiven,
            Parties = PartyViews(state),
            Transfer = state.Attempt is { } attempt ? ViewOf(attempt) : null,
            HandOver = state.HandOver?.From == state.Agent ? null : state.HandOver,
            Supervisor = SupervisorInTalk,
            Help = HelpOf(state),
            Trouble = TroubleOf(state),
            ScreenPop = ScreenPopOf(state) is { } url
                ? new ScreenPopView(url, _plan.Rules.Settings.ScreenPopAutomatic)
                : null,
        };

    // Who calls may be known only after the offer: his screen opens what is known when he looks.
    private string? ScreenPopOf(InteractionState state) => state.Internal is not null
        ? null
        : ScreenPop.UrlFor(
            _plan.Rules.Settings.ScreenPopUrl,
            new CallerFacts(state.Id, state.Number, state.Identity?.Client, state.Queue, state.Dialled));

    private static CallKind KindOf(InteractionState state) =>
        state.Voicemail is not null ? CallKind.Voicemail
        : state.IsCallbackQueued ? CallKind.Callback
        : state.Outbound is not null ? CallKind.Outbound
        : state.Internal is not null ? CallKind.Internal
        : CallKind.Call;

    private static readonly Dictionary<InteractionStage, string> StageWords = Enum.GetValues<InteractionStage>()
        .ToDictionary(stage => stage, stage => Words.Kebab(stage.ToString()));

    private static readonly Dictionary<InteractionEnding, string> EndingWords = Enum.GetValues<InteractionEnding>()
        .ToDictionary(ending => ending, ending => Words.Kebab(ending.ToString()));

    // What the PBX answered, told to ourselves. A leg that is gone ends the interaction wherever it stands.
    private sealed record StepFailed(string Step, Exception Cause);
}
