using CrmUms.Acd.Agents;
using CrmUms.Acd.Feed;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Feed;

public sealed class FeedFoldTests
{
    private static readonly InteractionId Call = new(Guid.NewGuid());
    private static readonly AgentId Aziza = new(Guid.NewGuid());
    private static readonly AgentId Bekzod = new(Guid.NewGuid());
    private static readonly QueueId Support = new("support");
    private static readonly QueueId Sales = new("sales");
    private static readonly ClientId Client = new(Guid.NewGuid());
    private static readonly LegId Leg = new("leg");
    private static readonly DateTimeOffset At = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly RoutingReason Reason = new("longest-idle", "support", 1, TimeSpan.Zero, null, null);

    private static readonly InteractionArrived Arrived = new(
        Call, Leg, "1000", CallerNumber.Read("+998901234567", NumberingPlan.Uzbekistan), "", At);

    [Fact]
    public void A_call_is_told_in_a_few_words_and_each_says_who_and_where()
    {
        var told = Tell(
            Arrived,
            new CallerIdentified(Call, new CallerIdentity(Client, ClientKind.Individual, "", "", false, null), At),
            new FlowStarted(Call, "welcome", At),
            new InteractionQueued(Call, Support, At),
            Offer(Aziza),
            new InteractionConnected(Call, Aziza, Leg, 1, At),
            new InteractionHeld(Call, At),
            new InteractionResumed(Call, 2, At),
            new InteractionEnded(Call, InteractionEnding.CallerHungUp, At),
            new WrapUpRecorded(Call, Aziza, new WrapUpResult("sim", "resolved", "private words"), At),
            new InteractionClosed(Call, At));

        told.Select(each => each.Type).ShouldBe(
        [
            FeedTypes.Arrived, FeedTypes.Identified, FeedTypes.Queued, FeedTypes.Offered, FeedTypes.Connected,
            FeedTypes.Held, FeedTypes.Resumed, FeedTypes.Ended, FeedTypes.WrapUpRecorded, FeedTypes.Closed,
        ]);
        told.ShouldAllBe(each => each.Number == "+998901234567" && each.Kind == CallKind.Call);
        told.Skip(1).ShouldAllBe(each => each.ClientId == Client);
        told.Skip(3).ShouldAllBe(each => each.AgentId == Aziza && each.QueueId == Support);
        told[3].ScreenPopUrl.ShouldBe("https://crm.example/");
        (told[8].Topic, told[8].Result).ShouldBe(("sim", "resolved"));
    }

    [Fact]
    public void An_offer_that_ends_names_whose_it_was_and_afterwards_nobody_has_the_call()
    {
        var told = Tell(
            Arrived,
            new InteractionQueued(Call, Support, At),
            Offer(Aziza),
            new OfferEnded(Call, Aziza, OfferEnding.NoAnswer, At),
            new InteractionEnded(Call, InteractionEnding.Abandoned, At));

        (told[3].Type, told[3].AgentId, told[3].Reason).ShouldBe((FeedTypes.OfferEnded, Aziza, "noAnswer"));
        told[4].AgentId.ShouldBeNull();
    }

    [Fact]
    public void A_transfer_says_from_whom_and_to_whom()
    {
        var toAgent = Tell(
            Arrived, new InteractionConnected(Call, Aziza, Leg, 1, At),
            new TransferStarted(Call, Aziza, null, "note", At),
            new InteractionHandedOver(Call, Aziza, Bekzod, 2, At), new InteractionHeld(Call, At));
        var toQueue = Tell(
            Arrived, new InteractionConnected(Call, Aziza, Leg, 1, At),
            new TransferStarted(Call, Aziza, Sales, "note", At), new InteractionHandedToQueue(Call, Aziza, At),
            new InteractionQueued(Call, Sales, At));
        var toSkill = Tell(
            Arrived, new InteractionConnected(Call, Aziza, Leg, 1, At),
            new TransferStarted(Call, Aziza, null, "note", At) { Skill = new SkillAsked("uzbek", 5) },
            new InteractionHandedToQueue(Call, Aziza, At));

        (toAgent[2].Type, toAgent[2].AgentId, toAgent[2].ToAgentId).ShouldBe((FeedTypes.Transferred, Aziza, Bekzod));
        toAgent[3].AgentId.ShouldBe(Bekzod);
        (toQueue[2].Type, toQueue[2].AgentId, toQueue[2].ToQueueId).ShouldBe((FeedTypes.Transferred, Aziza, Sales));
        (toQueue[3].QueueId, toQueue[3].AgentId).ShouldBe((Sales, (AgentId?)null));
        (toSkill[2].Type, toSkill[2].ToSkill, toSkill[2].ToQueueId).ShouldBe(
            (FeedTypes.Transferred, "uzbek", (QueueId?)null));
    }

    [Fact]
    public void A_caller_who_hides_his_number_has_none() =>
        Tell(Arrived with { Number = CallerNumber.Anonymous })[0].Number.ShouldBeNull();

    [Fact]
    public void An_interaction_whose_beginning_was_not_seen_is_told_all_the_same()
    {
        var told = Tell(new InteractionHeld(Call, At)).ShouldHaveSingleItem();

        (told.InteractionId, told.Kind).ShouldBe((Call, (CallKind?)null));
    }

    [Fact]
    public void An_agent_is_told_of_when_his_state_is_another()
    {
        var lunch = FeedFold.Of(new AgentBecameNotReady(Aziza, "lunch", At)).ShouldNotBeNull();
        var talking = FeedFold.Of(new AgentStartedTalking(Aziza, Call, At)).ShouldNotBeNull();

        (lunch.State, lunch.Reason, lunch.Subject).ShouldBe((AgentStatus.NotReady, "lunch", Aziza.Value));
        (talking.State, talking.InteractionId, talking.Subject).ShouldBe((AgentStatus.Talking, Call, Aziza.Value));
        FeedFold.Of(new AgentPlannedNotReady(Aziza, "lunch", At)).ShouldBeNull();
    }

    private static InteractionOffered Offer(AgentId agent) =>
        new(Call, agent, Reason, At.AddSeconds(20), At) { ScreenPopUrl = "https://crm.example/" };

    private static List<FeedEvent> Tell(params IInteractionEvent[] events)
    {
        var (known, told) = (FeedContext.Unknown, new List<FeedEvent>());
        foreach (var happened in events)
        {
            (known, var one) = FeedFold.After(known, happened);
            if (one is not null)
            {
                told.Add(one);
            }
        }

        return told;
    }
}
