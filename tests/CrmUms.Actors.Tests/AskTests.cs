namespace CrmUms.Actors.Tests;

public sealed class AskTests : TestKit.TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_answer_completes_the_question() =>
        (await Desk().Ask<string>("hello", Soon, Cancellation)).ShouldBe("you said hello");

    [Fact]
    public async Task A_question_without_an_answer_times_out_by_the_systems_clock()
    {
        var question = Desk().Ask<string>("ignore me", Soon, Cancellation);

        Scheduler.Advance(TimeSpan.FromSeconds(4));
        question.IsCompleted.ShouldBeFalse();
        Scheduler.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<AskTimeoutException>(() => question);
    }

    [Fact]
    public async Task A_cancelled_question_ends()
    {
        using var source = new CancellationTokenSource();
        var question = Desk().Ask<string>("ignore me", source.Token);

        await source.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => question);
    }

    [Fact]
    public async Task An_answer_of_failure_faults_the_question() =>
        (await Should.ThrowAsync<AccidentException>(() => Desk().Ask<string>("fail", Soon, Cancellation)))
            .Message.ShouldBe("as asked");

    [Fact]
    public async Task An_answer_of_another_type_faults_the_question() =>
        await Should.ThrowAsync<ArgumentException>(() => Desk().Ask<int>("hello", Soon, Cancellation));

    [Fact]
    public async Task The_question_may_carry_the_address_for_its_answer()
    {
        var answer = await Desk().Ask<string>(replyTo => new Request(replyTo), Soon, Cancellation);

        answer.ShouldBe("at your address");
    }

    [Fact]
    public async Task A_late_answer_is_a_dead_letter()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(Event.DeadLetter));
        var slow = CreateTestProbe();
        var question = slow.Ref.Ask<string>("hello", Soon, Cancellation);
        slow.ExpectMsg("hello");
        Scheduler.Advance(Soon);

        slow.Reply("late");

        probe.ExpectMsg<Event.DeadLetter>().Message.ShouldBe("late");
        await Should.ThrowAsync<AskTimeoutException>(() => question);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IActorRef Desk() => Sys.ActorOf<FrontDesk>();

    private sealed record Request(IActorRef ReplyTo);

    private sealed class FrontDesk : ReceiveActor
    {
        public FrontDesk()
        {
            Receive<string>(text => text == "ignore me", _ => { });
            Receive<string>(text => text == "fail", _ => Sender.Tell(
                new Status.Failure(new AccidentException("as asked"))));
            Receive<string>(text => Sender.Tell($"you said {text}"));
            Receive<Request>(request => request.ReplyTo.Tell("at your address"));
        }
    }
}
