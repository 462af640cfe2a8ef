using System.Text.Json;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Callers hang up, keep their place and are called back.</summary>
public sealed class CallbackStories
{
    private const string Client = "+998901234567";
    private const string Later = "+998907654321";

    [Fact]
    public async Task A_call_back_kept_its_place_although_later_callers_were_served_meanwhile()
    {
        await using var world = await WithCallbackAsync();
        await AgreeAsync(world);
        var later = await QueuedAsync(world, Later, count: 2);

        // It is his turn first, and he does not answer: the later one is served meanwhile.
        world.Pbx.Callee = _ => CalleeHabit.IsBusy;
        await world.Agent(1).GetReadyAsync();
        var offer = await world.Agent(1).IsOfferedAsync();
        offer.Kind.ShouldBe(CallKind.Callback);
        offer.Number.Shown.ShouldBe(Client);
        await AcceptAsync(world, 1, offer);
        await world.Agent(1).SeesAsync(view => view.Call?.Number.Shown == Later, "the later one is offered");
        var served = await world.Agent(1).AnswerAsync();
        served.Number.Shown.ShouldBe(Later);
        world.Pbx.Hears(later).Kind.ShouldBe("leg");
        var last = await QueuedAsync(world, "+998900000003", count: 3);

        world.Turn(TimeSpan.FromSeconds(300));
        world.Pbx.Callee = _ => CalleeHabit.Answers;
        await world.Agent(1).HangUpAsync(served);
        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(served);

        var again = await world.Agent(1).IsOfferedAsync();
        again.Interaction.ShouldBe(offer.Interaction);
        await AcceptAsync(world, 1, again);
        await world.Agent(1).IsAsync(AgentStatus.Talking);
        var dialled = world.Pbx.Dialled[^1];
        dialled.Target.Text.ShouldBe(Client);
        world.Pbx.Hears(dialled.Leg).Kind.ShouldBe("leg");
        world.Pbx.Hears(last).Kind.ShouldNotBe("leg");
    }

    [Fact]
    public async Task A_talk_of_a_call_back_ends_like_any_other()
    {
        await using var world = await WithCallbackAsync();
        await AgreeAsync(world);
        await world.Agent(1).GetReadyAsync();
        var offer = await world.Agent(1).IsOfferedAsync();
        await AcceptAsync(world, 1, offer);
        await world.Agent(1).IsAsync(AgentStatus.Talking);

        world.Pbx.EndCallee(world.Pbx.Dialled[^1].Leg);

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(offer);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
        world.Journal.Of<InteractionEnded>().ShouldHaveSingleItem().Ending.ShouldBe(InteractionEnding.CallerHungUp);
    }

