using Microsoft.Extensions.Logging;

namespace CrmUms.Actors;

/// <summary>All the kernel says. Messages and events are named by type: their content may be personal.</summary>
internal static partial class ActorLog
{
    [LoggerMessage(1001, LogLevel.Error, "Actor {Path} failed; its parent decided: {Directive}")]
    public static partial void ChildFailed(ILogger logger, ActorPath path, Directive directive, Exception cause);

    [LoggerMessage(1002, LogLevel.Warning, "Actor {Path} failed again while it waits for its parent or stops")]
    public static partial void FailedAgain(ILogger logger, ActorPath path, Exception cause);

    [LoggerMessage(1003, LogLevel.Error, "A life-cycle hook of actor {Path} threw")]
    public static partial void HookFailed(ILogger logger, ActorPath path, Exception cause);

    [LoggerMessage(1004, LogLevel.Information,
        "{MessageType} to {Recipient} reached nobody (dead letter {Count}; only the first ten are logged)")]
    public static partial void MessageBuried(ILogger logger, Type messageType, ActorPath recipient, int count);

    [LoggerMessage(1005, LogLevel.Warning, "Actor {Path} has {Depth} messages waiting")]
    public static partial void MailboxDeep(ILogger logger, ActorPath path, int depth);

    [LoggerMessage(1006, LogLevel.Error, "Mailbox of {Path} is full at {Depth}: messages go to the dead letters")]
    public static partial void MailboxFull(ILogger logger, ActorPath path, int depth);

    [LoggerMessage(1007, LogLevel.Critical, "The user guardian failed; the actor system stops")]
    public static partial void GuardianFailed(ILogger logger, Exception cause);

    [LoggerMessage(1101, LogLevel.Error, "{PersistenceId} could not persist {EventType} as {SequenceNr}; it stops")]
    public static partial void PersistFailed(
        ILogger logger, string persistenceId, Type eventType, long sequenceNr, Exception cause);

    [LoggerMessage(1102, LogLevel.Error, "The journal rejected {EventType} of {PersistenceId} as {SequenceNr}")]
    public static partial void PersistRejected(
        ILogger logger, string persistenceId, Type eventType, long sequenceNr, Exception cause);

    [LoggerMessage(1103, LogLevel.Error, "{PersistenceId} could not recover behind {SequenceNr}; it stops")]
    public static partial void RecoveryFailed(
        ILogger logger, string persistenceId, long sequenceNr, Exception cause);

    [LoggerMessage(1104, LogLevel.Warning, "Batch of {Writes} writes conflicts; each is offered alone")]
    public static partial void BatchConflicts(ILogger logger, int writes, Exception cause);

    [LoggerMessage(1106, LogLevel.Critical, "The journal's writer failed: nothing more is persisted until a restart")]
    public static partial void WriterFailed(ILogger logger, Exception cause);

    [LoggerMessage(1105, LogLevel.Error, "Batch of {Writes} writes failed; its writers stop")]
    public static partial void BatchFailed(ILogger logger, int writes, Exception cause);
}
