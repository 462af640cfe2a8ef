using CrmUms.SipPhone.Audio;

namespace CrmUms.EndToEnd.Tests;

/// <summary>A message that a caller leaves comes to an agent like a caller, and is heard in his page.</summary>
public sealed class MessageTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1120";
    private const string Queue = "messages";
    private const int SpeakHertz = 1_000;

    [Fact]
    public async Task A_message_left_in_a_flow_is_offered_heard_and_ended()
    {
        await SetsUp();
        var caller = await Dials(Number);
        await caller.Hears(SpeakHertz);
        await caller.HearsNo(SpeakHertz);
        await caller.TalksOn();
        await caller.TalksOn();
        await caller.Presses("#");
        await caller.IsHungUp();

        var agent = await SignsIn(AgentPage.Aziza);
        await agent.Click("ready-button");
        await agent.SeesOffer();
        await agent.Sees("offer-panel", "kind", "voicemail");
        await agent.SeesText("caller-full-name", "Юсупов Тимур Рашидович");
        var message = await agent.InteractionInHand();
        await agent.Answer();
        await Plays(agent);
        await agent.SeesInside("call-panel", "hang-up");
        await agent.HangUp();
        await agent.SeesText("call-ending", "прослуша");
        await agent.FinishWrapUp();
        await agent.SeesStatus("ready");

        var kept = await Instance.Office.KeptAsync(message, HasRecording);
        kept.Text("ending").ShouldBe("messageHeard");
        var recording = kept.GetProperty("recordings").EnumerateArray().Single();
        var file = Path.Combine(Instance.Output, $"message-{message}");
        await agent.DownloadAsync($"/api/recordings/{recording.Text("recordingId")}/audio", file);
        var heard = await Tones.DecodeAsync(file);
        var middle = heard.Channels[0].AsSpan(heard.Rate, heard.Rate / 2);
        ToneMeter.Level(middle, heard.Rate, Tones.Customer).ShouldBeGreaterThan(Tones.HeardDbfs);
    }

    private async Task SetsUp()
    {
        var administrator = await Administrates();
        await administrator.PutTone("speak-now", SpeakHertz, 1, Instance.Output);
        await administrator.PutRule("queue", Queue, new { id = Queue, name = "Сообщения" });
        await administrator.PutFlow(
            "message",
            Number,
            new("message", "voicemail", new { queue = Queue, prompts = new[] { "speak-now" }, minSeconds = 1 },
                ("recorded", "end")),
            FlowStep.End());
    }

    private static async Task Plays(AgentPage agent)
    {
        await agent.Sees("player-wave", "ready", "true");
        if (await agent.ReadsState("player-toggle", "playing") != "true")
        {
            await agent.Click("player-toggle");
        }

        var before = await agent.Reads("player-time");
        await Waiting.UntilAsync(
            async () => await agent.Reads("player-time") != before,
            5.Seconds(),
            () => "the message to go on playing");
    }
}
