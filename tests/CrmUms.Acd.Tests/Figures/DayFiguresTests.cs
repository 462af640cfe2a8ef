using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Figures;

/// <summary>What the figures of a day count. The threshold of every queue is 20 seconds.</summary>
public sealed class DayFiguresTests
{
    private static readonly QueueId Support = new("support");
    private static readonly QueueId Sales = new("sales");
    private static readonly AgentId Aziza = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly AgentId Botir = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Nine = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly LegId Leg = new("leg");

    private readonly InteractionId _call = new(Guid.NewGuid());
    private DayFigures _day = new(new DateOnly(2026, 7, 14));

    private QueueFigures InSupport => _day.Of(Support);

    [Fact]
    public void A_call_that_is_answered_in_time_counts_in_both_service_levels()
    {
        Happens(Arrived(0), Queued(2), Offered(3), Connected(22), Ended(82), Recorded(92), Closed(92));

        InSupport.ShouldBe(new QueueFigures(Support)
        {
            Offered = 1, Answered = 1, AnsweredWithin = 1, Wait = Seconds(20),
            Handling = new HandlingFigures(1, Seconds(60), TimeSpan.Zero, Seconds(10)),
        });
        (InSupport.ServiceLevel, InSupport.ServiceLevelOfAll).ShouldBe((1, 1));
        _day.Of(Aziza).ShouldBe(new AgentFigures(Aziza)
        {
            Contacts = 1, Handling = new HandlingFigures(1, Seconds(60), TimeSpan.Zero, Seconds(10)),
        });
        _day.Contacts.ShouldBeEmpty();
    }

    [Fact]
    public void Who_gives_up_late_lowers_one_service_level_and_who_gives_up_soon_lowers_none()
    {
        Happens(Arrived(0), Queued(0), Connected(10), Closed(70));
        Happens(new InteractionId(Guid.NewGuid()), wait: 5);
        Happens(new InteractionId(Guid.NewGuid()), wait: 50);

        (InSupport.Offered, InSupport.Answered, InSupport.Abandoned, InSupport.AbandonedWithin)
            .ShouldBe((3, 1, 2, 1));
        (InSupport.ServiceLevel, InSupport.ServiceLevelOfAll).ShouldBe((1, 0.5));
    }

    [Fact]
    public void Who_is_sent_to_another_queue_is_offered_to_both_and_answered_by_one()
    {
        Happens(
            Arrived(0), Queued(0),
            new CallerOverflowed(_call, Support, OverflowWhen.Wait, RuleTarget.Queue("sales"), "", At(30)),
            new InteractionQueued(_call, Sales, At(31), At(0)), Connected(41));

        (InSupport.Offered, InSupport.LeftOtherwise, InSupport.Waiting).ShouldBe((1, 1, 0));
        (_day.Of(Sales).Offered, _day.Of(Sales).Answered, _day.Of(Sales).Wait).ShouldBe((1, 1, Seconds(10)));
    }

    [Fact]
    public void Being_enqueued_again_where_he_stands_changes_nothing()
    {
        Happens(Arrived(0), Queued(0));
        var before = _day;

        Happens(Queued(5));

        _day.ShouldBeSameAs(before);
    }

    [Fact]
    public void A_call_back_stands_in_the_line_and_in_no_share()
    {
        Happens(
            Arrived(0), Queued(0), new CallbackAgreed(_call, Support, PhoneNumber.FromE164("+998901234567"), At(60)),
            new CallbackQueued(_call, Support, At(61), At(0)));

        (InSupport.Offered, InSupport.LeftOtherwise, InSupport.Waiting).ShouldBe((1, 1, 1));
        _day.Contacts[_call].Kind.ShouldBe(CallKind.Callback);

        Happens(Connected(300));

        (InSupport.Answered, InSupport.Waiting, _day.Of(Aziza).Contacts).ShouldBe((0, 0, 1));
    }

    [Fact]
    public void Lost_audio_is_neither_talk_nor_hold_and_who_is_given_up_waits_again()
    {
        Happens(
            Arrived(0), Queued(0), Connected(5), new InteractionHeld(_call, At(15)),
            new InteractionResumed(_call, 2, At(20)), new AgentAudioLost(_call, Aziza, At(30)),
            new AgentGivenUp(_call, Aziza, At(60)));

        InSupport.Waiting.ShouldBe(1);
        _day.Of(Aziza).Handling.ShouldBe(new HandlingFigures(1, Seconds(20), Seconds(5), TimeSpan.Zero));

        Happens(Connected(70, Botir), Ended(80), Closed(85));

        (InSupport.Offered, InSupport.Answered, InSupport.Wait).ShouldBe((1, 1, Seconds(5)));
        _day.Of(Botir).Handling.ShouldBe(new HandlingFigures(1, Seconds(10), TimeSpan.Zero, Seconds(5)));
        InSupport.Handling.Handled.ShouldBe(2);
    }

    [Fact]
    public void At_midnight_all_begins_anew_and_who_waits_is_offered_to_the_new_day()
    {
        Happens(Arrived(0), Queued(0), Connected(10), Closed(70));
        var late = new InteractionId(Guid.NewGuid());
        Happens(new InteractionArrived(late, Leg, "1000", CallerNumber.Anonymous, "", At(80)));
        Happens(new InteractionQueued(late, Support, At(80)));

        _day = _day.On(new DateOnly(2026, 7, 15));

        InSupport.ShouldBe(new QueueFigures(Support) { Offered = 1, Waiting = 1 });
        _day.Agents.ShouldBeEmpty();
        _day.On(new DateOnly(2026, 7, 14)).ShouldBeSameAs(_day);
    }

    [Fact]
    public void What_it_never_heard_the_beginning_of_counts_nowhere()
    {
        Happens(Queued(0), Connected(10), Recorded(20));

        _day.ShouldBe(new DayFigures(new DateOnly(2026, 7, 14)));
    }

    private static DateTimeOffset At(double second) => Nine.AddSeconds(second);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private InteractionArrived Arrived(double at) =>
        new(_call, Leg, "1000", CallerNumber.Anonymous, "", At(at));

    private InteractionQueued Queued(double at) => new(_call, Support, At(at));

    private InteractionOffered Offered(double at) => new(
        _call, Aziza, new RoutingReason("longest-idle", "support", 1, TimeSpan.Zero, null, null), At(at + 20), At(at));

    private InteractionConnected Connected(double at, AgentId? agent = null) =>
        new(_call, agent ?? Aziza, Leg, 1, At(at));

    private InteractionEnded Ended(double at) => new(_call, InteractionEnding.CallerHungUp, At(at));

    private WrapUpRecorded Recorded(double at) => new(_call, Aziza, new WrapUpResult(null, null, ""), At(at));

    private InteractionClosed Closed(double at) => new(_call, At(at));

    private void Happens(InteractionId call, double wait) => Happens(
        new InteractionArrived(call, Leg, "1000", CallerNumber.Anonymous, "", At(100)),
        new InteractionQueued(call, Support, At(100)),
        new InteractionEnded(call, InteractionEnding.Abandoned, At(100 + wait)),
        new InteractionClosed(call, At(100 + wait)));

    private void Happens(params IInteractionEvent[] events) =>
        _day = events.Aggregate(_day, (day, happened) => day.After(happened, _ => Seconds(20)));
}
