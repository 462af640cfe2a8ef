namespace CrmUms.Actors.Tests;

public sealed class AsyncTests : TestKit.TestKit
{
    [Fact]
    public void No_other_message_is_handled_while_a_handler_awaits()
    {
        var gate = new TaskCompletionSource();
        var patient = Sys.ActorOf(Props.Create(() => new Patient(gate.Task, TestActor)));

        patient.Tell("first");
        patient.Tell(2);
        ExpectMsg("before first");
        ExpectNoMsg();
        gate.SetResult();

        ExpectMsg("after first");
        ExpectMsg(2);
    }

    [Fact]
    public void After_the_await_the_actor_still_knows_itself_and_its_sender()
    {
        var gate = new TaskCompletionSource();
        var polite = Sys.ActorOf(Props.Create(() => new Polite(gate.Task)));
        var probe = CreateTestProbe();

        probe.Send(polite, "hello");
        gate.SetResult();

        probe.ExpectMsgFrom<string>(polite).ShouldBe("hello from your polite actor");
    }

    [Fact]
    public void A_handler_that_throws_after_its_await_fails_its_actor()
    {
        var gate = new TaskCompletionSource();
        var patient = ChildActorOf(Props.Create(() => new Patient(gate.Task, TestActor)));
        patient.Tell("first");
        ExpectMsg("before first");
        patient.Tell(2);

        gate.SetException(new AccidentException("broken"));

        ExpectMsg("restarted for broken");
        ExpectMsg(2);
    }

    [Fact]
    public void What_awaits_in_a_stopped_actor_is_not_continued()
    {
        var gate = new TaskCompletionSource();
        var patient = Sys.ActorOf(Props.Create(() => new Patient(gate.Task, TestActor)));
        Watch(patient);
        patient.Tell("first");
        ExpectMsg("before first");

        Sys.Stop(patient);
        ExpectTerminated(patient);
        gate.SetResult();

        ExpectNoMsg();
    }

    [Fact]
    public void Thousands_of_awaiting_actors_hold_no_threads()
    {
        var gate = new TaskCompletionSource();
        for (var index = 0; index < 5_000; index++)
        {
            Sys.ActorOf(Props.Create(() => new Patient(gate.Task, TestActor))).Tell("wait");
        }

        ReceiveN(5_000).ShouldAllBe(message => (string)message == "before wait");
        ThreadPool.ThreadCount.ShouldBeLessThan(100);
        gate.SetResult();

        ReceiveN(5_000).ShouldAllBe(message => (string)message == "after wait");
    }

    [Fact]
    public void An_actor_that_never_stops_yielding_starves_nobody_and_can_be_stopped()
    {
        var restless = Sys.ActorOf(Props.Create(() => new Restless()));
        Watch(restless);
        restless.Tell("go");

        Task.FromResult("others work").PipeTo(Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null))));
        ReceiveN(2).ShouldBe(["worker starts", "worker others work"]);
        Sys.Stop(restless);

        ExpectTerminated(restless);
    }

    [Fact]
    public void A_piped_task_arrives_as_a_message()
    {
        Task.FromResult(42).PipeTo(TestActor);
        Task.FromResult(42).PipeTo(TestActor, success: number => $"got {number}");
        Task.FromException<int>(new AccidentException("broken")).PipeTo(TestActor, failure: cause => cause.Message);
        Task.FromException<int>(new AccidentException("bare")).PipeTo(TestActor);

        ExpectMsg(42);
        ExpectMsg("got 42");
        ExpectMsg("broken");
        ExpectMsg<Status.Failure>().Cause.Message.ShouldBe("bare");
    }

    private sealed class Patient : ReceiveActor
    {
        private readonly IActorRef _reports;

        public Patient(Task gate, IActorRef reports)
        {
            _reports = reports;
            ReceiveAsync<string>(async text =>
            {
                reports.Tell($"before {text}");
                await gate;
                reports.Tell($"after {text}");
            });
            ReceiveAny(reports.Tell);
        }

        protected override void PreRestart(Exception reason, object message) =>
            _reports.Tell($"restarted for {reason.Message}");
    }

    private sealed class Restless : ReceiveActor
    {
        public Restless() => ReceiveAsync<string>(async _ =>
        {
            while (true)
            {
                await Task.Yield();
            }
        });
    }

    private sealed class Polite : ReceiveActor
    {
        public Polite(Task gate) => ReceiveAsync<string>(async _ =>
        {
            await gate;
            await Task.Yield();
            var name = Context.Self.Equals(Self) ? "polite" : "confused";
            Sender.Tell($"hello from your {name} actor");
        });
    }
}
