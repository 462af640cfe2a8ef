using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Acd.Tests;

/// <summary>Any sequence of events: each is either in the table or refused, and the state always makes sense.</summary>
public sealed class LifecycleProperties
{
    private static readonly AgentId Agent = new(Guid.NewGuid());
    private static readonly AgentId Other = new(Guid.NewGuid());
    private static readonly PhoneNumber Number = PhoneNumber.FromE164("+998711234567");
    private static readonly InteractionId Call = new(Guid.NewGuid());
    private static readonly DateTimeOffset At = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly LegId Leg = new("leg");
    private static readonly RoutingReason Reason = new("longest-idle", "support", 1, TimeSpan.Zero, null, null);

    private static readonly IAgentEvent[] AgentEvents =
    [
        new AgentSignedIn(Agent, At),
        new AgentSignedOut(Agent, At),
        new AgentBecameReady(Agent, At),
        new AgentBecameNotReady(Agent, "lunch", At),
        new AgentReserved(Agent, Call, At),
        new AgentStartedTalking(Agent, Call, At),
        new AgentHeldCaller(Agent, Call, At),
        new AgentResumedCaller(Agent, Call, At),
        new AgentStartedWrapUp(Agent, Call, At, At),
        new AgentPlannedNotReady(Agent, "lunch", At),
        new AgentReserved(Agent, Call, At, IsAutoAnswered: true),
        new AgentMissedOffer(Agent, Call, 1, At),
        new AgentBecameNotReady(Agent, NotReadyReasons.NoAnswer, At),
        new AgentOverstayed(Agent, "lunch", 60, At),
        new AgentStartedCall(Agent, Call, At),
        new AgentExtendedWrapUp(Agent, Call, At, "why", At),
        new AgentQualityChanged(Agent, true, false, null, null, null, At),
    ];

    private static readonly IInteractionEvent[] InteractionEvents =
    [
        new FlowStarted(Call, "welcome", At),
        new PriorityGiven(Call, 50, Agent, At),
        new TalkSupervised(Call, Agent, Agent, SupervisionMode.Whisper, At),
        new TalkUnsupervised(Call, Agent, At),
        new HelpAsked(Call, Agent, "rude", At),
        new HelpWithdrawn(Call, Agent, At),
        new AgentMuted(Call, Agent, true, At),
        new TalkQualityMeasured(Call, Agent, new TalkQuality(60, 4.2, 3.9, 0.01, 12, 40, false), At),
        new TalkTakenOver(Call, Agent, Agent, new LegId("leg-2"), 2, At),
        new FlowNoted(Call, new FlowNote.MenuChosen("menu", "1", "Debts"), At),
        new QueueLeft(Call, new QueueId("support"), FlowQueueLeaving.Timeout, At),
        new TalkCompleted(Call, Agent, At),
        new CallerOverflowed(
            Call, new QueueId("support"), OverflowWhen.Wait, RuleTarget.Queue("express"), "busy", At),
        new CallerAssigned(Call, Agent, At.AddMinutes(2), Agent, At),
        new CallerPicked(Call, Agent, At.AddSeconds(5), At),
        new CallerTakenOut(Call, new QueueId("support"), new QueueId("express"), Agent, At),
        new InteractionQueued(Call, new QueueId("support"), At),
        new InteractionQueued(Call, new QueueId("express"), At, At),
        new VoicemailArrived(Call, Call, new QueueId("support"), "message", TimeSpan.Zero, At),
        new CallbackAgreed(Call, new QueueId("support"), PhoneNumber.FromE164("+998901234567"), At),
        new CallbackQueued(Call, new QueueId("support"), At, At),
        new CallbackDialled(Call, Agent, Leg, Leg, At),
        new CallbackAnswered(Call, Leg, "", At),
        new CallbackUnreached(Call, Agent, OutboundOutcome.Busy, At, At),
        new InteractionOffered(Call, Agent, Reason, At, At),
        new OfferEnded(Call, Agent, OfferEnding.NoAnswer, At),
        new InteractionConnected(Call, Agent, Leg, 1, At),
        new InteractionHeld(Call, At),
        new InteractionResumed(Call, 2, At),
        new AgentAudioLost(Call, Agent, At),
        new AgentAudioRestored(Call, Agent, Leg, 3, At),
        new AgentGivenUp(Call, Agent, At),
        new InteractionEnded(Call, InteractionEnding.CallerHungUp, At),
        new WrapUpRecorded(Call, Agent, new WrapUpResult(null, null, ""), At),
        new WrapUpExtended(Call, Agent, At, "why", At),
        new InteractionClosed(Call, At),
        new TransferStarted(Call, Agent, new QueueId("support"), "note", At),
        new TransferFailed(Call, PartyLeaving.QueueFull, At),
        new ConsultationStarted(Call, Agent, At),
        new ConsultationEnded(Call, At),
        new ConferenceStarted(Call, At),
        new ConferenceEnded(Call, At),
        new ArrangementFailed(Call, Arrangement.Swap, At),
        new ArrangementMade(Call, At),
        new PartyInvited(Call, Agent, PartyId.Of(Other), PartyPurpose.Conference, Other, null, null, "", At),
        new PartyInvited(Call, Agent, PartyId.OfNumber(2), PartyPurpose.Conference, null, Number, Leg, "", At),
        new PartyAnswered(Call, PartyId.Of(Other), Leg, "", 2, At),
        new PartyAnswered(Call, PartyId.OfNumber(2), Leg, "", 2, At),
        new PartyLeft(Call, PartyId.Of(Other), PartyLeaving.HungUp, At),
        new PartyLeft(Call, PartyId.OfNumber(2), PartyLeaving.Busy, At),
        new PartyAudioLost(Call, PartyId.Of(Other), At),
        new PartyAudioRestored(Call, PartyId.Of(Other), Leg, At),
        new PartyMuted(Call, PartyId.Client, true, At),
        new PartyMuted(Call, PartyId.Of(Other), true, At),
        new PartiesSwapped(Call, true, 3, At),
        new PartiesSwapped(Call, false, 3, At),
        new InteractionHandedToQueue(Call, Agent, At),
        new InteractionHandedOutside(Call, Agent, 5, At),
        new HandOverResultRecorded(Call, Agent, new WrapUpResult(null, null, ""), At),
    ];

