using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Figures;

/// <summary>Where contacts are when neither a line nor an agent has them.</summary>
public sealed class ContactPlaceTests
{
    private static readonly QueueId Support = new("support");
    private static readonly AgentId Aziza = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly PhoneNumber Outside = PhoneNumber.FromE164("+998712000000");
    private static readonly DateTimeOffset Nine = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly LegId Leg = new("leg");

    private readonly InteractionId _call = new(Guid.NewGuid());
    private DayFigures _day = new(new DateOnly(2026, 7, 14));

    private ContactPlace? Place => _day.Contacts[_call].Place;

    [Fact]
    public void A_caller_is_in_his_flow_until_he_stands_in_a_line_and_again_when_he_leaves_it()
    {
        Happens(Arrived(0), new FlowStarted(_call, "main", At(1)));
        Place.ShouldBe(new ContactPlace(ContactWhere.InFlow, At(1)));
        _day.Contacts[_call].Flow.ShouldBe("main");

        Happens(new InteractionQueued(_call, Support, At(10)));
        Place.ShouldBeNull();
        _day.Of(Support).Waiting.ShouldBe(1);

        Happens(new QueueLeft(_call, Support, FlowQueueLeaving.Timeout, At(40)));
        Place.ShouldBe(new ContactPlace(ContactWhere.InFlow, At(40)));
        _day.Of(Support).Waiting.ShouldBe(0);

        Happens(new InteractionEnded(_call, InteractionEnding.Abandoned, At(50)));
        Place.ShouldBeNull();
    }

    [Fact]
    public void Whom_his_flow_has_called_for_him_he_talks_with_until_that_ends()
    {
        Happens(
            Arrived(0), new FlowStarted(_call, "main", At(1)),
            new FlowNoted(_call, new FlowNote.DialStarted("1"), At(2)));
        Place!.Where.ShouldBe(ContactWhere.InFlow);

        Happens(new FlowNoted(_call, new FlowNote.DialAnswered("1"), At(5)));
        Place.ShouldBe(new ContactPlace(ContactWhere.ThroughFlow, At(5)));

        Happens(new FlowNoted(_call, new FlowNote.DialEnded(FlowDialEnding.Failed), At(9)));
        Place.ShouldBe(new ContactPlace(ContactWhere.InFlow, At(9)));
    }

    [Fact]
    public void After_the_talk_his_flow_has_him()
    {
        Happens(Arrived(0), Queued(0), Connected(5), new TalkCompleted(_call, Aziza, At(60)));

        Place.ShouldBe(new ContactPlace(ContactWhere.AfterTalk, At(60)));
    }

    [Fact]
    public void Handed_to_a_number_outside_he_is_there_until_the_end_however_the_agent_wraps_up()
    {
        Happens(Arrived(0), Queued(0), Connected(5), Invited(20), HandedOutside(30));
        Happens(new HandOverResultRecorded(_call, Aziza, new WrapUpResult(null, null, ""), At(40)));

        Place.ShouldBe(new ContactPlace(ContactWhere.Forwarded, At(30)));
        _day.Contacts[_call].Outside.ShouldBe(Outside);

        Happens(new InteractionEnded(_call, InteractionEnding.CallerHungUp, At(90)));
        Place.ShouldBeNull();
    }

    [Fact]
    public void A_call_that_an_agent_made_is_known_where_it_goes_and_stands_in_no_figure_of_calls()
    {
        Happens(new OutboundCallStarted(_call, Aziza, Leg, Leg, "", Outside, At(0)), Connected(5), Invited(20));
        Happens(HandedOutside(30));
        Place.ShouldBe(new ContactPlace(ContactWhere.Forwarded, At(30)));

        Happens(Queued(40));
        (Place, _day.Of(Support).Waiting, _day.Of(Support).Offered).ShouldBe((null, 1, 0));
        _day.Contacts[_call].IsWaiting.ShouldBeTrue("Whoever is handed to a queue waits like anybody.");

        Happens(Connected(50), new InteractionClosed(_call, At(60)));
        _day.Of(Support).ShouldBe(new QueueFigures(Support));
        _day.Agents.ShouldBeEmpty();
        _day.Contacts.ShouldBeEmpty();
    }

    private static DateTimeOffset At(double second) => Nine.AddSeconds(second);

    private InteractionArrived Arrived(double at) => new(_call, Leg, "1000", CallerNumber.Anonymous, "", At(at));

    private InteractionQueued Queued(double at) => new(_call, Support, At(at));

    private InteractionConnected Connected(double at) => new(_call, Aziza, Leg, 1, At(at));

    private PartyInvited Invited(double at) => new(
        _call, Aziza, new PartyId("1"), PartyPurpose.Transfer, null, Outside, Leg, "", At(at));

    private InteractionHandedOutside HandedOutside(double at) => new(_call, Aziza, 2, At(at));

    private void Happens(params IInteractionEvent[] events) =>
        _day = events.Aggregate(_day, (day, happened) => day.After(happened, _ => TimeSpan.FromSeconds(20)));
}
