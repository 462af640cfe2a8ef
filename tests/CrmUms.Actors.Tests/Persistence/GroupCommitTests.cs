namespace CrmUms.Actors.Tests.Persistence;

public sealed class GroupCommitTests : IDisposable
{
    private readonly GatedJournal _journal = new();
    private readonly TestKit.TestKit _kit;

    public GroupCommitTests() => _kit = new TestKit.TestKit(
        new ActorSystemOptions { Journal = _journal, JournalBatchMax = 40, JournalBacklogMax = 150 });

    private IActorRef Me => _kit.TestActor;

    public void Dispose()
    {
        _journal.Open();
        _kit.Dispose();
    }

    [Fact]
    public void While_a_commit_is_under_way_the_writes_of_all_others_become_one_batch()
    {
        var accounts = StartMany(31);
        _journal.Close();
        accounts[0].Tell(new Account.Note("first"), Me);
        _kit.AwaitCondition(() => Sizes().Count == 1);
        foreach (var account in accounts.Skip(1))
        {
            account.Tell(new Account.Note("together"), Me);
        }

        AwaitHandledBy(accounts);
        _journal.Open();

        _kit.ReceiveN(31);
        Sizes().ShouldBe([1, 30]);
    }

    [Fact]
    public void A_batch_is_bounded()
    {
        var accounts = StartMany(101);
        _journal.Close();
        accounts[0].Tell(new Account.Note("first"), Me);
        _kit.AwaitCondition(() => Sizes().Count == 1);
        foreach (var account in accounts.Skip(1))
        {
            account.Tell(new Account.Note("together"), Me);
        }

        AwaitHandledBy(accounts);
        _journal.Open();

        _kit.ReceiveN(101);
        Sizes().ShouldAllBe(size => size <= 40);
    }

    [Fact]
    public void The_conflict_of_one_writer_fails_that_writer_alone()
    {
        var accounts = StartMany(5);
        _journal.Close();
        accounts[0].Tell(new Account.Note("first"), Me);
        _kit.AwaitCondition(() => Sizes().Count == 1);
        _journal.Fail = batch => batch.Any(write => write.PersistenceId == "many-3")
            ? new JournalConflictException("taken")
            : null;
        foreach (var account in accounts.Skip(1))
        {
            account.Tell(new Account.Note("together"), Me);
        }

        AwaitHandledBy(accounts);
        _journal.Open();

        _kit.ReceiveN(5).ShouldBe(
            [
                "noted first as 1",
                "noted together as 1", "noted together as 1", "noted together as 1",
                "failed at 1: taken",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_failed_batch_fails_all_its_writers()
    {
        var accounts = StartMany(4);
        _journal.Close();
        accounts[0].Tell(new Account.Note("first"), Me);
        _kit.AwaitCondition(() => Sizes().Count == 1);
        _journal.Fail = batch => batch.Count > 1 ? new AccidentException("no database") : null;
        foreach (var account in accounts.Skip(1))
        {
            account.Tell(new Account.Note("together"), Me);
        }

        AwaitHandledBy(accounts);
        _journal.Open();

        _kit.ReceiveN(4).Count(message => (string)message == "failed at 1: no database").ShouldBe(3);
    }

    [Fact]
    public void A_backlog_over_its_bound_fails_the_write_that_does_not_fit()
    {
        var accounts = StartMany(1);
        _journal.Close();

        for (var index = 0; index < 151; index++)
        {
            accounts[0].Tell(new Account.NoteLater($"{index}"), Me);
        }

        _kit.ExpectMsg<string>().ShouldStartWith("failed at 151");
        _journal.Open();
    }

    [Fact]
    public async Task The_system_ends_only_when_everything_handed_over_is_written()
    {
        var account = StartMany(1)[0];
        _journal.Close();
        account.Tell(new Account.NoteLater("last"), Me);
        account.Tell("sent", Me);
        _kit.ExpectMsg("sent");

        var ended = _kit.Sys.Terminate();
        ended.IsCompleted.ShouldBeFalse();
        _journal.Open();
        await ended;

        _journal.EventsOf("many-0").Count.ShouldBe(1);
    }

    private List<int> Sizes()
    {
        lock (_journal.BatchSizes)
        {
            return [.. _journal.BatchSizes];
        }
    }

    private void AwaitHandledBy(List<IActorRef> accounts) =>
        _kit.AwaitCondition(() => _kit.Sys.Persistence.Writer.Backlog == accounts.Count);

    private List<IActorRef> StartMany(int count)
    {
        var accounts = Enumerable.Range(0, count).Select(index =>
        {
            var id = $"many-{index}";
            return _kit.Sys.ActorOf(Props.Create(() => new Account(id, Me)));
        }).ToList();
        _kit.ReceiveN(count);
        return accounts;
    }
}
