using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>A message that a caller leaves waits in the queue like a caller.</summary>
public sealed class VoicemailStories
{
    [Fact]
    public async Task A_message_is_offered_accepted_without_a_call_and_wrapped_up()
    {
        await using var world = await WithMessageAsync();
        await world.Agent(1).GetReadyAsync();

        var offer = await world.Agent(1).IsOfferedAsync();
        offer.Kind.ShouldBe(CallKind.Voicemail);
        offer.Number.Shown.ShouldBe("+998901234567");
        var heard = await world.Agent(1).AnswerAsync();
        (await world.Agent(1).HoldAsync(heard)).ShouldBe(new AgentReply.Refused(AgentRefusal.WrongState));
        (await world.Agent(1).HangUpAsync(heard)).ShouldBe(AgentReply.Accepted.Instance);

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        await world.Agent(1).RecordAsync(heard);
        await world.Agent(1).IsAsync(AgentStatus.Ready);
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionClosed>().Count() == 2, "both are closed");
        world.Journal.Of<InteractionEnded>().Last().Ending.ShouldBe(InteractionEnding.MessageHeard);
        world.Pbx.Requests.ShouldNotContain(request => request.StartsWith("join", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_names_its_recording_and_the_call_in_which_it_was_left()
    {
        await using var world = await WithMessageAsync();

        var message = world.Journal.Of<VoicemailArrived>().ShouldHaveSingleItem();

        var (call, arrived) =
            (world.Journal.Of<InteractionArrived>().First(), world.Journal.Of<InteractionArrived>().Last());
        message.From.ShouldBe(call.Interaction);
        arrived.Interaction.ShouldBe(message.Interaction);
        arrived.RecordingFile.ShouldBe(message.Recording + ".wav");
    }

    [Fact]
    public async Task A_message_survives_the_server_while_an_agent_listens_to_it()
    {
        await using var world = await WithMessageAsync();
        await world.Agent(1).GetReadyAsync();
        var heard = await world.Agent(1).AnswerAsync();

        await world.KillServerAsync();
        await world.StartServerAsync();
        await world.Agent(1).IsAsync(AgentStatus.Talking);
        await world.Agent(1).SeesAsync(view => view.Call?.Kind == CallKind.Voicemail, "it is a message");
        (await world.Agent(1).HangUpAsync(heard)).ShouldBe(AgentReply.Accepted.Instance);

        await world.Agent(1).IsAsync(AgentStatus.WrapUp);
        world.Journal.Of<VoicemailArrived>().ShouldHaveSingleItem();
    }

    private static async Task<AcdWorld> WithMessageAsync()
    {
        var world = await AcdWorld.StartAsync();
        await world.ChangeAsync(RuleChange.To(new CalendarRule { Id = "never", Name = "Never" }));
        await world.ChangeAsync(RuleChange.To(AcdWorld.Queue("express") with
        {
            Calendar = "never",
            Overflow =
            [
                new OverflowRule { When = OverflowWhen.Closed, Target = new RuleTarget(TargetKind.Voicemail) },
            ],
        }));
        var caller = world.Pbx.ArriveCall("1001");
        await AcdWorld.EventuallyAsync(() => world.Pbx.IsRecorded(caller), "he is recorded");
        world.Pbx.FinishRecording(caller, TimeSpan.FromSeconds(12));
        await AcdWorld.EventuallyAsync(() => world.Journal.Of<InteractionQueued>().Any(), "the message waits");
        await AcdWorld.EventuallyAsync(() => !world.Pbx.IsAlive(caller), "the caller is hung up");
        return world;
    }
}
