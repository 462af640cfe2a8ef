namespace CrmUms.Actors.Tests.Persistence;

/// <summary>A persistent actor whose state is the list of what was committed.</summary>
public sealed class Account : ReceivePersistentActor
{
    private readonly IActorRef _reports;
    private List<string> _state = [];

    public Account(string persistenceId, IActorRef reports)
    {
        PersistenceId = persistenceId;
        _reports = reports;
        Recover<SnapshotOffer>(offer => _state = [.. (IReadOnlyList<string>)offer.Snapshot]);
        Recover<Noted>(noted => _state.Add(noted.Text));
        Recover<RecoveryCompleted>(_ => _reports.Tell($"recovered {_state.Count}"));

        Command<Note>(note => Persist(new Noted(note.Text), OnNoted));
        Command<NoteAll>(all => PersistAll(all.Texts.Select(text => new Noted(text)), OnNoted));
        Command<NoteLater>(note => PersistAsync(new Noted(note.Text), OnNoted));
        Command<NoteTwice>(note => Persist(new Noted(note.Text), outer =>
        {
            OnNoted(outer);
            Persist(new Noted($"{note.Text}-again"), OnNoted);
        }));
        Command<NoteAwaited>(note => Persist(new Noted(note.Text), async noted =>
        {
            await note.Gate;
            OnNoted(noted);
        }));
        CommandAsync<NoteAfter>(async note =>
        {
            await note.Gate;
            Persist(new Noted(note.Text), OnNoted);
        });
        Command<Defer>(defer => DeferAsync(defer.Text, text => Sender.Tell($"deferred {text}")));
        Command<PersistThenFail>(fail =>
        {
            Persist(new Noted(fail.Text), OnNoted);
            throw new AccidentException("after persist");
        });
        Command<TakeSnapshot>(_ => SaveSnapshot(_state.ToList()));
        Command<SaveSnapshotSuccess>(success => _reports.Tell($"snapshot at {success.Metadata.SequenceNr}"));
        Command<GetState>(_ => Sender.Tell(string.Join(',', _state)));
        CommandAny(message => Sender.Tell(message));
    }

    public override string PersistenceId { get; }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        _reports.Tell($"failed at {sequenceNr}: {cause.Message}");

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr) =>
        _reports.Tell($"rejected at {sequenceNr}: {cause.Message}");

    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        _reports.Tell($"no recovery: {reason.Message}");

    private void OnNoted(Noted noted)
    {
        _state.Add(noted.Text);
        Sender.Tell($"noted {noted.Text} as {LastSequenceNr}");
    }

    public sealed record Noted(string Text);

    public sealed record Note(string Text);

    public sealed record NoteAll(params string[] Texts);

    public sealed record NoteLater(string Text);

    public sealed record NoteTwice(string Text);

    public sealed record NoteAwaited(string Text, Task Gate);

    public sealed record NoteAfter(string Text, Task Gate);

    public sealed record Defer(string Text);

    public sealed record PersistThenFail(string Text);

    public sealed record TakeSnapshot;

    public sealed record GetState;
}
