namespace CrmUms.Actors.Tests;

public sealed class MailboxTests
{
    [Fact]
    public void A_busy_actor_lets_others_have_their_turn()
    {
        // One worker thread would do: the busy actor must come to the end of its turn by itself.
        using var kit = new TestKit.TestKit(new ActorSystemOptions { ThroughputMax = 10 });
        var busy = kit.Sys.ActorOf(Props.Create(() => new Restless()));
        busy.Tell("go");

        var quiet = kit.Sys.ActorOf(Props.Create(() => new Worker(kit.TestActor, "quiet", null)));
        quiet.Tell("hello");

        kit.ExpectMsg("quiet starts");
        kit.ExpectMsg("quiet hello");
        kit.Sys.Stop(busy);
    }

    [Fact]
    public void A_full_mailbox_sends_what_does_not_fit_to_the_dead_letters()
    {
        using var kit = new TestKit.TestKit(new ActorSystemOptions { MailboxMax = 1_000 });
        using var gate = new ManualResetEventSlim();
        var probe = kit.CreateTestProbe();
        kit.Sys.EventStream.Subscribe(probe, typeof(DeadLetter));
        var slow = kit.Sys.ActorOf(Props.Create(() => new Gated(gate)));

        for (var index = 0; index < 2_000; index++)
        {
            slow.Tell(index, ActorRefs.NoSender);
        }

        var lost = probe.ReceiveN(900).Count;
        gate.Set();
        lost.ShouldBe(900);
        TestSystem.WaitUntilIdle(kit.Sys);
        slow.Tell("after the flood");
        kit.ExpectMsg("after the flood");
    }

    [Fact]
    public void No_two_messages_of_one_actor_are_handled_at_the_same_time()
    {
        using var kit = new TestKit.TestKit(new ActorSystemOptions { ThroughputMax = 1 });
        var overlaps = new int[1];
        var lonely = kit.Sys.ActorOf(Props.Create(() => new Lonely(overlaps)));

        Parallel.For(0, 8, _ =>
        {
            for (var index = 0; index < 2_000; index++)
            {
                lonely.Tell(index, ActorRefs.NoSender);
            }
        });
        TestSystem.WaitUntilIdle(kit.Sys);

        overlaps[0].ShouldBe(0);
    }

    private sealed class Restless : ReceiveActor
    {
        public Restless() => ReceiveAny(message => Self.Tell(message));
    }

    private sealed class Gated : ReceiveActor
    {
        public Gated(ManualResetEventSlim gate)
        {
            Receive<int>(_ => gate.Wait(TimeSpan.FromSeconds(10)));
            ReceiveAny(message => Sender.Tell(message));
        }
    }

    private sealed class Lonely : ReceiveActor
    {
        private int _inside;

        public Lonely(int[] overlaps) => Receive<int>(_ =>
        {
            if (Interlocked.Increment(ref _inside) != 1)
            {
                overlaps[0]++;
            }

            Thread.SpinWait(20);
            Interlocked.Decrement(ref _inside);
        });
    }
}
