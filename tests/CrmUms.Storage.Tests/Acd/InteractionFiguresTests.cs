using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Acd;

namespace CrmUms.Storage.Tests.Acd;

public sealed class InteractionFiguresTests
{
    private readonly Call _call = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_whole_call_has_every_figure_and_they_add_up()
    {
        var row = After(_call.WholeStory(new ClientId(Guid.Empty)));

        (row.GreetingMs, row.WaitMs, row.TalkMs, row.HoldMs, row.WrapUpMs)
            .ShouldBe((2_000, 8_000, 30_000, 5_000, 12_000));
        row.Running.ShouldBeNull();
        row.Ending.ShouldBe("caller-hung-up");
        row.ClosedAt.ShouldBe(_call.At(58));
    }

    [Fact]
    public void Talk_does_not_count_hold_nor_lost_audio()
    {
        var row = After(
            _call.Arrived(), _call.Queued(0), _call.Connected(10), _call.Held(20), _call.Resumed(30),
            _call.AudioLost(40), _call.AudioRestored(43), _call.Ended(50));

        (row.TalkMs, row.HoldMs, row.AudioLostMs).ShouldBe((27_000, 10_000, 3_000));
    }

    [Fact]
    public void Whoever_waits_elsewhere_and_then_for_a_call_back_waits_on_all_the_time()
    {
        var row = After(
            _call.Arrived(),
            _call.Queued(0),
            new InteractionQueued(_call.Id, new QueueId("express"), _call.At(20), _call.At(0)),
            new CallbackAgreed(_call.Id, new QueueId("express"), PhoneNumber.FromE164("+998901234567"), _call.At(30)),
            new CallbackQueued(_call.Id, new QueueId("express"), _call.At(35), _call.At(0)),
            new CallbackDialled(_call.Id, _call.Agent, new LegId("agent"), new LegId("out"), _call.At(60)),
            new CallbackAnswered(_call.Id, new LegId("out"), "out.raw", _call.At(70)),
            _call.Connected(70),
            _call.Ended(100));

        (row.WaitMs, row.TalkMs, row.QueueId).ShouldBe((70_000, 30_000, "express"));
        row.QueuedAt.ShouldBe(_call.At(0));
    }

    [Fact]
    public void A_caller_who_is_given_back_to_the_queue_waits_on()
    {
        var row = After(
            _call.Arrived(), _call.Queued(0), _call.Connected(10), _call.AudioLost(20), _call.GivenUp(40),
            _call.Connected(45), _call.Ended(60));

        (row.WaitMs, row.TalkMs, row.AudioLostMs).ShouldBe((15_000, 25_000, 20_000));
        row.ConnectedAt.ShouldBe(_call.At(10));
    }

    [Fact]
    public void An_offer_that_rings_out_is_part_of_the_wait()
    {
        var row = After(
            _call.Arrived(), _call.Queued(0), _call.Offered(1), _call.OfferEnded(21), _call.Offered(22),
            _call.Connected(25));

        (row.WaitMs, row.Offers).ShouldBe((25_000, 2));
    }

    [Fact]
    public void A_caller_who_leaves_before_an_answer_causes_no_wrap_up()
    {
        var row = After(
            _call.Arrived(), _call.Queued(0), _call.Ended(17, InteractionEnding.Abandoned), _call.Closed(18));

        (row.WaitMs, row.TalkMs, row.WrapUpMs).ShouldBe((17_000, 0, 0));
        row.AgentId.ShouldBeNull();
    }

    [Fact]
    public void Wrap_up_that_runs_out_counts_until_the_close()
    {
        var row = After(_call.Arrived(), _call.Queued(0), _call.Connected(1), _call.Ended(2), _call.Closed(62));

        row.WrapUpMs.ShouldBe(60_000);
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_no_figure_negative()
    {
        var row = After(_call.Arrived(), _call.Queued(100), _call.Connected(50), _call.Ended(55));

        (row.WaitMs, row.TalkMs).ShouldBe((0, 5_000));
    }

    private static InteractionRow After(params object[] events) =>
        events.Cast<IInteractionEvent>().Aggregate((InteractionRow?)null, InteractionFigures.After)!;
}
