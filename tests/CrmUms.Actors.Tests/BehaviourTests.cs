namespace CrmUms.Actors.Tests;

public sealed class BehaviourTests : TestKit.TestKit
{
    [Fact]
    public void Become_replaces_the_behaviour()
    {
        var door = Sys.ActorOf<Door>();

        door.Tell("ring");
        door.Tell("open");
        door.Tell("ring");
        door.Tell("close");
        door.Tell("ring");

        ReceiveN(3).ShouldBe(["closed", "open", "closed"]);
    }

    [Fact]
    public void A_stacked_behaviour_gives_way_to_the_one_below()
    {
        var door = Sys.ActorOf<Door>();

        door.Tell("open");
        door.Tell("party");
        door.Tell("ring");
        door.Tell("over");
        door.Tell("ring");

        ReceiveN(2).ShouldBe(["party", "open"]);
    }

    [Fact]
    public void Handlers_are_tried_in_the_order_declared()
    {
        var picky = Sys.ActorOf<Picky>();

        picky.Tell(5);
        picky.Tell(50);
        picky.Tell(500);
        picky.Tell("text");

        ReceiveN(4).ShouldBe(["small", "refused, then any int", "large", "anything"]);
    }

    [Fact]
    public void A_handler_of_a_base_type_takes_the_derived_ones()
    {
        var zoo = Sys.ActorOf<Zoo>();

        zoo.Tell(new Cat());
        zoo.Tell(new Dog());
        zoo.Tell(new Cat());

        ReceiveN(3).ShouldBe(["cat", "animal", "cat"]);
    }

    [Fact]
    public void Nothing_may_be_declared_behind_a_handler_of_everything()
    {
        var broken = ChildActorOf(Props.Create(() => new DeclaresTooMuch()));
        Watch(broken);

        ExpectTerminated(broken);
    }

    [Fact]
    public void A_restart_returns_to_the_first_behaviour()
    {
        var door = Sys.ActorOf<Door>();
        door.Tell("open");

        door.Tell(new Work.Fail(new AccidentException("broken")));
        door.Tell("ring");

        ExpectMsg("closed");
    }

    [Fact]
    public void Become_in_the_constructor_counts()
    {
        Sys.ActorOf(Props.Create(() => new BornOpen())).Tell("ring");

        ExpectMsg("open from birth");
    }

    private class Animal;

    private sealed class Cat : Animal;

    private sealed class Dog : Animal;

    private sealed class Door : ReceiveActor
    {
        public Door() => Closed();

        private void Closed()
        {
            Receive<Work.Fail>(fail => throw fail.Cause);
            Receive<string>(text => text == "open", _ => Become(Open));
            Receive<string>(_ => Sender.Tell("closed"));
        }

        private void Open()
        {
            Receive<Work.Fail>(fail => throw fail.Cause);
            Receive<string>(text => text == "close", _ => Become(Closed));
            Receive<string>(text => text == "party", _ => BecomeStacked(Party));
            Receive<string>(_ => Sender.Tell("open"));
        }

        private void Party()
        {
            Receive<string>(text => text == "over", _ => UnbecomeStacked());
            Receive<string>(_ => Sender.Tell("party"));
        }
    }

    private sealed class Picky : ReceiveActor
    {
        public Picky()
        {
            Receive<int>(_ => Sender.Tell("small"), number => number < 10);
            Receive<int>(number => number < 100 && Refuse());
            Receive<int>(number => Sender.Tell(number < 100 ? "refused, then any int" : "large"));
            ReceiveAny(_ => Sender.Tell("anything"));
        }

        private static bool Refuse() => false;
    }

    private sealed class Zoo : ReceiveActor
    {
        public Zoo()
        {
            Receive<Cat>(_ => Sender.Tell("cat"));
            Receive<Animal>(_ => Sender.Tell("animal"));
        }
    }

    private sealed class DeclaresTooMuch : ReceiveActor
    {
        public DeclaresTooMuch()
        {
            ReceiveAny(_ => { });
            Receive<string>(_ => { });
        }
    }

    private sealed class BornOpen : ReceiveActor
    {
        public BornOpen() => Become(() => ReceiveAny(_ => Sender.Tell("open from birth")));
    }
}
