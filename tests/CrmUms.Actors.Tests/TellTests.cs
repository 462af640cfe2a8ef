namespace CrmUms.Actors.Tests;

public sealed class TellTests : TestKit.TestKit
{
    [Fact]
    public void A_message_told_to_an_echo_comes_back_from_it()
    {
        var echo = Sys.ActorOf<Echo>();

        echo.Tell("hello");

        ExpectMsgFrom<string>(echo).ShouldBe("hello");
    }

    [Fact]
    public async Task An_asked_echo_answers()
    {
        var echo = Sys.ActorOf<Echo>();

        (await echo.Ask<string>("hello", TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken)).ShouldBe("hello");
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message));
    }
}
