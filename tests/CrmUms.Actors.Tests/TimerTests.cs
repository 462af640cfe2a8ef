namespace CrmUms.Actors.Tests;

public sealed class TimerTests : TestKit.TestKit
{
    [Fact]
    public void A_single_timer_fires_once_and_not_before_its_time()
    {
        var clock = StartClock();
        clock.Tell(new Start("tea", TimeSpan.FromMinutes(3)));

        Scheduler.Advance(TimeSpan.FromMinutes(3) - TimeSpan.FromTicks(1));
        ExpectNoMsg();
        Scheduler.Advance(TimeSpan.FromTicks(1));
        ExpectMsg("tea");
        Scheduler.Advance(TimeSpan.FromHours(1));
        ExpectNoMsg();
    }

    [Fact]
    public void A_periodic_timer_fires_at_every_interval()
    {
        var clock = StartClock();
        clock.Tell(new Start("tick", TimeSpan.FromSeconds(10), IsPeriodic: true));

        Scheduler.Advance(TimeSpan.FromSeconds(35));

        ReceiveN(3).ShouldBe(["tick", "tick", "tick"]);
        ExpectNoMsg();
    }

    [Fact]
    public void A_timer_started_again_under_its_key_replaces_the_old_one()
    {
        var clock = StartClock();
        clock.Tell(new Start("tea", TimeSpan.FromMinutes(3)));
        clock.Tell(new Start("tea", TimeSpan.FromMinutes(5)));

        Scheduler.Advance(TimeSpan.FromMinutes(4));
        ExpectNoMsg();
        Scheduler.Advance(TimeSpan.FromMinutes(1));
        ExpectMsg("tea");
    }

    [Fact]
    public void A_cancelled_timers_message_is_not_delivered_even_when_it_lies_in_the_mailbox()
    {
        using var gate = new ManualResetEventSlim();
        var clock = StartClock();
        clock.Tell(new Start("tea", TimeSpan.FromMinutes(3)));
        TestKit.TestSystem.WaitUntilIdle(Sys);
        clock.Tell(gate);
        clock.Tell(new Cancel("tea"));

        // The clock is turned without waiting for rest, as the actor is busy until the gate opens.
        Task.Run(gate.Set, TestContext.Current.CancellationToken);
        Scheduler.Advance(TimeSpan.FromMinutes(3));

        ExpectNoMsg();
    }

    [Fact]
    public void Timers_end_with_a_restart()
    {
        var clock = StartClock();
        clock.Tell(new Start("tea", TimeSpan.FromMinutes(3)));
        clock.Tell(new Work.Fail(new AccidentException("broken")));

        Scheduler.Advance(TimeSpan.FromMinutes(5));

        ExpectNoMsg();
    }

    [Fact]
    public void Timers_end_with_the_actor()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(Event.DeadLetter));
        var clock = StartClock();
        clock.Tell(new Start("tick", TimeSpan.FromSeconds(1), IsPeriodic: true));
        Watch(clock);
        clock.Tell(PoisonPill.Instance);
        ExpectTerminated(clock);

        Scheduler.Advance(TimeSpan.FromMinutes(1));

        probe.ExpectNoMsg();
    }

    [Fact]
    public void A_chain_of_timers_plays_out_within_one_turn_of_the_clock()
    {
        Sys.ActorOf(Props.Create(() => new Countdown(5, TestActor))).Tell("go");

        Scheduler.Advance(TimeSpan.FromSeconds(5));

        ReceiveN(5).ShouldBe([5, 4, 3, 2, 1]);
    }

    [Fact]
    public void A_receive_timeout_comes_when_nothing_else_does()
    {
        var sleepy = Sys.ActorOf(Props.Create(() => new Sleepy(TestActor)));
        sleepy.Tell("hello");
        ExpectMsg("hello");

        Scheduler.Advance(TimeSpan.FromSeconds(9));
        sleepy.Tell("again");
        ExpectMsg("again");
        Scheduler.Advance(TimeSpan.FromSeconds(9));
        ExpectNoMsg();
        Scheduler.Advance(TimeSpan.FromSeconds(1));
        ExpectMsg("asleep");
    }

    [Fact]
    public void The_scheduler_tells_later_and_its_cancelables_hold()
    {
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), TestActor, "once", ActorRefs.NoSender);
        var repeated = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(
            TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), TestActor, "again", ActorRefs.NoSender);

        Scheduler.Advance(TimeSpan.FromSeconds(4));
        ReceiveN(3).ShouldBe(["once", "again", "again"]);
        repeated.Cancel();
        Scheduler.Advance(TimeSpan.FromSeconds(10));

        ExpectNoMsg();
    }

    private IActorRef StartClock() => Sys.ActorOf(Props.Create(() => new Clock(TestActor)));

    private sealed record Start(string Key, TimeSpan After, bool IsPeriodic = false);

    private sealed record Cancel(string Key);

    private sealed class Clock : ReceiveActor, IWithTimers
    {
        public Clock(IActorRef reports)
        {
            Receive<Work.Fail>(fail => throw fail.Cause);
            Receive<ManualResetEventSlim>(gate => gate.Wait(TimeSpan.FromSeconds(10)));
            Receive<Cancel>(cancel => Timers.Cancel(cancel.Key));
            Receive<Start>(start =>
            {
                if (start.IsPeriodic)
                {
                    Timers.StartPeriodicTimer(start.Key, start.Key, start.After);
                }
                else
                {
                    Timers.StartSingleTimer(start.Key, start.Key, start.After);
                }
            });
            ReceiveAny(reports.Tell);
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }

    private sealed class Countdown : ReceiveActor, IWithTimers
    {
        public Countdown(int from, IActorRef reports)
        {
            Receive<string>(_ => Timers.StartSingleTimer("next", from, TimeSpan.FromSeconds(1)));
            Receive<int>(number =>
            {
                reports.Tell(number);
                if (number > 1)
                {
                    Timers.StartSingleTimer("next", number - 1, TimeSpan.FromSeconds(1));
                }
            });
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }

    private sealed class Sleepy : ReceiveActor
    {
        public Sleepy(IActorRef reports)
        {
            Context.SetReceiveTimeout(TimeSpan.FromSeconds(10));
            Receive<ReceiveTimeout>(_ =>
            {
                reports.Tell("asleep");
                Context.SetReceiveTimeout(null);
            });
            ReceiveAny(reports.Tell);
        }
    }
}
