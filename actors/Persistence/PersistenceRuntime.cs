using CrmUms.Actors.Mailboxes;
using Microsoft.Extensions.Logging;

namespace CrmUms.Actors.Persistence;

/// <summary>What the persistent actors of one system share.</summary>
internal sealed class PersistenceRuntime(
    IEventJournal journal, ActorSystemOptions options, ILogger log, BusyCounter? busy) : IAsyncDisposable
{
    public IEventJournal Journal { get; } = journal;

    public GroupCommit Writer { get; } = new(journal, options, log, busy);

    public SemaphoreSlim Permits { get; } = new(options.RecoveryPermits, options.RecoveryPermits);

    public TimeProvider TimeProvider { get; } = options.TimeProvider;

    public BusyCounter? Busy { get; } = busy;

    public ValueTask DisposeAsync() => Writer.DisposeAsync();
}
