namespace CrmUms.Actors.Tests;

public sealed class StashTests : TestKit.TestKit
{
    [Fact]
    public void Stashed_messages_come_back_in_order_before_what_waits()
    {
        var shop = Sys.ActorOf<Shop>();

        shop.Tell("one");
        shop.Tell("two");
        shop.Tell(new Open());
        shop.Tell("three");

        ReceiveN(3).ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public void A_restart_brings_stashed_messages_back()
    {
        var shop = Sys.ActorOf<Shop>();

        shop.Tell("one");
        shop.Tell(new Work.Fail(new AccidentException("fire")));
        shop.Tell(new Open());

        ExpectMsg("one");
    }

    [Fact]
    public void The_same_object_told_twice_may_be_stashed_twice()
    {
        var shop = Sys.ActorOf<Shop>();
        const string Message = "same";

        shop.Tell(Message);
        shop.Tell(Message);
        shop.Tell(new Open());

        ReceiveN(2).ShouldBe([Message, Message]);
    }

    [Fact]
    public void One_delivery_is_not_stashed_twice()
    {
        var greedy = Sys.ActorOf<Greedy>();

        greedy.Tell("twice");

        ExpectMsg("refused");
    }

    [Fact]
    public void A_full_stash_throws()
    {
        using var kit = new TestKit.TestKit(new ActorSystemOptions { StashMax = 2 });
        var shop = kit.ChildActorOf(Props.Create(() => new Shop()));
        kit.Sys.EventStream.Subscribe(kit.TestActor, typeof(Event.DeadLetter));

        // The third message is lost with the restart; the first two come back to the new instance.
        shop.Tell("one", kit.TestActor);
        shop.Tell("two", kit.TestActor);
        shop.Tell("three", kit.TestActor);
        shop.Tell(new Open(), kit.TestActor);

        kit.ReceiveN(2).ShouldBe(["one", "two"]);
        kit.ExpectNoMsg();
    }

    [Fact]
    public void What_is_stashed_when_the_actor_stops_becomes_dead_letters()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(Event.DeadLetter));
        var shop = Sys.ActorOf<Shop>();

        shop.Tell("one");
        shop.Tell(PoisonPill.Instance);

        probe.ExpectMsg<Event.DeadLetter>().Message.ShouldBe("one");
    }

    private sealed record Open;

    private sealed class Shop : ReceiveActor, IWithStash
    {
        public Shop()
        {
            Receive<Work.Fail>(fail => throw fail.Cause);
            Receive<Open>(_ =>
            {
                Become(() => ReceiveAny(message => Sender.Tell(message)));
                Stash.UnstashAll();
            });
            ReceiveAny(_ => Stash.Stash());
        }

        public IStash Stash { get; set; } = null!;
    }

    private sealed class Greedy : ReceiveActor, IWithUnboundedStash
    {
        public Greedy() => ReceiveAny(_ =>
        {
            Stash.Stash();
            try
            {
                Stash.Stash();
            }
            catch (IllegalActorStateException)
            {
                Sender.Tell("refused");
            }
        });

        public IStash Stash { get; set; } = null!;
    }
}
