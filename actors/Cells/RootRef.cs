using CrmUms.Actors.Mailboxes;

namespace CrmUms.Actors.Cells;

/// <summary>Stands above the guardian: its failure or its end is the system's.</summary>
internal sealed class RootRef(ActorSystem system, ActorPath path) : InternalActorRef(system)
{
    public override ActorPath Path { get; } = path;

    public override void Tell(object message, IActorRef? sender) =>
        SystemImpl.DeadLetterRef.Bury(message, sender, this);

    internal override void SendSystem(SystemMessage message)
    {
        switch (message)
        {
            case DeathMessage:
                _ = SystemImpl.FinishAsync();
                break;
            case FailedMessage failed:
                ActorLog.GuardianFailed(SystemImpl.Log, failed.Cause);
                _ = SystemImpl.Terminate();
                break;
            default:
                break;
        }
    }
}

/// <summary>Parent of all actors that the program starts itself.</summary>
internal sealed class Guardian : UntypedActor
{
    protected override void OnReceive(object message) => Unhandled(message);
}
