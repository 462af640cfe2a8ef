namespace CrmUms.Actors.Tests;

public sealed class TellTests : TestKit.TestKit
{
    [Fact]
    public void An_answer_reaches_whoever_told()
    {
        var echo = Sys.ActorOf<Echo>();

        echo.Tell("hello");

        ExpectMsgFrom<string>(echo).ShouldBe("hello");
    }

    [Fact]
    public void Messages_of_one_sender_are_handled_in_the_order_told()
    {
        var echo = Sys.ActorOf<Echo>();

        for (var index = 0; index < 1_000; index++)
        {
            echo.Tell(index);
        }

        ReceiveN(1_000).ShouldBe(Enumerable.Range(0, 1_000).Cast<object>());
    }

    [Fact]
    public async Task Messages_of_many_threads_arrive_once_each_and_in_each_threads_order()
    {
        var seen = new List<(int Sender, int Number)>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sink = Sys.ActorOf(Props.Create(() => new Sink(seen, 40_000, all)));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(() =>
        {
            for (var number = 0; number < 5_000; number++)
            {
                sink.Tell((sender, number), ActorRefs.NoSender);
            }
        })));
        await all.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        foreach (var bySender in seen.GroupBy(message => message.Sender))
        {
            bySender.Select(message => message.Number).ShouldBe(Enumerable.Range(0, 5_000));
        }
    }

    [Fact]
    public void Null_is_refused_where_it_is_told() =>
        Should.Throw<InvalidMessageException>(() => TestActor.Tell(null!, ActorRefs.NoSender));

    [Fact]
    public void Forwarding_keeps_the_first_sender()
    {
        var probe = CreateTestProbe();
        var echo = Sys.ActorOf<Echo>();
        var relay = Sys.ActorOf(Props.Create(() => new Relay(echo)));

        probe.Send(relay, "hello");

        probe.ExpectMsgFrom<string>(echo);
    }

    [Fact]
    public void What_is_told_to_a_stopped_actor_becomes_a_dead_letter()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(DeadLetter));
        var echo = Sys.ActorOf<Echo>();
        Watch(echo);
        Sys.Stop(echo);
        ExpectTerminated(echo);

        echo.Tell("too late");

        var buried = probe.ExpectMsg<DeadLetter>();
        buried.Message.ShouldBe("too late");
        buried.Sender.ShouldBe(TestActor);
        buried.Recipient.ShouldBe(echo);
    }

    [Fact]
    public void What_waited_in_the_mailbox_of_a_stopping_actor_becomes_dead_letters()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(DeadLetter));
        var echo = Sys.ActorOf<Echo>();

        echo.Tell(PoisonPill.Instance);
        echo.Tell("behind the pill");

        probe.ExpectMsg<DeadLetter>().Message.ShouldBe("behind the pill");
    }

    [Fact]
    public void A_message_without_a_handler_is_published_as_unhandled()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(UnhandledMessage));
        var deaf = Sys.ActorOf<Deaf>();

        deaf.Tell("anybody?");

        probe.ExpectMsg<UnhandledMessage>().Recipient.ShouldBe(deaf);
    }

    [Fact]
    public void Without_a_sender_the_answer_goes_to_the_dead_letters()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(DeadLetter));

        Sys.ActorOf<Echo>().Tell("hello", ActorRefs.NoSender);

        probe.ExpectMsg<DeadLetter>().Message.ShouldBe("hello");
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message));
    }

    private sealed class Deaf : ReceiveActor;

    private sealed class Relay : ReceiveActor
    {
        public Relay(IActorRef to) => ReceiveAny(to.Forward);
    }

    private sealed class Sink : ReceiveActor
    {
        public Sink(List<(int Sender, int Number)> seen, int expected, TaskCompletionSource all) =>
            Receive<(int, int)>(message =>
            {
                seen.Add(message);
                if (seen.Count == expected)
                {
                    all.SetResult();
                }
            });
    }
}
