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
    private bool _announced; // The router has us on its board, as far as we know.

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
        Recover<IAgentEvent>(happening => _state = _state.After(happening));
        Recover<SnapshotOffer>(offer => _state = (AgentState)offer.Snapshot);
        Recover<RecoveryCompleted>(_ => OnRecovered());
        Command<GetAgentView>(_ => Sender.Tell(View(), Self));
        Command<AnnounceAvailability>(_ => AnnounceAgain());
        Command<SaveSnapshotSuccess>(_ => { });
        Command<SaveSnapshotFailure>(_ => { }); // The next one will do; the journal has everything.
        ReceivePresence();
        ReceiveAudio();
        ReceiveCall();
        ReceiveWrapUp();
        ReceiveSetup();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public override string PersistenceId { get; }

    private AgentId Id => _profile.Agent;

    private bool IsAvailable =>
        _compared
        && _state.Status == AgentStatus.Ready
        && _audio == AudioStatus.Open
        && _pageConnected
        && _microphoneWorks;

    private void OnRecovered()
    {
        Context.Parent.Tell(new AgentRecovered(Id), Self);
        AcdMeters.Moved(null, _state.Status);
        if (_state.Status != AgentStatus.SignedOut)
        {
            WaitForPage();
            WaitForAudio();
        }

        if (_state.Interaction is { } interaction)
        {
            _interactions.Tell(new ClaimInteraction(interaction, Id), Self);
        }

        if (_state is { Status: AgentStatus.WrapUp, WrapUpUntil: { } until })
        {
            StartWrapUpTimer(until);
        }
    }

    private void Keep<T>(T happening, Action? then = null)
        where T : IAgentEvent
    {
        // An illegal move must never reach the journal: nobody could recover from it.
        var after = _state.After(happening);
        Persist(
            happening,
            kept =>
            {
                AcdMeters.Moved(_state.Status, after.Status);
                _state = after;
                _services.Log.AgentMoved(Id, kept.GetType().Name, after.Status);
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
        var isAvailable = IsAvailable;
        if (isAvailable == _announced)
        {
            return;
        }

        _announced = isAvailable;
        _router.Tell(
            isAvailable ? new AgentAvailable(Id, Self, Skills, _state.Since) : new AgentUnavailable(Id),
            Self
        );
    }

    private void AnnounceAgain()
    {
        _announced = false;
        Announce();
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
        );
}
