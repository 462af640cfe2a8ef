namespace CrmUms.Actors.Tests.Persistence;

public sealed class RecoveryTests : IDisposable
{
    private readonly GatedJournal _journal = new();
    private readonly TestKit.TestKit _kit;

    public RecoveryTests() =>
        _kit = new TestKit.TestKit(new ActorSystemOptions { Journal = _journal, RecoveryPermits = 3 });

    private IActorRef Me => _kit.TestActor;

    public void Dispose()
    {
        _journal.Open();
        _kit.Dispose();
    }

    [Fact]
    public void A_new_life_knows_what_the_old_one_committed()
    {
        var first = Start();
        _kit.ExpectMsg("recovered 0");
        first.Tell(new Account.NoteAll("one", "two"), Me);
        _kit.ReceiveN(2);
        End(first);

        var second = Start();
        second.Tell(new Account.GetState(), Me);

        _kit.ExpectMsg("recovered 2");
        _kit.ExpectMsg("one,two");
    }

    [Fact]
    public void Commands_told_during_recovery_are_handled_after_it()
    {
        var first = Start();
        first.Tell(new Account.Note("one"), Me);
        _kit.ReceiveN(2);
        End(first);

        var second = Start();
        second.Tell(new Account.Note("two"), Me);

        _kit.ExpectMsg("recovered 1");
        _kit.ExpectMsg("noted two as 2");
    }

    [Fact]
    public void A_recovery_starts_from_the_snapshot_and_replays_what_came_after_it()
    {
        var first = Start();
        first.Tell(new Account.NoteAll("one", "two"), Me);
        first.Tell(new Account.TakeSnapshot(), Me);
        first.Tell(new Account.Note("three"), Me);
        _kit.ReceiveN(5).ShouldContain("snapshot at 2");
        End(first);

        var second = Start();
        second.Tell(new Account.GetState(), Me);
        second.Tell(new Account.Note("four"), Me);

        _kit.ExpectMsg("recovered 3");
        _kit.ExpectMsg("one,two,three");
        _kit.ExpectMsg("noted four as 4");
    }

    [Fact]
    public void A_restart_recovers_too_and_what_was_persisted_before_the_failure_stands()
    {
        var account = Start();
        _kit.ExpectMsg("recovered 0");

        account.Tell(new Account.PersistThenFail("one"), Me);
        account.Tell(new Account.GetState(), Me);

        _kit.ExpectMsg("recovered 1");
        _kit.ExpectMsg("one");
    }

    [Fact]
    public void A_past_that_cannot_be_read_stops_the_actor()
    {
        _journal.FailRecovery = _ => new AccidentException("no database");
        var account = Start();
        _kit.Watch(account);

        _kit.ExpectMsg("no recovery: no database");
        _kit.ExpectTerminated(account);
    }

    [Fact]
    public void A_long_past_is_replayed_to_the_end()
    {
        var first = Start();
        _kit.ExpectMsg("recovered 0");
        first.Tell(new Account.NoteAll([.. Enumerable.Range(0, 3_000).Select(number => $"{number}")]), Me);
        _kit.ReceiveN(3_000);
        End(first);

        Start();

        _kit.ExpectMsg("recovered 3000");
    }

    [Fact]
    public void No_more_actors_recover_at_once_than_there_are_permits()
    {
        for (var index = 0; index < 200; index++)
        {
            var id = $"many-{index}";
            _kit.Sys.ActorOf(Props.Create(() => new Account(id, Me)));
        }

        _kit.ReceiveN(200).ShouldAllBe(message => (string)message == "recovered 0");
        _journal.RecoveringMost.ShouldBeInRange(1, 3);
    }

    [Fact]
    public void A_new_life_waits_for_the_writes_of_the_old_one()
    {
        var first = Start();
        _kit.ExpectMsg("recovered 0");
        _journal.Close();
        first.Tell(new Account.NoteLater("one"), Me);
        first.Tell("written?", Me);
        _kit.ExpectMsg("written?");
        End(first);

        var second = Start();
        second.Tell(new Account.GetState(), Me);
        _kit.HasMessages.ShouldBeFalse();
        _journal.Open();

        _kit.ExpectMsg("recovered 1");
        _kit.ExpectMsg("one");
    }

    [Fact]
    public void An_actor_stopped_while_it_recovers_gives_its_permit_back()
    {
        _journal.Close();
        for (var index = 0; index < 10; index++)
        {
            var id = $"short-{index}";
            var account = _kit.Sys.ActorOf(Props.Create(() => new Account(id, Me)));
            _kit.Watch(account);
            _kit.Sys.Stop(account);
            _kit.FishForMessage<Terminated>(terminated => terminated.ActorRef.Equals(account));
        }

        _journal.Open();
        var last = Start();
        last.Tell("alive", Me);

        _kit.FishForMessage<string>(text => text == "alive");
    }

    [Fact]
    public void A_newcomer_does_not_wait_for_the_writes_of_others()
    {
        var other = Start();
        _kit.ExpectMsg("recovered 0");
        _journal.Close();
        other.Tell(new Account.Note("slow"), Me);
        _kit.AwaitCondition(() => _journal.BatchSizes.Count == 1);

        Start("b");

        _kit.ExpectMsg("recovered 0");
    }

    private IActorRef Start(string id = "a") => _kit.Sys.ActorOf(Props.Create(() => new Account(id, Me)));

    private void End(IActorRef account)
    {
        _kit.Watch(account);
        _kit.Sys.Stop(account);
        _kit.ExpectTerminated(account);
    }
}
