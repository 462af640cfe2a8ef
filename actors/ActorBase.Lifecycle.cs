namespace CrmUms.Actors;

public abstract partial class ActorBase
{
    public virtual void AroundPreStart() => PreStart();

    public virtual void AroundPreRestart(Exception cause, object? message) => PreRestart(cause, message!);

    public virtual void AroundPostRestart(Exception cause, object? message) => PostRestart(cause);

    public virtual void AroundPostStop() => PostStop();

    /// <summary>Before the first message of the first instance, and by default of every instance.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>The last call on a failed instance. By default stops all children and calls PostStop.</summary>
    /// <param name="reason">Why it is restarted.</param>
    /// <param name="message">What it was handling; null when it failed outside a message.</param>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Cell.GetChildren())
        {
            Cell.Unwatch(child);
            Cell.Stop(child);
        }

        PostStop();
    }

    /// <summary>The first call on the new instance after a restart. By default calls PreStart.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>When the actor stops, and by default before a restart.</summary>
    protected virtual void PostStop()
    {
    }
}
