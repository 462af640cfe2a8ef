using CrmUms.Actors.Persistence;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Actors;

/// <summary>How an actor system is set up. Everything has a default but the journal.</summary>
public sealed record ActorSystemOptions
{
    /// <summary>The clock of all timers, timeouts and schedules. The default is the machine's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Replaces the scheduler made from <see cref="TimeProvider"/>; tests hand in a TestScheduler.</summary>
    public IScheduler? Scheduler { get; init; }

    /// <summary>Where the kernel logs (numbers 1000 to 1999). The default is nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Most messages an actor handles before it goes to the back of the thread pool's line, so that no actor starves
    /// others. At least 1; the default is 100.
    /// </summary>
    public int ThroughputMax { get; init; } = 100;

    /// <summary>
    /// Most messages that wait in one mailbox; what does not fit goes to the dead letters. The depth is looked at once
    /// in 64 sends of a thread, so the bound may be passed by that. At least 1,000; the default is 1,000,000.
    /// </summary>
    public int MailboxMax { get; init; } = 1_000_000;

    /// <summary>A mailbox this deep at the start of a turn is logged as a warning. The default is 10,000.</summary>
    public int MailboxAlarm { get; init; } = 10_000;

    /// <summary>Most messages that one stash holds; above it stashing throws. The default is 10,000.</summary>
    public int StashMax { get; init; } = 10_000;

    /// <summary>
    /// Keeps the events and snapshots of persistent actors. Without one, no persistent actor starts: losing events
    /// quietly is not a default.
    /// </summary>
    public IEventJournal? Journal { get; init; }

    /// <summary>Most events written in one commit of the journal. At least 1; the default is 1,000.</summary>
    public int JournalBatchMax { get; init; } = 1_000;

    /// <summary>
    /// Most atomic writes that wait for a commit; above it a Persist fails and stops its actor. The default is 100,000.
    /// </summary>
    public int JournalBacklogMax { get; init; } = 100_000;

    /// <summary>
    /// Most persistent actors that read the journal at the same time; the others wait in line, so that a restart of
    /// the server does not flood the database. At least 1; the default is 8.
    /// </summary>
    public int RecoveryPermits { get; init; } = 8;
}
