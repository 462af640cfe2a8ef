namespace CrmUms.KernelBenches;

/// <summary>The journal a bench writes to.</summary>
internal sealed class JournalTarget(string name, IEventJournal journal) : IAsyncDisposable
{
    public string Name { get; } = name;

    public IEventJournal Journal { get; } = journal;

    public static Task<JournalTarget> OpenAsync() =>
        Task.FromResult(new JournalTarget("memory", new InMemoryJournal()));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
