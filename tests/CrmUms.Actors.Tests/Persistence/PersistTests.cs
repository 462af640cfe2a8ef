namespace CrmUms.Actors.Tests.Persistence;

public sealed class PersistTests : IDisposable
{
    private readonly GatedJournal _journal = new();
    private readonly TestKit.TestKit _kit;

    public PersistTests() => _kit = new TestKit.TestKit(new ActorSystemOptions { Journal = _journal });

    private IActorRef Me => _kit.TestActor;

    public void Dispose()
    {
        _journal.Open();
        _kit.Dispose();
    }

    [Fact]
    public void The_handler_runs_only_after_the_commit_and_answers_the_sender()
    {
        var account = Start();
        _journal.Close();

        account.Tell(new Account.Note("one"), Me);
        _kit.AwaitCondition(() => _journal.BatchSizes.Count == 1);
        _kit.HasMessages.ShouldBeFalse();
        _journal.Open();

        _kit.ExpectMsg("noted one as 1");
        _journal.EventsOf("a").ShouldBe([new Account.Noted("one")]);
    }

    [Fact]
    public void Commands_wait_in_order_until_the_commit()
    {
        var account = Start();
        _journal.Close();

        account.Tell(new Account.Note("one"), Me);
        account.Tell("hello", Me);
        account.Tell(new Account.Note("two"), Me);
        account.Tell(new Account.GetState(), Me);
        _journal.Open();

        _kit.ReceiveN(4).ShouldBe(["noted one as 1", "hello", "noted two as 2", "one,two"]);
    }

    [Fact]
    public void All_or_nothing_is_handled_event_by_event()
    {
        var account = Start();

        account.Tell(new Account.NoteAll("one", "two", "three"), Me);
        account.Tell(new Account.GetState(), Me);

        _kit.ReceiveN(4).ShouldBe(["noted one as 1", "noted two as 2", "noted three as 3", "one,two,three"]);
        _journal.BatchSizes.ShouldBe([1]);
    }

    [Fact]
    public void A_persist_within_a_handler_is_committed_before_the_next_command()
    {
        var account = Start();

        account.Tell(new Account.NoteTwice("one"), Me);
        account.Tell("hello", Me);

        _kit.ReceiveN(3).ShouldBe(["noted one as 1", "noted one-again as 2", "hello"]);
    }

    [Fact]
    public void Persist_async_lets_commands_pass_before_the_commit()
    {
        var account = Start();
        _journal.Close();

        account.Tell(new Account.NoteLater("one"), Me);
        account.Tell("hello", Me);
        _kit.ExpectMsg("hello");
        _journal.Open();

        _kit.ExpectMsg("noted one as 1");
    }

    [Fact]
    public void Deferred_work_waits_for_what_was_persisted_before_it()
    {
        var account = Start();
        account.Tell(new Account.Defer("at once"), Me);
        _kit.ExpectMsg("deferred at once");
        _journal.Close();

        account.Tell(new Account.NoteLater("one"), Me);
        account.Tell(new Account.Defer("behind one"), Me);
        account.Tell("hello", Me);
        _kit.ExpectMsg("hello");
        _journal.Open();

        _kit.ReceiveN(2).ShouldBe(["noted one as 1", "deferred behind one"]);
    }

    [Fact]
    public void An_awaiting_handler_holds_commands_back_until_it_is_done()
    {
        var gate = new TaskCompletionSource();
        var account = Start();

        account.Tell(new Account.NoteAwaited("one", gate.Task), Me);
        account.Tell("hello", Me);
        _kit.ExpectNoMsg();
        gate.SetResult();

        _kit.ReceiveN(2).ShouldBe(["noted one as 1", "hello"]);
    }

    [Fact]
    public void A_command_that_awaits_may_persist_afterwards()
    {
        var gate = new TaskCompletionSource();
        var account = Start();

        account.Tell(new Account.NoteAfter("one", gate.Task), Me);
        account.Tell(new Account.GetState(), Me);
        gate.SetResult();

        _kit.ReceiveN(2).ShouldBe(["noted one as 1", "one"]);
    }

    [Fact]
    public void A_failed_write_stops_the_actor_and_runs_no_handler()
    {
        var account = Start();
        _kit.Watch(account);
        _journal.Fail = _ => new AccidentException("disk full");

        account.Tell(new Account.Note("one"), Me);

        _kit.ExpectMsg("failed at 1: disk full");
        _kit.ExpectTerminated(account);
        _journal.EventsOf("a").ShouldBeEmpty();
    }

    [Fact]
    public void A_rejected_write_runs_no_handler_and_the_actor_goes_on()
    {
        var account = Start();
        _journal.Reject = write =>
            write.Events[0].Payload is Account.Noted { Text: "bad" } ? new AccidentException("no JSON") : null;

        account.Tell(new Account.Note("bad"), Me);
        account.Tell(new Account.Note("good"), Me);

        _kit.ExpectMsg("rejected at 1: no JSON");
        _kit.ExpectMsg("noted good as 2");
    }

    [Fact]
    public void Nothing_is_persisted_during_recovery()
    {
        var account = Start();
        account.Tell(new Account.Note("one"), Me);
        _kit.ExpectMsg("noted one as 1");
        _kit.Watch(account);
        _kit.Sys.Stop(account);
        _kit.ExpectTerminated(account);

        var hasty = _kit.Sys.ActorOf(Props.Create(() => new PersistsWhileRecovering(Me)));
        _kit.Watch(hasty);

        _kit.ExpectMsg<string>().ShouldStartWith("Nothing is persisted during recovery");
        _kit.ExpectTerminated(hasty);
    }

    [Fact]
    public void Without_a_journal_no_persistent_actor_starts()
    {
        using var system = ActorSystem.Create("no-journal");
        var probe = new TestKit.TestProbe(system, new TestKit.PlainAssertions());

        probe.Watch(system.ActorOf(Props.Create(() => new Account("a", Me))));

        probe.ExpectMsg<Terminated>();
    }

    [Fact]
    public void A_poison_pill_waits_for_the_commit_before_it()
    {
        var account = Start();
        _kit.Watch(account);
        _journal.Close();

        account.Tell(new Account.Note("one"), Me);
        account.Tell(PoisonPill.Instance, Me);
        _journal.Open();

        _kit.ExpectMsg("noted one as 1");
        _kit.ExpectTerminated(account);
    }

    private IActorRef Start()
    {
        var account = _kit.Sys.ActorOf(Props.Create(() => new Account("a", Me)), "account");
        _kit.ExpectMsg("recovered 0");
        return account;
    }

    private sealed class PersistsWhileRecovering : ReceivePersistentActor
    {
        private readonly IActorRef _reports;

        public PersistsWhileRecovering(IActorRef reports)
        {
            _reports = reports;
            Recover<Account.Noted>(noted => Persist(noted, _ => { }));
        }

        public override string PersistenceId => "a";

        protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
            _reports.Tell(reason.Message);
    }
}
