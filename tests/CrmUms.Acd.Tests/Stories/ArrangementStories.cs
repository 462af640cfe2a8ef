using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>People do not hear each other as the page says: whoever talks is told, until they do.</summary>
public sealed class ArrangementStories
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_client_who_is_not_put_on_hold_for_a_question_is_told_of()
    {
        await using var shared = await SharedCall.BeginAsync();
        shared.World.Pbx.FailNext(CtiErrorCode.Refused);

        await shared.First.ConsultAsync(shared.Call, shared.ToSecond);

        await IsToldAsync(shared, shared.First, Arrangement.Hold);
        await IsMendedAsync(shared, shared.First);
        await shared.HearsMusicAsync(shared.Client);
    }

    [Fact]
    public async Task Whoever_was_brought_in_and_is_not_joined_is_told_of()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);
        shared.World.Pbx.FailNext(CtiErrorCode.Refused);

        await shared.First.StepAsync(shared.Call, PartyStep.Merge);

        await IsToldAsync(shared, shared.First, Arrangement.Join);
        await IsToldAsync(shared, shared.Second, Arrangement.Join);
        await IsMendedAsync(shared, shared.First);
        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
    }

    [Fact]
    public async Task Two_who_do_not_change_places_are_told_of()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);
        shared.World.Pbx.FailNext(CtiErrorCode.Refused);

        await shared.First.StepAsync(shared.Call, PartyStep.Swap);

        await IsToldAsync(shared, shared.First, Arrangement.Swap);
        await IsMendedAsync(shared, shared.First);
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task A_client_who_is_not_joined_with_whoever_takes_him_over_is_told_of()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);
        shared.World.Pbx.FailNext(CtiErrorCode.Refused);

        await shared.First.StepAsync(shared.Call, PartyStep.Complete);

        await IsToldAsync(shared, shared.Second, Arrangement.HandOver);
        (await shared.First.IsAsync(AgentStatus.WrapUp)).Call!.Trouble.ShouldBeNull("he is out of it");
        await IsMendedAsync(shared, shared.Second);
        await shared.TalkAsync(shared.Client, shared.Second.Leg);
    }

    [Fact]
    public async Task A_client_who_does_not_come_back_to_his_agent_is_told_of()
    {
        await using var shared = await SharedCall.BeginAsync();
        await shared.First.TransferAsync(shared.Call, shared.ToSecond);
        await shared.Second.IsOfferedAsync();
        await shared.HearsMusicAsync(shared.Client);
        shared.World.Pbx.FailNext(CtiErrorCode.Refused);

        shared.World.Turn(AcdWorld.RingFor);

        await IsToldAsync(shared, shared.First, Arrangement.Return);
        await IsMendedAsync(shared, shared.First);
        await shared.TalkAsync(shared.Client, shared.First.Leg);
    }

    [Fact]
    public async Task Trouble_that_stays_says_that_nothing_is_tried_any_more_and_stands_once_in_the_timeline()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);
        shared.World.Pbx.FailNext(CtiErrorCode.Refused);
        await shared.First.StepAsync(shared.Call, PartyStep.Merge);

        await AcdWorld.EventuallyAsync(
            async () =>
            {
                shared.World.Pbx.FailNext(CtiErrorCode.Refused);
                shared.World.Turn(RetryAfter);
                return (await shared.First.ViewAsync()).Call!.Trouble is { IsTriedAgain: false };
            },
            () => "it is given up");

        shared.World.Journal.Of<ArrangementFailed>().ShouldHaveSingleItem().Arrangement.ShouldBe(Arrangement.Join);
        shared.World.Journal.Of<ArrangementMade>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Trouble_outlives_the_server_and_is_mended_by_the_comparison()
    {
        await using var shared = await SharedCall.BeginAsync();
        await ConsultSecondAsync(shared);
        shared.World.Pbx.FailNext(CtiErrorCode.Refused);
        await shared.First.StepAsync(shared.Call, PartyStep.Merge);
        await IsToldAsync(shared, shared.First, Arrangement.Join);

        await shared.World.KillServerAsync();
        await shared.World.StartServerAsync();

        await shared.TalkAsync(shared.Client, shared.First.Leg, shared.Second.Leg);
        await shared.First.SeesAsync(view => view.Call is { Trouble: null }, "it is mended");
    }

    private static async Task ConsultSecondAsync(SharedCall shared)
    {
        await shared.First.ConsultAsync(shared.Call, shared.ToSecond);
        await shared.SecondAnswersAsync();
        await shared.TalkAsync(shared.First.Leg, shared.Second.Leg);
    }

    private static async Task IsToldAsync(SharedCall shared, AgentDriver agent, Arrangement arrangement)
    {
        var view = await agent.SeesAsync(seen => seen.Call?.Trouble is not null, "he is told");
        view.Call!.Trouble.ShouldBe(new TroubleView(arrangement, shared.World.Clock.GetUtcNow(), IsTriedAgain: true));
        shared.World.Journal.Of<ArrangementFailed>().ShouldHaveSingleItem().Arrangement.ShouldBe(arrangement);
    }

    private static async Task IsMendedAsync(SharedCall shared, AgentDriver agent)
    {
        await AcdWorld.EventuallyAsync(
            async () =>
            {
                shared.World.Turn(RetryAfter);
                return (await agent.ViewAsync()).Call is { Trouble: null };
            },
            () => "it is mended");
        shared.World.Journal.Of<ArrangementMade>().ShouldHaveSingleItem();
    }
}
