using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Rules;

/// <summary>
/// Owns all rules of the centre: the only one who changes them. Every change is judged, journalled with its author, and
/// told to those who live by it before whoever asked for it hears that it holds.
/// </summary>
public sealed class RulesActor : ReceivePersistentActor
{
    private const int SnapshotEvery = 100;

    private readonly SortedDictionary<RulesReader, IActorRef> _readers = [];
    private readonly TimeProvider _time;
    private CentreRules _rules = CentreRules.Empty;
    private long _sinceSnapshot;

    public RulesActor(TimeProvider time)
    {
        _time = time;
        Recover<RuleChanged>(changed => _rules = _rules.After(changed));
        Recover<SnapshotOffer>(offer => _rules = CentreRules.From((RulesSnapshot)offer.Snapshot));
        Command<ChangeRules>(OnChangeRules);
        Command<PutRule>(put => OnChangeRules(new ChangeRules(
            [new RuleChange(put.Kind, put.Id, put.Content)], put.ExpectedVersion, put.Author, put.Note)));
        Command<RemoveRule>(remove => OnChangeRules(new ChangeRules(
            [new RuleChange(remove.Kind, remove.Id, null)], remove.ExpectedVersion, remove.Author, remove.Note)));
        Command<CheckRule>(OnCheckRule);
        Command<GetRules>(_ => Sender.Tell(_rules, Self));
        Command<SubscribeToRules>(OnSubscribeToRules);
        Command<SaveSnapshotSuccess>(_ => { });
        Command<SaveSnapshotFailure>(_ => { }); // The next one will do; the journal has everything.
    }

    public override string PersistenceId => "rules";

    private void OnChangeRules(ChangeRules command)
    {
        if (command.ExpectedVersion is { } expected && expected != _rules.Version)
        {
            Sender.Tell(new RulesReply.Conflict(_rules.Version), Self);
            return;
        }

        switch (RuleReview.Of(_rules, command.Changes))
        {
            case RuleVerdict.Refused refused:
                Sender.Tell(new RulesReply.Refused(refused.Problems), Self);
                break;
            case RuleVerdict.Accepted { Changes.Count: 0 }:
                Sender.Tell(new RulesReply.Accepted(_rules.Version), Self);
                break;
            case RuleVerdict.Accepted accepted:
                Keep(accepted.Changes, command);
                break;
            default:
                throw new IllegalMoveException("A review has two outcomes.");
        }
    }

    private void Keep(IReadOnlyList<RuleChange> changes, ChangeRules command)
    {
        var now = _time.GetUtcNow();
        var last = _rules.Version + changes.Count;
        var happened = changes.Select((change, index) => new RuleChanged(
            _rules.Version + 1 + index, change.Kind, change.Id, change.Content, command.Author, command.Note, now));
        PersistAll(happened.ToList(), changed =>
        {
            _rules = _rules.After(changed);
            if (_rules.Version == last)
            {
                Publish();
                Sender.Tell(new RulesReply.Accepted(last), Self);
                SaveSnapshotWhenDue(changes.Count);
            }
        });
    }

    private void Publish()
    {
        foreach (var reader in _readers.Values)
        {
            reader.Tell(new CentreRulesChanged(_rules), Self);
        }
    }

    private void SaveSnapshotWhenDue(int changes)
    {
        _sinceSnapshot += changes;
        if (_sinceSnapshot >= SnapshotEvery)
        {
            _sinceSnapshot = 0;
            SaveSnapshot(_rules.ToSnapshot());
        }
    }

    private void OnCheckRule(CheckRule check) => Sender.Tell(
        RuleReview.Of(_rules, [new RuleChange(check.Kind, check.Id, check.Content)]) is RuleVerdict.Refused refused
            ? new RulesReply.Refused(refused.Problems)
            : new RulesReply.Accepted(_rules.Version),
        Self);

    // A reader that has started again asks again: it has forgotten everything.
    private void OnSubscribeToRules(SubscribeToRules subscribe)
    {
        _readers[subscribe.Reader] = Sender;
        Sender.Tell(new CentreRulesChanged(_rules), Self);
    }
}
