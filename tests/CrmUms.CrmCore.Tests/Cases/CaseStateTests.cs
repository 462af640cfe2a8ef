using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.CrmCore.Tests.Cases;

public sealed class CaseStateTests
{
    private static readonly InteractionId Call = new(Guid.Parse("01970000-0000-7000-8000-0000000000c1"));
    private static readonly AgentId Agent = new(Guid.Parse("01970000-0000-7000-8000-0000000000a1"));
    private static readonly ClientId Client = new(Guid.Parse("01970000-0000-7000-8000-0000000000d1"));

    [Fact]
    public void A_case_bears_the_id_of_the_call_that_opened_it()
    {
        var state = After(Arrived(0));

        state.Case.Value.ShouldBe(Call.Value);
        (state.Status, state.OpenedAt, state.Client).ShouldBe((CaseStatus.New, At(0), null));
    }

    [Fact]
    public void A_settling_result_resolves_the_case()
    {
        var state = After(Arrived(0), Identified(1), Connected(2), Ended(3), Recorded(4, "resolved"), Closed(5));

        (state.Status, state.Client, state.Topic, state.Result).ShouldBe(
            (CaseStatus.Resolved, Client, "tariff.change", "resolved"));
    }

    [Theory]
    [InlineData("callback-promised")]
    [InlineData("a result of the future")]
    [InlineData(null)]
    public void A_result_that_leaves_something_to_do_postpones_the_case(string? result) =>
        After(Arrived(0), Connected(1), Ended(2), Recorded(3, result), Closed(4)).Status.ShouldBe(CaseStatus.Postponed);

    [Fact]
    public void A_wrap_up_that_runs_out_leaves_the_case_to_be_looked_at() =>
        After(Arrived(0), Connected(1), Ended(2), Closed(62)).Status.ShouldBe(CaseStatus.Postponed);

    [Fact]
    public void A_caller_who_left_before_anybody_spoke_with_him_is_a_missed_case() =>
        After(Arrived(0), Ended(9), Closed(9)).Status.ShouldBe(CaseStatus.Missed);

    [Fact]
    public void A_result_without_a_talk_cannot_be() =>
        Should.Throw<InvalidOperationException>(() => After(Arrived(0), Recorded(1, "resolved")));

    [Fact]
    public void Whatever_happens_in_the_order_of_a_call_ends_in_a_case_that_is_done_with()
    {
        // Offers, holds, lost audio and talks as often as chance will have it, then the end, then perhaps a result.
        var middle = Gen.Elements<IInteractionEvent>(
            Identified(1), Connected(2), new InteractionHeld(Call, At(3)), new InteractionResumed(Call, 2, At(4)),
            new AgentAudioLost(Call, Agent, At(5)), new AgentGivenUp(Call, Agent, At(6)));
        var stories = Gen.Zip(Gen.ListOf(middle), Gen.Elements<string?>("resolved", "not-resolved", "none", null));

        Prop.ForAll(Arb.From(stories), story =>
        {
            var (happened, result) = story;
            var talked = happened.OfType<InteractionConnected>().Any();
            IInteractionEvent[] record = talked && result != "none" ? [Recorded(8, result)] : [];

            var state = After([Arrived(0), .. happened, Ended(7), .. record, Closed(9)]);

            return state.Status is CaseStatus.Resolved or CaseStatus.Postponed or CaseStatus.Missed
                && (state.Status == CaseStatus.Missed) == !talked;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_result_that_settles_is_in_the_list() =>
        CaseResults.Codes.Where(CaseResults.Settles).ShouldBe(["resolved", "informed", "wrong-number"]);

    private static CaseState After(params IInteractionEvent[] events) =>
        events.Aggregate((CaseState?)null, CaseState.After)!;

    private static DateTimeOffset At(int second) => DateTimeOffset.UnixEpoch.AddSeconds(second);

    private static InteractionArrived Arrived(int at) =>
        new(Call, new LegId("1"), "1000", CallerNumber.Anonymous, "", At(at));

    private static CallerIdentified Identified(int at) =>
        new(Call, new CallerIdentity(Client, ClientKind.Individual, "", "", false, null), At(at));

    private static InteractionConnected Connected(int at) => new(Call, Agent, new LegId("2"), 1, At(at));

    private static InteractionEnded Ended(int at) => new(Call, InteractionEnding.CallerHungUp, At(at));

    private static WrapUpRecorded Recorded(int at, string? result) =>
        new(Call, Agent, new WrapUpResult("tariff.change", result, "note"), At(at));

    private static InteractionClosed Closed(int at) => new(Call, At(at));
}
