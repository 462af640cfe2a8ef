using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Acd.Tests.Figures;

/// <summary>Whatever happens to whomever, across midnight too: the counts add up at every moment.</summary>
public sealed class DayFiguresProperties
{
    private static readonly DateTimeOffset Start = new(2026, 7, 14, 23, 0, 0, TimeSpan.Zero);
    private static readonly LegId Leg = new("leg");
    private static readonly QueueId[] Queues = [new("support"), new("sales")];
    private static readonly RoutingReason Reason = new("longest-idle", "support", 1, TimeSpan.Zero, null, null);

    [Fact]
    public void The_counts_add_up() => Prop.ForAll(Gen.ArrayOf(Steps()).Resize(300).ToArbitrary(), steps =>
    {
        var day = new DayFigures(DayFigures.DayOf(Start, TimeZoneInfo.Utc));
        var states = new Dictionary<InteractionId, InteractionState>();
        var (now, contacts, talks) = (Start, 0, 0);
        foreach (var step in steps)
        {
            now = now.AddSeconds(step.After);
            var before = day;
            day = day.On(DayFigures.DayOf(now, TimeZoneInfo.Utc));
            (contacts, talks) = before.Day == day.Day ? (contacts, talks) : (0, 0);
            var happened = EventOf(step, now);
            var state = states.GetValueOrDefault(happened.Interaction);
            if (!IsLegal(state, happened))
            {
                continue;
            }

            states[happened.Interaction] =
                state?.After(happened) ?? InteractionState.From((InteractionArrived)happened);
            talks += happened is InteractionConnected ? 1 : 0;
            day = day.After(happened, _ => TimeSpan.FromSeconds(20));
            Check(day);
            contacts = day.Agents.Values.Sum(agent => agent.Contacts);
            contacts.ShouldBeLessThanOrEqualTo(talks);
        }

        // Nobody is forgotten, and nobody stands anywhere who does not.
        day.Contacts.Keys.Order(ById).ShouldBe(
            states.Values.Where(state => state.Stage != InteractionStage.Closed).Select(state => state.Id).Order(ById));
    }).QuickCheckThrowOnFailure();

    private static Comparer<InteractionId> ById { get; } =
        Comparer<InteractionId>.Create((one, other) => one.Value.CompareTo(other.Value));

    private static void Check(DayFigures day)
    {
        day.Contacts.Values.ShouldNotContain(contact => contact.IsWaiting && contact.Place != null);
        foreach (var queue in day.Queues.Values)
        {
            var standing = day.Contacts.Values.Where(contact => contact.IsWaiting && contact.Queue == queue.Queue)
                .ToList();
            queue.Waiting.ShouldBe(standing.Count);
            queue.Offered.ShouldBe(
                queue.Answered + queue.Abandoned + queue.LeftOtherwise + standing.Count(contact => contact.IsCounted));
            queue.AnsweredWithin.ShouldBeInRange(0, queue.Answered);
            queue.AbandonedWithin.ShouldBeInRange(0, queue.Abandoned);
            (queue.ServiceLevel ?? 0).ShouldBeInRange(0, 1);
            (queue.ServiceLevelOfAll ?? 0).ShouldBeInRange(0, queue.ServiceLevel ?? 0);
        }

        var ofQueues = day.Queues.Values.Select(queue => queue.Handling).ToList();
        var ofAgents = day.Agents.Values.Select(agent => agent.Handling).ToList();
        ofQueues.Sum(each => each.Handled).ShouldBe(ofAgents.Sum(each => each.Handled));
        ofQueues.Sum(each => each.Talk.Ticks).ShouldBe(ofAgents.Sum(each => each.Talk.Ticks));
        ofQueues.Sum(each => each.Hold.Ticks).ShouldBe(ofAgents.Sum(each => each.Hold.Ticks));
        ofQueues.Sum(each => each.WrapUp.Ticks).ShouldBe(ofAgents.Sum(each => each.WrapUp.Ticks));
    }

    private static bool IsLegal(InteractionState? state, IInteractionEvent happened) =>
        state is null
            ? happened is InteractionArrived
            : happened is not InteractionArrived && InteractionLifecycle.Allows(state.Stage, happened.GetType());

    private static Gen<Step> Steps() =>
        from call in Gen.Choose(1, 6)
        from kind in Gen.Choose(0, 19)
        from queue in Gen.Choose(0, 1)
        from agent in Gen.Choose(1, 3)
        from after in Gen.Choose(0, 60)
        select new Step(call, kind, queue, agent, after);

    private static IInteractionEvent EventOf(Step step, DateTimeOffset at)
    {
        var call = new InteractionId(new Guid(step.Call, 0, 0, new byte[8]));
        var agent = new AgentId(new Guid(step.Agent, 0, 0, new byte[8]));
        var queue = Queues[step.Queue];
        return step.Kind switch
        {
            0 or 1 => new InteractionArrived(call, Leg, "1000", CallerNumber.Anonymous, "", at),
            2 or 3 or 4 => new InteractionQueued(call, queue, at),
            5 => new FlowStarted(call, "welcome", at),
            6 => new QueueLeft(call, queue, FlowQueueLeaving.Timeout, at),
            7 => new CallerOverflowed(call, queue, OverflowWhen.Wait, RuleTarget.Queue("sales"), "", at),
            8 => new CallbackQueued(call, queue, at, null),
            9 => new InteractionOffered(call, agent, Reason, at, at),
            10 => new OfferEnded(call, agent, OfferEnding.NoAnswer, at),
            11 or 12 => new InteractionConnected(call, agent, Leg, 1, at),
            13 => new InteractionHeld(call, at),
            14 => new InteractionResumed(call, 2, at),
            15 => new AgentGivenUp(call, agent, at),
            16 => new TalkCompleted(call, agent, at),
            17 => new InteractionEnded(call, InteractionEnding.Abandoned, at),
            18 => new WrapUpRecorded(call, agent, new WrapUpResult(null, null, ""), at),
            19 => new InteractionClosed(call, at),
            _ => throw new NotSupportedException(),
        };
    }

    private sealed record Step(int Call, int Kind, int Queue, int Agent, int After);
}