    [Fact]
    public void An_agent_has_an_interaction_exactly_while_his_state_says_so() =>
        Prop.ForAll(SequenceOf(AgentEvents), history =>
        {
            var state = AgentState.SignedOut;
            foreach (var happening in history)
            {
                state = Step(state, happening);
                var busy = state.Status is AgentStatus.Reserved
                    or AgentStatus.Talking or AgentStatus.Held or AgentStatus.WrapUp;
                state.HasInteraction.ShouldBe(busy);
                (state.Reason is not null).ShouldBe(state.Status == AgentStatus.NotReady);
                (state.WrapUpUntil is not null).ShouldBe(state.Status == AgentStatus.WrapUp);
                HoldsOnlyWhereItBelongs(state);
            }
        }).QuickCheckThrowOnFailure();

    private static void HoldsOnlyWhereItBelongs(AgentState state)
    {
        (state.IsOverLimit && state.Status != AgentStatus.NotReady).ShouldBeFalse();
        (state.ExtensionReason is not null && state.Status != AgentStatus.WrapUp).ShouldBeFalse();
        (state.IsAutoAnswered && !state.HasInteraction).ShouldBeFalse();
        (state.UnansweredInARow > 0 && state.Status is AgentStatus.Talking or AgentStatus.WrapUp).ShouldBeFalse();
    }

    [Fact]
    public void An_interaction_has_an_agent_exactly_from_the_offer_to_its_end() =>
        Prop.ForAll(SequenceOf(InteractionEvents), history =>
        {
            var state = InteractionState.From(
                new InteractionArrived(Call, Leg, "1000", CallerNumber.Anonymous, "", At));
            foreach (var happening in history)
            {
                state = Step(state, happening);
                if (state.Stage <= InteractionStage.Queued)
                {
                    state.Agent.ShouldBeNull();
                }
                else if (state.IsLive)
                {
                    (state.Agent is null).ShouldBe(state.Stage == InteractionStage.Forwarded);
                }

                if (state.Stage is not InteractionStage.Consulting)
                {
                    (state.HeldSince is not null).ShouldBe(
                        state.Stage is InteractionStage.Held or InteractionStage.Transferring);
                }

                (state.EndedAt is not null).ShouldBe(!state.IsLive);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_caller_may_leave_at_any_stage_before_the_end()
    {
        foreach (var stage in Enum.GetValues<InteractionStage>())
        {
            InteractionLifecycle.Allows(stage, typeof(InteractionEnded)).ShouldBe(stage < InteractionStage.WrappingUp);
        }
    }

    private static AgentState Step(AgentState state, IAgentEvent happening)
    {
        if (happening is AgentPlannedNotReady || AgentLifecycle.Allows(state.Status, happening.GetType()))
        {
            return state.After(happening);
        }

        Should.Throw<IllegalMoveException>(() => state.After(happening));
        return state;
    }

    private static InteractionState Step(InteractionState state, IInteractionEvent happening)
    {
        if (InteractionLifecycle.Allows(state.Stage, happening.GetType()))
        {
            return state.After(happening);
        }

        Should.Throw<IllegalMoveException>(() => state.After(happening));
        return state;
    }

    private static Arbitrary<T[]> SequenceOf<T>(T[] events) =>
        Gen.ArrayOf(Gen.Elements(events)).Resize(60).ToArbitrary();
}
