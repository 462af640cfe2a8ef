using CrmUms.Actors.Mailboxes;
using CrmUms.Actors.Scheduling;

namespace CrmUms.Actors.Cells;

/// <summary>Everything about one actor but its own state: mailbox, behaviour, children, watches, failures.</summary>
internal sealed partial class ActorCell : Mailbox, IUntypedActorContext
{
    [ThreadStatic]
    private static ActorCell? _current;

    private readonly LocalActorRef _self;
    private readonly InternalActorRef _parent;
    private readonly List<Receive> _behaviours = [];
    private ActorBase? _actor;
    private Receive _behaviour = static _ => false;
    private object? _message;
    private IActorRef? _sender;
    private Hold _holds;
    private bool _claimable;
    private bool _dead;

    public ActorCell(ActorSystem system, LocalActorRef self, Props props, InternalActorRef parent)
        : base(system)
    {
        _self = self;
        _parent = parent;
        Props = props;
    }

    /// <summary>The cell whose turn runs on this thread.</summary>
    public static ActorCell? Current => _current;

    public Props Props { get; }

    public IActorRef Self => _self;

    public LocalActorRef SelfRef => _self;

    public IActorRef Parent => _parent;

    public IActorRef Sender => _sender ?? SystemImpl.DeadLetters;

    public IActorRef? SenderOrNull => _sender;

    /// <summary>Tells one delivery from the next, even of the same object.</summary>
    public long EnvelopesHandled { get; private set; }

    public object? CurrentMessage => _message;

    public ActorBase? Actor => _actor;

    ActorSystem IActorContext.System => SystemImpl;

    protected override ActorPath Path => _self.Path;

    protected override bool IsHeld => _holds != Hold.None || _suspended > 0;

    public static ActorCell CurrentOrThrow() => _current ?? throw new NotSupportedException(
        "There is no actor context here: this code runs outside an actor's turn, perhaps after an await.");

    public static IActorRef? CurrentSelfOrNoSender() => _current is { } cell ? cell._self : ImplicitSender.Current;

    public static IActorRef? CurrentSenderOrNoSender() => _current?._sender;

    public ActorCell ClaimForNewInstance()
    {
        if (!_claimable)
        {
            throw new ActorInitializationException("An actor is made by ActorOf, not by calling its constructor.");
        }

        _claimable = false;
        return this;
    }

    public void Become(Receive receive)
    {
        if (_behaviours.Count > 0)
        {
            _behaviours.RemoveAt(_behaviours.Count - 1);
        }

        BecomeStacked(receive);
    }

    public void BecomeStacked(Receive receive)
    {
        _behaviours.Add(receive);
        _behaviour = receive;
    }

    public void Become(UntypedReceive receive) => Become(Handled(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(Handled(receive));

    public void UnbecomeStacked()
    {
        if (_behaviours.Count > 0)
        {
            _behaviours.RemoveAt(_behaviours.Count - 1);
        }

        _behaviour = _behaviours.Count > 0 ? _behaviours[^1] : _actor!.BaseReceive;
    }

    public void AddHold(Hold hold) => _holds |= hold;

    public void RemoveHold(Hold hold) => _holds &= ~hold;

    public bool HasHold(Hold hold) => (_holds & hold) != 0;

    /// <summary>Handles as if these were the circumstances of the current message, as after a commit.</summary>
    public void WithEnvelope(object? message, IActorRef? sender, Action work)
    {
        var (outerMessage, outerSender) = (_message, _sender);
        (_message, _sender) = (message, sender);
        try
        {
            work();
        }
        finally
        {
            // A handler that awaits needs its circumstances until it is done.
            if (!HasHold(Hold.Awaiting))
            {
                (_message, _sender) = (outerMessage, outerSender);
            }
        }
    }

    protected override void Refuse(object message, IActorRef? sender) =>
        SystemImpl.DeadLetterRef.Bury(message, sender, _self);

    protected override void BeginTurn() => _current = this;

    protected override void EndTurn() => _current = null;

    protected override void Handle(object message, IActorRef? sender)
    {
        if (_dead)
        {
            SystemImpl.DeadLetterRef.Bury(message, sender, _self);
            return;
        }

        _message = message;
        _sender = sender;
        EnvelopesHandled++;
        try
        {
            if (!ReceivedByKernel(message))
            {
                _actor!.Handle(_behaviour, message);
            }
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            Fail(cause);
        }

        if (!HasHold(Hold.Awaiting))
        {
            _message = null;
            _sender = null;
        }

        if (_receiveTimeout is not null)
        {
            RearmReceiveTimeout(message);
        }
    }

    protected override void Handle(SystemMessage message)
    {
        if (_dead)
        {
            message.RunDead(this);
        }
        else
        {
            try
            {
                message.Run(this);
            }
            catch (Exception cause) when (Fault.IsForTheParent(cause))
            {
                Fail(cause);
            }
        }
    }

    private bool ReceivedByKernel(object message)
    {
        switch (message)
        {
            case TimerFired fired:
                if (fired.Owner.Accept(fired))
                {
                    _message = fired.Message;
                    _actor!.Handle(_behaviour, fired.Message);
                }

                return true;
            case Terminated terminated:
                ReceivedTerminated(terminated);
                return true;
            case ReceiveTimeoutFired fired:
                ReceivedReceiveTimeout(fired);
                return true;
            case PoisonPill:
                Stop(_self);
                return true;
            case Kill:
                throw new ActorKilledException("Kill");
            default:
                return false;
        }
    }

    private static Receive Handled(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };
}
