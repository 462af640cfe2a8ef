using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Tests.Asterisk;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;

namespace CrmUms.CtiGateway.Tests.Wire;

/// <summary>
/// A call as a real Asterisk 22 spoke it, played to the gateway without one: greeting, music, talk, key, ending, and an
/// agent whose page is closed.
/// </summary>
[Collection("asterisk")]
public sealed class RecordedSessionTests(AsteriskServer server)
{
    private const string Name = "whole-call";

    private static readonly AgentId Agent = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private static readonly LegId AgentLeg = new($"leg-{Agent}-1");
    private static readonly InteractionId Interaction = new(Guid.Parse("01900000-0000-7000-8000-000000000002"));
    private static readonly PlayId Greeting = new("greeting-1");

    [Fact]
    public async Task A_whole_call_is_told_in_facts()
    {
        var replay = new WireReplay(Name);
        await using var asterisk = replay.Open();
        await using var stage = new WireStage(asterisk.Options);

        await TalkAsync(stage);

        replay.NotAsked.ShouldBeEmpty();
        replay.Unknown.ShouldBeEmpty();
        stage.Facts.Select(fact => fact.GetType().Name).ShouldBe(
        [
            nameof(PbxSnapshot), nameof(AgentPhoneChanged), nameof(CallArrived), nameof(PromptFinished),
            nameof(AgentLegOpened), nameof(DigitReceived), nameof(CallerLegEnded), nameof(AgentPhoneChanged),
            nameof(AgentLegEnded),
        ]);
        var arrived = stage.Facts.OfType<CallArrived>().Single();
        (arrived.Dialled, arrived.CallerId, arrived.RecordingFile).ShouldBe(
            ("1000", "+998901234567", $"{arrived.Leg}.raw"));
        stage.Facts.OfType<PromptFinished>().Single()
            .ShouldBe(new PromptFinished(Greeting, arrived.Leg, Failed: false));
        stage.Facts.OfType<DigitReceived>().Single().ShouldBe(new DigitReceived(arrived.Leg, '7'));
        stage.Facts.OfType<CallerLegEnded>().Single().Cause.ShouldBe(16);
        stage.Facts.OfType<AgentLegOpened>().Single().ShouldBe(new AgentLegOpened(Agent, AgentLeg));
        stage.Facts.OfType<AgentPhoneChanged>().Select(phone => phone.IsRegistered).ShouldBe([true, false]);
    }

    /// <summary>Run by hand to write the recording anew, after a change of the gateway's requests.</summary>
    [Fact(Explicit = true)]
    public async Task Record_a_whole_call()
    {
        AsteriskServer.ShouldBeThere();
        await using var people = await AsteriskStage.RaiseAsync(server);
        var credentials = await people.Phones.ProvisionAsync(Agent, TestContext.Current.CancellationToken);
        await people.DisconnectAsync();
        using var recorder = new WireRecorder(server.Options);
        await using var between = recorder.Open();
        await using var stage = new WireStage(between.Options);
        await stage.FactAsync<PbxSnapshot>();
        PhoneCall? call = null;
        await TalkAsync(stage, async step =>
        {
            switch (step)
            {
                case Step.PageOpens:
                    await people.RegisterAsync(Agent, credentials);
                    break;
                case Step.CallerCalls:
                    var options = new CallOptions { Sound = Sound.Tone(440) };
                    call = await people.CallInAsync("1000", "+998901234567", options);
                    break;
                case Step.CallerPressesKey:
                    await call!.Media.SendDigitsAsync("7");
                    break;
                case Step.CallerHangsUp:
                    await call!.HangUpAsync();
                    break;
                case Step.PageCloses:
                    await people.CloseAgentPageAsync(Agent);
                    break;
                default:
                    throw new NotSupportedException(step.ToString());
            }
        });
        recorder.Save(Name);
        people.Connect();
    }

    // What the ACD does in one call. The people's part comes from real telephones, or lies in the recording.
    private static async Task TalkAsync(WireStage stage, Func<Step, Task>? people = null)
    {
        people ??= _ => Task.CompletedTask;
        await stage.FactAsync<PbxSnapshot>();
        await people(Step.PageOpens);
        await stage.FactAsync<AgentPhoneChanged>();
        await people(Step.CallerCalls);
        var caller = (await stage.FactAsync<CallArrived>()).Leg;
        await stage.Calls.AnswerAsync(caller, Interaction, default);
        await stage.Calls.PlayAsync(caller, Greeting, ["test-short"], "en", default);
        await stage.FactAsync<PromptFinished>();
        await stage.Calls.PlayMusicAsync(caller, "default", default);
        await stage.Calls.OpenAgentLegAsync(Agent, AgentLeg, default);
        await stage.FactAsync<AgentLegOpened>();
        var talk = new ConversationId(Interaction, 1);
        await stage.Calls.PrepareJoinAsync(talk, default);
        await stage.Calls.JoinAsync(talk, caller, AgentLeg, default);
        await stage.Calls.MuteAsync(AgentLeg, muted: true, default);
        await stage.Calls.MuteAsync(AgentLeg, muted: false, default);
        await people(Step.CallerPressesKey);
        await stage.FactAsync<DigitReceived>();
        await people(Step.CallerHangsUp);
        await stage.FactAsync<CallerLegEnded>();
        await stage.Calls.ParkAsync(AgentLeg, default);
        await stage.Calls.DissolveAsync(talk, default);
        await people(Step.PageCloses);
        await stage.FactAsync<AgentLegEnded>();
    }

    private enum Step
    {
        PageOpens,
        CallerCalls,
        CallerPressesKey,
        CallerHangsUp,
        PageCloses,
    }
}
