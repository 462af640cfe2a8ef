using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>
/// Owns one agent: his state is journalled; his page, his microphone and his audio leg are live. He alone decides
/// whether he takes an offer, so that no two can reach him.
/// </summary>
public sealed partial class AgentActor : ReceivePersistentActor, IWithTimers
{
    private const int SnapshotEvery = 100;

    private readonly IActorRef _interactions;
    private readonly IActorRef _router;
    private readonly AcdServices _services;
    private AgentProfile _profile;
    private AgentState _state = AgentState.SignedOut;
    private CallView? _call;
    private string? _announced = AgentObstacles.SignedOut; // What the router knows of us; null: we are available.

    /// <param name="profile">Who.</param>
    /// <param name="interactions">Hands words to interactions.</param>
    /// <param name="router">Is told when the agent is available.</param>
    /// <param name="services">Ports, clock, log.</param>
    public AgentActor(AgentProfile profile, IActorRef interactions, IActorRef router, AcdServices services)
    {
        _profile = profile;
        _interactions = interactions;
        _router = router;
        _services = services;
        PersistenceId = $"agent-{profile.Agent}";
        Recover<IAgentEvent>(happening => _state = _state.After(happening, services.Zone));
        Recover<SnapshotOffer>(offer => _state = (AgentState)offer.Snapshot);
        Recover<RecoveryCompleted>(_ => OnRecovered());
        Command<GetAgentView>(_ => Sender.Tell(View(), Self));
        Command<AnnounceAvailability>(_ => AnnounceAgain());
        Command<SaveSnapshotSuccess>(_ => { });
        Command<SaveSnapshotFailure>(_ => { }); // The next one will do; the journal has everything.
        ReceivePresence();
        ReceiveAudio();
        ReceiveCall();
        ReceivePick();
        ReceiveOutbound();
        ReceiveWrapUp();
        ReceiveSetup();
        ReceiveAutoAnswer();
        ReceiveLimits();
        ReceiveQuality();
        ReceiveSupervision();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public override string PersistenceId { get; }

    private AgentId Id => _profile.Agent;

    private bool IsAvailable => Obstacle is null;

    // Why the router shall offer us nobody.
    private string? Obstacle => _state.Status switch
    {
        AgentStatus.SignedOut => AgentObstacles.SignedOut,
        AgentStatus.NotReady => AgentObstacles.NotReadyPrefix + _state.Reason,
        AgentStatus.Reserved => AgentObstacles.Reserved,
        AgentStatus.Talking or AgentStatus.Held => AgentObstacles.Talking,
        AgentStatus.WrapUp => AgentObstacles.WrapUp,
        AgentStatus.Ready => ObstacleWhileReady,
        _ => throw new NotSupportedException(_state.Status.ToString()),
    };

    private void OnRecovered()
    {
        Context.Parent.Tell(new AgentRecovered(Id), Self);
        AcdMeters.Moved(null, _state.Status);
        if (_state.Status != AgentStatus.SignedOut)
        {
            WaitForPage();
            WaitForAudio();
        }

        Announce(); // Not signed out, whatever else: somebody may wait for us.
        if (_state.Interaction is { } interaction)
        {
            _interactions.Tell(new ClaimInteraction(interaction, Id), Self);
        }

        if (_state is { Status: AgentStatus.WrapUp, WrapUpUntil: { } until })
        {
            StartWrapUpTimer(until);
            TellExtension();
        }

        _activeAt = _services.Now; // Nobody could say so while we were away.
        WatchLimits();
    }

    private void Keep<T>(T happening, Action? then = null)
        where T : IAgentEvent
    {
        // An illegal move must never reach the journal: nobody could recover from it.
        var after = _state.After(happening, _services.Zone);
        Persist(
            happening,
            kept =>
            {
                AcdMeters.Moved(_state.Status, after.Status);
                _state = after;
                _services.Log.AgentMoved(Id, kept.GetType().Name, after.Status);
                WatchLimits();
                then?.Invoke();
                Publish();
                if (LastSequenceNr % SnapshotEvery == 0)
                {
                    SaveSnapshot(_state);
                }

                LeaveIfDismissed();
            }
        );
    }

    /// <summary>
    /// Everything that others see goes out here: the view to the screens, availability to the router.
    /// </summary>
    private void Publish()
    {
        Announce();
        Context.System.EventStream.Publish(new AgentViewChanged(View()));
    }

    private void Announce()
    {
        if (Obstacle != _announced)
        {
            AnnounceAgain();
        }
    }

    private void AnnounceAgain()
    {
        _announced = Obstacle;
        _router.Tell(
            _announced switch
            {
                null => new AgentAvailable(Id, Self, _state.Since)
                {
                    Occupancy = Work.Occupancy(_services.Now),
                    ContactsToday = Work.On(_services.Now, _services.Zone).ContactsToday,
                },
                AgentObstacles.SignedOut => new AgentLeft(Id),
                var obstacle => new AgentUnavailable(Id, obstacle),
            },
            Self
        );
    }

    private void Reply(AgentRefusal? refusal = null) => Reply(Sender, refusal);

    private void Reply(IActorRef asker, AgentRefusal? refusal = null) =>
        asker.Tell(refusal is { } reason ? new AgentReply.Refused(reason) : AgentReply.Accepted.Instance, Self);

    private AgentView View() =>
        new(
            Id,
            _profile.DisplayName,
            _state.Status,
            _state.Reason,
            _state.Since,
            _state.Status == AgentStatus.Reserved ? _answerBy : _state.WrapUpUntil,
            _state.NextReason,
            _audio,
            _call
        )
        {
            LimitAt = LimitAt,
            Obstacle = _state.Status == AgentStatus.Ready ? Obstacle : null,
            IsAutoAnswered = _state.IsAutoAnswered,
            WrapUpExtensionSeconds = WrapUpExtensionSeconds,
            UnansweredInARow = _state.UnansweredInARow,
            FailedDial = _failedDial,
            EndedTalk = _endedTalk,
            InactivityMinutes = _rules.Settings.InactivityMinutes,
            Occupancy = Work.Occupancy(_services.Now),
            ContactsToday = Work.On(_services.Now, _services.Zone).ContactsToday,
            IsSupervisor = _profile.IsSupervisor,
            Supervision = _supervision,
            Work = Work.Today(_services.Now, _services.Zone),
        };
}