    [Fact]
    public async Task A_client_who_never_answers_is_given_up_and_agents_stay_ready()
    {
        await using var world = await WithCallbackAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        await AgreeAsync(world);
        await world.Agent(1).GetReadyAsync();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await AcceptAsync(world, 1, await world.Agent(1).IsOfferedAsync());
            await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == attempt, "he is called");
            world.Turn(TimeSpan.FromSeconds(40));
            await world.Agent(1).IsAsync(AgentStatus.Ready);
            world.Turn(TimeSpan.FromSeconds(300));
        }

        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");
        world.Journal.Of<InteractionEnded>().ShouldHaveSingleItem().Ending.ShouldBe(InteractionEnding.CallbackFailed);
    }

    [Fact]
    public async Task A_call_back_survives_the_server()
    {
        await using var world = await WithCallbackAsync();
        await AgreeAsync(world);

        await world.KillServerAsync();
        world.Turn(TimeSpan.FromMinutes(5));
        await world.StartServerAsync();
        await QueuedAsync(world, Later, count: 2);
        await world.Agent(1).GetReadyAsync();

        var offer = await world.Agent(1).IsOfferedAsync();
        offer.Kind.ShouldBe(CallKind.Callback);
        await AcceptAsync(world, 1, offer);
        await world.Agent(1).IsAsync(AgentStatus.Talking);
    }

    [Fact]
    public async Task A_client_who_answers_while_the_server_is_away_is_joined_when_it_is_back()
    {
        await using var world = await WithCallbackAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        await AgreeAsync(world);
        await world.Agent(1).GetReadyAsync();
        await AcceptAsync(world, 1, await world.Agent(1).IsOfferedAsync());
        await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == 1, "he is called");

        await world.KillServerAsync();
        world.Pbx.AnswerCallee(world.Pbx.Dialled[0].Leg);
        await world.StartServerAsync();
        await world.Agent(1).IsAsync(AgentStatus.Talking);

        world.Pbx.Hears(world.Pbx.Dialled[0].Leg).Kind.ShouldBe("leg");
    }

    [Fact]
    public async Task A_talk_of_a_call_back_survives_the_server()
    {
        await using var world = await WithCallbackAsync();
        await AgreeAsync(world);
        await world.Agent(1).GetReadyAsync();
        var offer = await world.Agent(1).IsOfferedAsync();
        await AcceptAsync(world, 1, offer);
        await world.Agent(1).IsAsync(AgentStatus.Talking);

        await world.KillServerAsync();
        await world.StartServerAsync();
        await world.Agent(1).IsAsync(AgentStatus.Talking);
        await world.Agent(1).SeesAsync(view => view.Audio == AudioStatus.Open, "audio is open");
        (await world.Agent(1).HangUpAsync(offer)).ShouldBe(AgentReply.Accepted.Instance);

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(world.Pbx.Dialled[0].Leg), "he is hung up");
    }

    [Fact]
    public async Task An_agent_who_does_not_want_to_wait_for_the_answer_is_free_at_once()
    {
        await using var world = await WithCallbackAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        await AgreeAsync(world);
        await world.Agent(1).GetReadyAsync();
        var offer = await world.Agent(1).IsOfferedAsync();
        await AcceptAsync(world, 1, offer);
        await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == 1, "he is called");

        await world.Agent(1).HangUpAsync(offer);

        await world.Agent(1).IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(world.Pbx.Dialled[0].Leg), "it rings no more");
    }

    [Fact]
    public async Task A_caller_in_a_flow_may_be_called_back_under_another_number()
    {
        await using var world = await WithCallbackAsync();
        var caller = await WantsToBeCalledUnderAsync(world, "907654321");

        await AcdWorld.EventuallyAsync(() => world.Journal.Of<CallbackQueued>().Any(), "he waits for the call-back");
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "he is hung up");
        await world.Agent(1).GetReadyAsync();
        await AcceptAsync(world, 1, await world.Agent(1).IsOfferedAsync());
        await world.Agent(1).IsAsync(AgentStatus.Talking);
        world.Pbx.Dialled[0].Target.Text.ShouldBe(Later);
    }

    [Fact]
    public async Task A_client_whose_agent_is_lost_waits_for_another_and_is_not_called_a_second_time()
    {
        await using var world = await WithCallbackAsync(agents: 2);
        await AgreeAsync(world);
        await world.Agent(1).GetReadyAsync();
        await AcceptAsync(world, 1, await world.Agent(1).IsOfferedAsync());
        await world.Agent(1).IsAsync(AgentStatus.Talking);
        await world.Agent(1).ClosePageAsync();
        await HearsAsync(world, world.Pbx.Dialled[0].Leg, new Hearing("music", "soft"));
        world.Turn(world.Options.AudioGoneMax);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<AgentGivenUp>().Any(), "he is given up");

        await world.Agent(2).GetReadyAsync();
        await world.Agent(2).AnswerAsync();

        var client = world.Pbx.Dialled.ShouldHaveSingleItem().Leg;
        world.Pbx.Hears(client).Kind.ShouldBe("leg");
        world.Pbx.EndCallee(client);
        await world.Agent(2).IsAsync(AgentStatus.WrapUp);
    }

    [Fact]
    public async Task An_agent_who_reloads_his_page_while_it_rings_talks_with_the_client_who_answers()
    {
        await using var world = await WithCallbackAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        await AgreeAsync(world);
        await world.Agent(1).GetReadyAsync();
        await AcceptAsync(world, 1, await world.Agent(1).IsOfferedAsync());
        await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == 1, "he is called");

        await world.Agent(1).ClosePageAsync();
        await world.Agent(1).OpenPageAsync();
        var client = world.Pbx.Dialled[0].Leg;
        world.Pbx.AnswerCallee(client);

        await world.Agent(1).IsAsync(AgentStatus.Talking);
        world.Pbx.Hears(client).Kind.ShouldBe("leg");
    }

    [Theory]
    [InlineData("0079031234567")] // Another country.
    [InlineData("901112233")] // Barred.
    public async Task Nobody_has_us_call_whom_we_would_not_call(string number)
    {
        await using var world = await WithCallbackAsync();
        await world.ChangeAsync(RuleChange.To(
            new BlackListRule { Id = "barred", Number = "+998901112233", Reason = "He threatens." }));

        var caller = await WantsToBeCalledUnderAsync(world, number);

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "his flow goes on without a call-back");
        world.Journal.Of<CallbackAgreed>().ShouldBeEmpty();
    }

    /// <summary>A caller of a flow keys in where he wants to be called.</summary>
    private static async Task<LegId> WantsToBeCalledUnderAsync(AcdWorld world, string number)
    {
        var graph = JsonSerializer.Deserialize<JsonElement>("""
            {"id": "later", "name": "Later", "start": "offer", "nodes": [
              {"id": "offer", "type": "callback", "settings": {"queue": "express", "prompts": ["call-you-back"],
               "numberPrompts": ["which-number"]}, "exits": {"accepted": "bye", "declined": "bye", "failed": "bye"}},
              {"id": "bye", "type": "hang-up"}]}
            """);
        await world.ChangeAsync([
            RuleChange.To(new FlowRule { Id = "later", Name = "Later", Published = graph, PublishedVersion = 1 }),
            RuleChange.To(new NumberRule { Id = "1002", Target = RuleTarget.Flow("later") }),
        ]);
        var caller = world.Pbx.ArriveCall("1002", Client);
        await HearsAsync(world, caller, new Hearing("prompt", "call-you-back"));
        world.Pbx.PressKey(caller, '2');
        await HearsAsync(world, caller, new Hearing("prompt", "which-number"));
        foreach (var digit in number + "#")
        {
            world.Pbx.PressKey(caller, digit);
        }

        return caller;
    }

    private static async Task AcceptAsync(AcdWorld world, int agent, CallView offer) =>
        (await world.DoAsync(new AnswerOffer(world.Agent(agent).Profile.Agent, offer.Interaction)))
            .ShouldBe(AgentReply.Accepted.Instance);

    /// <summary>A caller waits for a minute, takes the offer and hangs up.</summary>
    private static async Task AgreeAsync(AcdWorld world)
    {
        var caller = await QueuedAsync(world, Client, count: 1);
        world.Turn(TimeSpan.FromSeconds(60));
        await HearsAsync(world, caller, new Hearing("prompt", "say-callback-offer"));
        world.Pbx.PressKey(caller, '1');
        await HearsAsync(world, caller, new Hearing("prompt", "say-callback-agreed"));
        world.Pbx.FinishPrompt(caller);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<CallbackQueued>().Any(), "he waits for the call-back");
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "he is hung up");
    }

    private static async Task<AcdWorld> WithCallbackAsync(int agents = 1)
    {
        var world = await AcdWorld.StartAsync(agents);
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with
        {
            Callback = new CallbackRule { OfferAfterSeconds = 60, AttemptsMax = 2, RetrySeconds = 300 },
        }));
        return world;
    }

    private static async Task<LegId> QueuedAsync(AcdWorld world, string number, int count)
    {
        var caller = world.Pbx.ArriveCall("1001", number);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Count() == count, "he is queued");
        await HearsAsync(world, caller, new Hearing("music", "default"));
        return caller;
    }

    private static Task HearsAsync(AcdWorld world, LegId caller, Hearing what) => AcdWorld.EventuallyAsync(
        () => world.Pbx.Hears(caller) == what, $"he hears {what}");
}
