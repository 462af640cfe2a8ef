namespace CrmUms.Actors.Tests;

public sealed class EventStreamTests : TestKit.TestKit
{
    [Fact]
    public void A_subscriber_hears_its_type_and_everything_derived_from_it()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(News)).ShouldBeTrue();

        Sys.EventStream.Publish(new News("plain"));
        Sys.EventStream.Publish(new GoodNews("good"));
        Sys.EventStream.Publish("no news");

        ExpectMsg<News>().Text.ShouldBe("plain");
        ExpectMsg<GoodNews>().Text.ShouldBe("good");
        ExpectNoMsg();
    }

    [Fact]
    public void Subscribing_twice_is_heard_once()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(News));
        Sys.EventStream.Subscribe(TestActor, typeof(News)).ShouldBeFalse();

        Sys.EventStream.Publish(new News("once"));

        ExpectMsg<News>();
        ExpectNoMsg();
    }

    [Fact]
    public void After_unsubscribing_nothing_is_heard()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(News));
        Sys.EventStream.Publish(new News("before"));
        Sys.EventStream.Unsubscribe(TestActor, typeof(News)).ShouldBeTrue();

        Sys.EventStream.Publish(new News("after"));

        ExpectMsg<News>().Text.ShouldBe("before");
        ExpectNoMsg();
    }

    [Fact]
    public void A_stopped_subscriber_is_forgotten()
    {
        var worker = Sys.ActorOf(Props.Create(() => new Worker(TestActor, "worker", null)));
        Sys.EventStream.Subscribe(worker, typeof(News));
        ExpectMsg("worker starts");
        Watch(worker);
        Sys.Stop(worker);
        ReceiveN(2);

        Sys.EventStream.Unsubscribe(worker).ShouldBeFalse();
    }

    private record News(string Text);

    private sealed record GoodNews(string Text) : News(Text);
}
