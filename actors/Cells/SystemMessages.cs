using CrmUms.Actors.Mailboxes;

namespace CrmUms.Actors.Cells;

/// <summary>Make the first instance.</summary>
internal sealed class CreateMessage : SystemMessage
{
    public override void Run(ActorCell cell) => cell.Create();
}

/// <summary>Handle no user messages until resumed.</summary>
internal sealed class SuspendMessage : SystemMessage
{
    public override void Run(ActorCell cell) => cell.Suspend();
}

/// <summary>Go on where it stopped; the failure, if there was one, is forgiven.</summary>
internal sealed class ResumeMessage(bool becauseOfFailure) : SystemMessage
{
    public override void Run(ActorCell cell) => cell.Resume(becauseOfFailure);
}

/// <summary>Replace the instance by a new one.</summary>
internal sealed class RecreateMessage(Exception cause) : SystemMessage
{
    public override void Run(ActorCell cell) => cell.Recreate(cause);
}

internal sealed class TerminateMessage : SystemMessage
{
    public override void Run(ActorCell cell) => cell.Terminate();
}

/// <summary>A child has failed and waits for its parent's word.</summary>
internal sealed class FailedMessage(LocalActorRef child, Exception cause) : SystemMessage
{
    public Exception Cause => cause;

    public override void Run(ActorCell cell) => cell.ChildFailed(child, cause);
}

internal sealed class WatchMessage(InternalActorRef watchee, InternalActorRef watcher) : SystemMessage
{
    public override void Run(ActorCell cell) => cell.AddWatcher(watcher);

    public override void RunDead(ActorCell cell) =>
        watcher.SendSystem(new DeathMessage(watchee, existenceConfirmed: true));
}

internal sealed class UnwatchMessage(InternalActorRef watcher) : SystemMessage
{
    public override void Run(ActorCell cell) => cell.RemoveWatcher(watcher);
}

/// <summary>Told by a dying actor to its parent and its watchers.</summary>
internal sealed class DeathMessage(InternalActorRef deceased, bool existenceConfirmed) : SystemMessage
{
    public InternalActorRef Deceased => deceased;

    public bool ExistenceConfirmed => existenceConfirmed;

    public override void Run(ActorCell cell) => cell.Died(deceased, existenceConfirmed);
}

/// <summary>Work of one instance that came back from outside its turn; dropped when the instance is gone.</summary>
internal sealed class InstanceWork(ActorBase instance, Action work, Action? dropped = null) : SystemMessage
{
    public override void Run(ActorCell cell) => cell.RunFor(instance, work, dropped);

    public override void RunDead(ActorCell cell) => dropped?.Invoke();
}
