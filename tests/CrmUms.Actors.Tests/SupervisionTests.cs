namespace CrmUms.Actors.Tests;

public sealed class SupervisionTests : TestKit.TestKit
{
    private static readonly AccidentException Broken = new("broken");

    [Fact]
    public void A_failed_actor_is_restarted_with_fresh_state_and_its_mailbox_kept()
    {
        var worker = Start(new OneForOneStrategy(_ => Directive.Restart));

        worker.Tell(new Work.Add(5));
        worker.Tell(new Work.Fail(Broken));
        worker.Tell(new Work.Add(7));
        worker.Tell(new Work.GetTotal());

        ExpectMsg("worker restarts for broken");
        ExpectMsg("worker stops");
        ExpectMsg("worker starts");
        ExpectMsg(7);
    }

    [Fact]
    public void A_resumed_actor_keeps_its_state_and_loses_the_message()
    {
        var worker = Start(new OneForOneStrategy(_ => Directive.Resume));

        worker.Tell(new Work.Add(5));
        worker.Tell(new Work.Fail(Broken));
        worker.Tell(new Work.Add(7));
        worker.Tell(new Work.GetTotal());

        ExpectMsg(12);
    }

    [Fact]
    public void A_child_whose_parent_says_stop_is_gone()
    {
        var worker = Start(new OneForOneStrategy(_ => Directive.Stop));
        Watch(worker);

        worker.Tell(new Work.Fail(Broken));

        ExpectMsg("worker stops");
        ExpectTerminated(worker);
    }

    [Fact]
    public void An_escalated_failure_restarts_the_parent_and_with_it_stops_the_child()
    {
        var parent = Start(
            new OneForOneStrategy(_ => Directive.Restart), new OneForOneStrategy(_ => Directive.Escalate));
        parent.Tell(new Work.StartChild("child"));
        ReceiveN(2);

        parent.Tell(new Work.ForChild("child", new Work.Fail(Broken)));

        ExpectMsg("worker restarts for broken");
        ReceiveN(3).ShouldBe(["child stops", "worker stops", "worker starts"], ignoreOrder: true);
    }

    [Fact]
    public void After_an_escalation_that_is_resumed_parent_and_child_go_on()
    {
        var parent = Start(
            new OneForOneStrategy(_ => Directive.Resume), new OneForOneStrategy(_ => Directive.Escalate));
        parent.Tell(new Work.StartChild("child"));
        ReceiveN(2);
        parent.Tell(new Work.ForChild("child", new Work.Add(3)));

        parent.Tell(new Work.ForChild("child", new Work.Fail(Broken)));
        parent.Tell(new Work.ForChild("child", new Work.GetTotal()));

        ExpectMsg(3);
    }

    [Fact]
    public void Killed_means_failed_and_by_default_stopped()
    {
        var worker = Start(SupervisorStrategy.DefaultStrategy);
        Watch(worker);

        worker.Tell(Kill.Instance);

        ExpectMsg("worker stops");
        ExpectTerminated(worker);
    }

    [Fact]
    public void Too_many_failures_within_the_range_stop_the_child()
    {
        var worker = Start(new OneForOneStrategy(
            maxNrOfRetries: 2, withinTimeRange: TimeSpan.FromMinutes(1), localOnlyDecider: _ => Directive.Restart));
        Watch(worker);

        for (var failure = 1; failure <= 2; failure++)
        {
            worker.Tell(new Work.Fail(Broken));
            ReceiveN(3);
        }

        worker.Tell(new Work.Fail(Broken));

        ExpectMsg("worker stops");
        ExpectTerminated(worker);
    }

    [Fact]
    public void Failures_far_apart_are_forgiven()
    {
        var worker = Start(new OneForOneStrategy(
            maxNrOfRetries: 1, withinTimeRange: TimeSpan.FromMinutes(1), localOnlyDecider: _ => Directive.Restart));

        for (var failure = 1; failure <= 5; failure++)
        {
            worker.Tell(new Work.Fail(Broken));
            ReceiveN(3).ShouldBe(["worker restarts for broken", "worker stops", "worker starts"]);
            Scheduler.Advance(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public void Under_all_for_one_every_child_shares_the_fate_of_one()
    {
        var parent = Start(
            SupervisorStrategy.DefaultStrategy, new AllForOneStrategy(_ => Directive.Restart));
        parent.Tell(new Work.StartChild("one"));
        parent.Tell(new Work.StartChild("two"));
        ReceiveN(4);

        parent.Tell(new Work.ForChild("one", new Work.Fail(Broken)));

        ReceiveN(6).ShouldBe(
            [
                "one restarts for broken", "one stops", "one starts",
                "two restarts for broken", "two stops", "two starts",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_constructor_that_throws_stops_the_actor()
    {
        var parent = Start(SupervisorStrategy.DefaultStrategy);
        var broken = ChildActorOf(Props.Create(() => new CannotStart()));
        Watch(broken);

        ExpectTerminated(broken);
        parent.Tell("still here");
        ExpectMsg("worker still here");
    }

    [Fact]
    public void A_restart_that_throws_is_judged_again()
    {
        var tries = new int[1];
        var parent = ChildActorOf(Props.Create(() => new Parent(
            Props.Create(() => new StartsAtThird(tries)),
            new OneForOneStrategy(_ => Directive.Restart))));

        parent.Tell("hello");

        ExpectMsg("third hello");
    }

    [Fact]
    public void A_suspended_actor_handles_nothing_until_its_parent_has_decided()
    {
        using var gate = new ManualResetEventSlim();
        var reports = TestActor;
        var child = Start(new OneForOneStrategy(_ => Decide(gate, reports)));

        child.Tell(new Work.Fail(Broken));
        ExpectMsg("deciding");
        child.Tell("after");
        gate.Set();

        ExpectMsg("decided");
        ExpectMsg("worker after");
    }

    private static Directive Decide(ManualResetEventSlim gate, IActorRef reports)
    {
        reports.Tell("deciding");
        gate.Wait(TimeSpan.FromSeconds(10));
        reports.Tell("decided");
        return Directive.Resume;
    }

    private IActorRef Start(SupervisorStrategy above, SupervisorStrategy? own = null)
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(
            Props.Create(() => new Worker(TestActor, "worker", own)), above)));
        ExpectMsg("worker starts");
        return parent.Ask<IActorRef>("child?").WaitAsync(TimeSpan.FromSeconds(3)).GetAwaiter().GetResult();
    }

    private sealed class Parent : ReceiveActor
    {
        private readonly SupervisorStrategy _strategy;

        public Parent(Props child, SupervisorStrategy strategy)
        {
            _strategy = strategy;
            var only = Context.ActorOf(child, "only");
            Receive<string>(text => text == "child?", _ => Sender.Tell(only));
            ReceiveAny(only.Forward);
        }

        protected override SupervisorStrategy SupervisorStrategy() => _strategy;
    }

    private sealed class CannotStart : ReceiveActor
    {
        public CannotStart() => throw Broken;
    }

    private sealed class StartsAtThird : ReceiveActor
    {
        public StartsAtThird(int[] tries)
        {
            if (++tries[0] < 3)
            {
                throw Broken;
            }

            ReceiveAny(message => Sender.Tell($"third {message}"));
        }
    }
}
