namespace CrmUms.Actors.Tests;

public sealed class DeathWatchTests : TestKit.TestKit
{
    [Fact]
    public void A_watcher_hears_of_a_death_once()
    {
        var subject = Sys.ActorOf<NoOp>();
        Watch(subject);
        Watch(subject);

        Sys.Stop(subject);

        ExpectTerminated(subject).ExistenceConfirmed.ShouldBeTrue();
        ExpectNoMsg();
    }

    [Fact]
    public void Watching_the_dead_answers_at_once()
    {
        var subject = Sys.ActorOf<NoOp>();
        Watch(subject);
        Sys.Stop(subject);
        ExpectTerminated(subject);

        var late = CreateTestProbe();
        late.Watch(subject);

        late.ExpectTerminated(subject);
    }

    [Fact]
    public void A_restart_is_not_a_death()
    {
        var subject = Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null)));
        ExpectMsg("worker starts");
        Watch(subject);

        subject.Tell(new Work.Fail(new AccidentException("broken")));

        ReceiveN(3).ShouldNotContain(message => message is Terminated);
        ExpectNoMsg();
    }

    [Fact]
    public void After_unwatch_nothing_is_heard_even_when_the_word_was_on_its_way()
    {
        var subject = Sys.ActorOf<NoOp>();
        using var gate = new ManualResetEventSlim();
        var watcher = Sys.ActorOf(Props.Create(() => new LateUnwatch(subject, gate, TestActor)));
        watcher.Tell("wait");

        var dead = CreateTestProbe();
        dead.Watch(subject);
        Sys.Stop(subject);
        dead.ExpectTerminated(subject);
        gate.Set();
        watcher.Tell("report");

        ExpectMsg("nothing heard");
    }

    [Fact]
    public void A_watcher_that_does_not_handle_the_death_dies_too()
    {
        var subject = Sys.ActorOf<NoOp>();
        var partner = Sys.ActorOf(Props.Create(() => new DeafWatcher(subject)));
        Watch(partner);

        Sys.Stop(subject);

        ExpectTerminated(partner);
    }

    [Fact]
    public void A_message_of_choice_may_stand_for_the_death()
    {
        var subject = Sys.ActorOf<NoOp>();
        Sys.ActorOf(Props.Create(() => new WatchesWith(subject, TestActor)));

        ExpectMsg("watching");
        Sys.Stop(subject);

        ExpectMsg("it is over");
    }

    [Fact]
    public void What_the_dead_told_comes_before_the_news_of_its_death()
    {
        Sys.ActorOf(Props.Create(() => new ParentOfLastWords(TestActor)));

        ExpectMsg("last words");
        ExpectMsg("it is dead");
    }

    private sealed class NoOp : ReceiveActor
    {
        public NoOp() => ReceiveAny(_ => { });
    }

    private sealed class LateUnwatch : ReceiveActor
    {
        public LateUnwatch(IActorRef subject, ManualResetEventSlim gate, IActorRef reports)
        {
            var heard = false;
            Context.Watch(subject);
            Receive<string>(text => text == "wait", _ =>
            {
                gate.Wait(TimeSpan.FromSeconds(10));
                Context.Unwatch(subject);
            });
            Receive<Terminated>(_ => heard = true);
            Receive<string>(_ => reports.Tell(heard ? "heard of it" : "nothing heard"));
        }
    }

    private sealed class DeafWatcher : ReceiveActor
    {
        public DeafWatcher(IActorRef subject) => Context.Watch(subject);
    }

    private sealed class WatchesWith : ReceiveActor
    {
        public WatchesWith(IActorRef subject, IActorRef reports)
        {
            Context.WatchWith(subject, "it is over");
            reports.Tell("watching");
            ReceiveAny(reports.Tell);
        }
    }

    private sealed class ParentOfLastWords : ReceiveActor
    {
        public ParentOfLastWords(IActorRef reports)
        {
            Context.Watch(Context.ActorOf(Props.Create(() => new Dying())));
            Receive<Terminated>(_ => reports.Tell("it is dead"));
            ReceiveAny(reports.Tell);
        }
    }

    private sealed class Dying : ReceiveActor
    {
        protected override void PreStart()
        {
            Context.Parent.Tell("last words");
            Context.Stop(Self);
        }
    }
}
