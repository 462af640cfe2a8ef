using System.Globalization;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Interactions;

/// <summary>Who is shown as heard when in the recording of a call. Written as second-second and how.</summary>
public sealed class TalkLanesTests
{
    private const string File = "client.raw";
    private static readonly InteractionId Call = new(Guid.NewGuid());
    private static readonly AgentId Aziza = new(Guid.NewGuid());
    private static readonly AgentId Bobur = new(Guid.NewGuid());
    private static readonly AgentId Dilnoza = new(Guid.NewGuid());
    private static readonly PartyId Outside = PartyId.OfNumber(1);
    private static readonly PhoneNumber Number = PhoneNumber.FromE164("+998712000000");
    private static readonly DateTimeOffset Start = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly RoutingReason Reason = new("longest-idle", "support", 1, TimeSpan.Zero, null, null);

    private static readonly IInteractionEvent[] Talk =
    [
        new InteractionArrived(Call, new LegId("client"), "1000", CallerNumber.Anonymous, File, At(0)),
        new FlowStarted(Call, "welcome", At(0)),
        new InteractionQueued(Call, new QueueId("support"), At(3)),
        new InteractionOffered(Call, Aziza, Reason, At(20), At(4)),
        new InteractionConnected(Call, Aziza, new LegId("aziza"), 1, At(5)),
    ];

    [Fact]
    public void A_client_is_greeted_waits_talks_and_is_put_on_hold() => Lanes(
        new InteractionHeld(Call, At(10)),
        new InteractionResumed(Call, 2, At(15)),
        Ended(20)).ShouldBe(
        [
            "Client 0-20 Talks",
            "Agent Aziza 5-10 Talks, 15-20 Talks",
            "Line 0-3 Flow, 3-5 Queue, 10-15 Hold",
        ]);

    [Fact]
    public void After_a_take_over_the_agent_is_gone_and_the_supervisor_talks() => Lanes(
        new TalkSupervised(Call, Dilnoza, Aziza, SupervisionMode.Listen, At(8)),
        new TalkTakenOver(Call, Aziza, Dilnoza, new LegId("dilnoza"), 2, At(12)),
        Ended(20)).ShouldBe(
        [
            "Client 0-20 Talks",
            "Agent Aziza 5-12 Talks",
            "Supervisor Dilnoza 8-12 Listens, 12-20 Talks",
            "Line 0-3 Flow, 3-5 Queue",
        ]);

    [Fact]
    public void A_supervisor_is_heard_only_while_he_has_barged_in() => Lanes(
        new TalkSupervised(Call, Dilnoza, Aziza, SupervisionMode.Listen, At(6)),
        new TalkSupervised(Call, Dilnoza, Aziza, SupervisionMode.Whisper, At(7)),
        new TalkSupervised(Call, Dilnoza, Aziza, SupervisionMode.Barge, At(8)),
        new TalkUnsupervised(Call, Dilnoza, At(9)),
        Ended(20)).ShouldContain("Supervisor Dilnoza 6-7 Listens, 7-8 Whispers, 8-9 Talks");

    [Fact]
    public void Who_goes_through_the_agents_leg_is_not_heard_while_the_client_hears_music() => Lanes(
        new TalkSupervised(Call, Dilnoza, Aziza, SupervisionMode.Barge, At(8)),
        new InteractionHeld(Call, At(10)),
        new InteractionResumed(Call, 2, At(15)),
        Ended(20)).ShouldContain("Supervisor Dilnoza 8-10 Talks, 15-20 Talks");

    [Fact]
    public void Whoever_may_not_know_of_listeners_does_not_find_one_here()
    {
        IInteractionEvent[] quiet =
        [
            new TalkSupervised(Call, Dilnoza, Aziza, SupervisionMode.Listen, At(6)),
            new TalkUnsupervised(Call, Dilnoza, At(9)),
            new TalkSupervised(Call, Bobur, Aziza, SupervisionMode.Barge, At(10)),
            new TalkSupervised(Call, Bobur, Aziza, SupervisionMode.Listen, At(11)),
            Ended(20),
        ];

        Of(mayTell: one => one.Mode != SupervisionMode.Listen, quiet).ShouldBe(
        [
            "Client 0-20 Talks",
            "Agent Aziza 5-20 Talks",
            "Supervisor Bobur 10-11 Talks",
            "Line 0-3 Flow, 3-5 Queue",
        ]);
    }

    [Fact]
    public void A_colleague_who_was_asked_is_heard_by_the_client_from_the_conference_on() => Lanes(
        [.. Asks(Bobur), new ConferenceStarted(Call, At(14)), Ended(20)]).ShouldBe(
        [
            "Client 0-20 Talks",
            "Agent Aziza 5-10 Talks, 14-20 Talks",
            "Colleague Bobur 14-20 Talks",
            "Line 0-3 Flow, 3-5 Queue, 10-14 Hold",
        ]);

