namespace CrmUms.Storage.Tests.Journal;

public sealed class InMemoryJournalTests : JournalContract
{
    protected override IEventJournal Journal { get; } = new InMemoryJournal();
}
