using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A caller speaks with an assistant first, and is handed back by it.</summary>
public sealed class AssistantStories
{
    private const string Flow =
        """
        {
          "id": "bot", "name": "Bot", "language": "ru", "start": "bot", "fallbackQueue": "support",
          "nodes": [
            {"id": "bot", "type": "assistant",
             "settings": {"address": "sip:assistant@127.0.0.1:5080", "headers": {"X-Debt": "yes"}},
             "exits": {"returned": "debts", "failed": "support"}},
            {"id": "debts", "type": "queue", "settings": {"queue": "express"}, "exits": {}},
            {"id": "support", "type": "queue", "settings": {"queue": "support"}, "exits": {}}
          ]
        }
        """;

    [Fact]
    public async Task A_caller_whom_the_assistant_hands_back_is_offered_with_its_summary()
    {
        await using var world = await WithAssistantAsync();
        var (caller, handOff) = await TalkWithAssistantAsync(world);
        await world.Agent(1).GetReadyAsync();

        var reply = await world.HandBackAsync(handOff.Headers["X-CrmUms-Hand-Back"], "Wants to pay by parts.");

        reply.IsTaken.ShouldBeTrue();
        handOff.Headers["X-Debt"].ShouldBe("yes");
        world.Pbx.IsAlive(handOff.Leg).ShouldBeFalse();
        var call = await world.Agent(1).AnswerAsync();
        call.Queue.Value.ShouldBe("express");
        call.AssistantSummary.ShouldBe("Wants to pay by parts.");
        world.Pbx.Hears(caller).Kind.ShouldBe("leg");
        world.Journal.Of<FlowNoted>().Select(noted => noted.Note).OfType<FlowNote.AssistantReturned>()
            .ShouldHaveSingleItem().Transcript.ShouldBe("the dialogue");
    }

    [Fact]
    public async Task A_caller_is_handed_back_once()
    {
        await using var world = await WithAssistantAsync();
        var (_, handOff) = await TalkWithAssistantAsync(world);
        var ticket = handOff.Headers["X-CrmUms-Hand-Back"];
        await world.HandBackAsync(ticket, "first");

        (await world.HandBackAsync(ticket, "second")).IsTaken.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_is_handed_back_who_has_hung_up()
    {
        await using var world = await WithAssistantAsync();
        var (caller, handOff) = await TalkWithAssistantAsync(world);
        world.Pbx.HangUpCaller(caller);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Any(), "it is closed");

        (await world.HandBackAsync(handOff.Headers["X-CrmUms-Hand-Back"], "late")).IsTaken.ShouldBeFalse();
        world.Pbx.IsAlive(handOff.Leg).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_talks_with_an_assistant_who_answers_around_a_restart(bool isWhileAway)
    {
        await using var world = await WithAssistantAsync();
        world.Pbx.Callee = _ => CalleeHabit.Rings;
        var caller = world.Pbx.ArriveCall("1003");
        await AcdWorld.EventuallyAsync(() => world.Pbx.Dialled.Count == 1, "the assistant is called");
        var assistant = world.Pbx.Dialled[0].Leg;

        await world.KillServerAsync();
        if (isWhileAway)
        {
            world.Pbx.AnswerCallee(assistant);
        }

        await world.StartServerAsync();
        if (!isWhileAway)
        {
            world.Pbx.AnswerCallee(assistant);
        }

        await AcdWorld.EventuallyAsync(() => world.Pbx.AreTalking(caller, assistant), "they hear each other");
        world.Pbx.Dialled.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_assistant_whose_caller_hung_up_while_the_server_was_away_is_hung_up()
    {
        await using var world = await WithAssistantAsync();
        var (caller, handOff) = await TalkWithAssistantAsync(world);

        await world.KillServerAsync();
        world.Pbx.HangUpCaller(caller);
        await world.StartServerAsync();

        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(handOff.Leg), "nobody is left on the line");
    }

    private static async Task<AcdWorld> WithAssistantAsync()
    {
        var world = await AcdWorld.StartAsync();
        var graph = JsonSerializer.Deserialize<JsonElement>(Flow);
        await world.ChangeAsync(
            RuleChange.To(new FlowRule { Id = "bot", Name = "Bot", Published = graph, PublishedVersion = 1 }),
            RuleChange.To(new NumberRule { Id = "1003", Target = RuleTarget.Flow("bot") }));
        return world;
    }

    private static async Task<(LegId Caller, FakeDial HandOff)> TalkWithAssistantAsync(AcdWorld world)
    {
        var caller = world.Pbx.ArriveCall("1003");
        await AcdWorld.EventuallyAsync(() => world.Pbx.Hears(caller).Kind == "leg", "he hears the assistant");
        return (caller, world.Pbx.Dialled[0]);
    }
}