    [Fact]
    public void A_colleague_to_whom_the_call_is_handed_over_was_its_agent() => Lanes(
        [.. Asks(Bobur), new InteractionHandedOver(Call, Aziza, Bobur, 3, At(14)), Ended(20)])
        .ShouldContain("Agent Bobur 14-20 Talks");

    [Fact]
    public void Somebody_outside_has_a_recording_of_his_own_in_which_the_consultation_is_heard()
    {
        IInteractionEvent[] conference =
        [
            .. Talk,
            new InteractionHeld(Call, At(10)),
            new ConsultationStarted(Call, Aziza, At(10)),
            new PartyInvited(
                Call, Aziza, Outside, PartyPurpose.Consultation, null, Number, new LegId("out"), "", At(10)),
            new PartyAnswered(Call, Outside, new LegId("out"), "outside.raw", 2, At(12)),
            new ConferenceStarted(Call, At(14)),
            new PartyLeft(Call, Outside, PartyLeaving.HungUp, At(18)),
            new ConferenceEnded(Call, At(18)),
            Ended(20),
        ];

        Told(TalkLanes.Of(conference, "outside.raw", mayTell: _ => true)).ShouldBe(
        [
            "Outside +998712000000 12-18 Talks",
            "Agent Aziza 12-18 Talks",
            "Client 14-18 Talks",
        ]);
        Told(TalkLanes.Of(conference, File, mayTell: _ => true)).ShouldContain("Outside +998712000000 14-18 Talks");
    }

    [Fact]
    public void Who_is_silenced_is_there_unheard_and_who_has_lost_his_audio_is_not_there() => Lanes(
        new AgentMuted(Call, Aziza, Muted: true, At(7)),
        new AgentMuted(Call, Aziza, Muted: false, At(8)),
        new AgentAudioLost(Call, Aziza, At(10)),
        new AgentAudioRestored(Call, Aziza, new LegId("aziza-2"), 2, At(12)),
        Ended(20)).ShouldBe(
        [
            "Client 0-20 Talks",
            "Agent Aziza 5-7 Talks, 7-8 Muted, 8-10 Talks, 12-20 Talks",
            "Line 0-3 Flow, 3-5 Queue, 10-12 AudioLost",
        ]);

    [Fact]
    public void While_a_survey_asks_the_agent_is_gone() => Lanes(
        new TalkCompleted(Call, Aziza, At(10)),
        Ended(20)).ShouldBe(
        [
            "Client 0-20 Talks",
            "Agent Aziza 5-10 Talks",
            "Line 0-3 Flow, 3-5 Queue, 10-20 Flow",
        ]);

    [Fact]
    public void What_goes_on_has_no_end_yet() => Lanes().ShouldContain("Agent Aziza 5- Talks");

    [Fact]
    public void A_recording_of_which_nothing_is_known_has_nobody() =>
        TalkLanes.Of([.. Talk, Ended(9)], "other.raw", mayTell: _ => true).ShouldBeEmpty();

    private static IInteractionEvent[] Asks(AgentId colleague) =>
    [
        new InteractionHeld(Call, At(10)),
        new ConsultationStarted(Call, Aziza, At(10)),
        new PartyInvited(
            Call, Aziza, PartyId.Of(colleague), PartyPurpose.Consultation, colleague, null, null, "", At(10)),
        new PartyAnswered(Call, PartyId.Of(colleague), new LegId("colleague"), "", 2, At(12)),
    ];

    private static IReadOnlyList<string> Lanes(params IInteractionEvent[] then) => Of(mayTell: _ => true, then);

    private static IReadOnlyList<string> Of(
        Func<TalkSupervised, bool> mayTell, IInteractionEvent[] then) =>
        Told(TalkLanes.Of([.. Talk, .. then], File, mayTell));

    private static IReadOnlyList<string> Told(IReadOnlyList<TalkLane> lanes)
    {
        lanes.Select(lane => lane.IsRecorded).ShouldBe(lanes.Select((_, place) => place == 0));
        return [.. lanes.Select(lane => $"{lane.Role} {NameOf(lane)}{string.Join(", ", lane.Spans.Select(Words))}")];
    }

    private static string NameOf(TalkLane lane) =>
        lane.Agent == Aziza ? "Aziza "
        : lane.Agent == Bobur ? "Bobur "
        : lane.Agent == Dilnoza ? "Dilnoza "
        : lane.Number is { } number ? $"{number.E164} "
        : "";

    private static string Words(LaneSpan span) => $"{Second(span.From)}-{Second(span.To)} {span.Heard}";

    private static string Second(DateTimeOffset? at) =>
        (at - Start)?.TotalSeconds.ToString(CultureInfo.InvariantCulture) ?? "";

    private static InteractionEnded Ended(double at) => new(Call, InteractionEnding.CallerHungUp, At(at));

    private static DateTimeOffset At(double second) => Start.AddSeconds(second);
}
