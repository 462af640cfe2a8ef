namespace CrmUms.Actors.Tests;

public sealed class LifecycleTests : TestKit.TestKit
{
    [Fact]
    public void An_actor_starts_and_stops_once()
    {
        var worker = StartWorker();

        Sys.Stop(worker);

        ExpectMsg("worker stops");
        ExpectNoMsg();
    }

    [Fact]
    public void A_poison_pill_is_taken_behind_what_was_told_before()
    {
        var worker = StartWorker();

        worker.Tell("one");
        worker.Tell(PoisonPill.Instance);

        ExpectMsg("worker one");
        ExpectMsg("worker stops");
    }

    [Fact]
    public void Stopping_goes_before_what_waits_in_the_mailbox()
    {
        var worker = Sys.ActorOf(Props.Create(() => new StopsItself(TestActor)));

        worker.Tell("stop");
        worker.Tell("more");

        ExpectMsg("stopped");
        ExpectNoMsg();
    }

    [Fact]
    public void Children_stop_before_their_parent()
    {
        var parent = StartWorker();
        parent.Tell(new Work.StartChild("child"));
        ReceiveN(2).ShouldContain("child starts");

        Sys.Stop(parent);

        ExpectMsg("child stops");
        ExpectMsg("worker stops");
    }

    [Fact]
    public void A_name_is_free_again_when_its_actor_has_terminated()
    {
        var first = Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null)), "name");
        ExpectMsg("worker starts");
        Should.Throw<InvalidActorNameException>(
            () => Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null)), "name"));
        Watch(first);
        Sys.Stop(first);
        ExpectMsg("worker stops");
        ExpectTerminated(first);

        var second = Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null)), "name");

        second.Path.ShouldBe(first.Path);
        second.ShouldNotBe(first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$hidden")]
    [InlineData("with/slash")]
    [InlineData("имя")]
    public void A_malformed_name_is_refused(string name) =>
        Should.Throw<InvalidActorNameException>(
            () => Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null)), name));

    [Fact]
    public void An_actor_cannot_be_made_by_its_constructor() =>
        Should.Throw<ActorInitializationException>(() => new Worker(TestActor));

    [Fact]
    public void A_context_is_not_to_be_had_outside_a_turn()
    {
        var worker = Sys.ActorOf(Props.Create(() => new LeaksContext(TestActor)));

        worker.Tell("leak");

        ExpectMsg("no context outside");
    }

    [Fact]
    public async Task When_the_system_terminates_every_actor_has_stopped()
    {
        using var other = TestKit.TestSystem.Create();
        var stopped = new List<string>();
        foreach (var name in new[] { "a", "b", "c" })
        {
            other.ActorOf(Props.Create(() => new NotesItsEnd(stopped, name)), name);
        }

        await other.Terminate();

        stopped.Order().ShouldBe(["a", "b", "c"]);
        other.WhenTerminated.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_terminated_system_starts_no_actors()
    {
        var other = TestKit.TestSystem.Create();
        await other.Terminate();

        Should.Throw<InvalidOperationException>(() => other.ActorOf<NoOp>());
    }

    [Fact]
    public async Task Graceful_stop_says_when_the_actor_is_gone()
    {
        var worker = StartWorker();

        (await worker.GracefulStop(TimeSpan.FromSeconds(3))).ShouldBeTrue();

        ExpectMsg("worker stops");
    }

    [Fact]
    public async Task Graceful_stop_is_cancelled_when_the_actor_does_not_stop_in_time()
    {
        var stubborn = Sys.ActorOf<NoOp>();

        var stopping = stubborn.GracefulStop(TimeSpan.FromSeconds(5), "please");
        Scheduler.Advance(TimeSpan.FromSeconds(6));

        await Should.ThrowAsync<TaskCanceledException>(() => stopping);
    }

    private IActorRef StartWorker()
    {
        var worker = Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null)));
        ExpectMsg("worker starts");
        return worker;
    }

    private sealed class StopsItself : ReceiveActor
    {
        private readonly IActorRef _reports;

        public StopsItself(IActorRef reports)
        {
            _reports = reports;
            Receive<string>(text => text == "stop", _ => Context.Stop(Self));
            ReceiveAny(_reports.Tell);
        }

        protected override void PostStop() => _reports.Tell("stopped");
    }

    private sealed class LeaksContext : ReceiveActor
    {
        public LeaksContext(IActorRef reports) => ReceiveAny(_ => Task.Run(() =>
        {
            try
            {
                _ = Context.Self;
            }
            catch (NotSupportedException)
            {
                reports.Tell("no context outside");
            }
        }));
    }

    private sealed class NotesItsEnd(List<string> stopped, string name) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop()
        {
            lock (stopped)
            {
                stopped.Add(name);
            }
        }
    }

    private sealed class NoOp : ReceiveActor
    {
        public NoOp() => ReceiveAny(_ => { });
    }
}
