using CrmUms.Actors.Cells;
using CrmUms.Actors.Event;

namespace CrmUms.Actors;

/// <summary>
/// What every actor is: state that nobody else can reach, and a behaviour that takes one message at a time.
/// </summary>
public abstract partial class ActorBase
{
    private SupervisorStrategy? _supervisorStrategy;

    protected ActorBase() => Cell = ActorCell.Current?.ClaimForNewInstance() ?? throw new ActorInitializationException(
        $"{GetType()} is an actor: give its Props to ActorOf instead of calling its constructor.");

    internal ActorCell Cell { get; }

    internal SupervisorStrategy EffectiveStrategy
    {
        get => _supervisorStrategy ??= SupervisorStrategy();
        set => _supervisorStrategy = value;
    }

    /// <exception cref="NotSupportedException">No actor's turn runs on this thread.</exception>
    protected static IActorContext Context => ActorCell.CurrentOrThrow();

    protected static Receive EmptyReceive { get; } = static _ => false;

    /// <summary>May be used from other threads and after an await outside the turn.</summary>
    protected IActorRef Self => Cell.Self;

    protected IActorRef Sender => Cell.Sender;

    protected virtual bool AroundReceive(Receive receive, object message)
    {
        var handled = receive(message);
        if (!handled)
        {
            Unhandled(message);
        }

        return handled;
    }

    protected abstract bool Receive(object message);

    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
        {
            throw new DeathPactException(terminated.ActorRef);
        }

        Cell.SystemImpl.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    protected void Become(Receive receive) => Cell.Become(receive);

    protected void BecomeStacked(Receive receive) => Cell.BecomeStacked(receive);

    protected void UnbecomeStacked() => Cell.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => Cell.SetReceiveTimeout(timeout);

    /// <summary>Asked once per instance, at the first failure of a child.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actors.SupervisorStrategy.DefaultStrategy;

    internal void Handle(Receive receive, object message) => AroundReceive(receive, message);

    internal bool BaseReceive(object message) => Receive(message);

    /// <summary>Called when a supervisor lets the instance go on after a suspension.</summary>
    internal virtual void Resumed()
    {
    }

    /// <summary>Called when an asynchronous handler is done.</summary>
    internal virtual void AfterTask()
    {
    }

    /// <summary>Called once when the constructor has run and the kernel has filled timers and stash.</summary>
    internal virtual void Constructed()
    {
    }
}
