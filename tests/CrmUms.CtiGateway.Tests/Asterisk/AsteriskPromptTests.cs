using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;
using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>Prompts that people change while callers listen, in the folder that <c>./ums up</c> links.</summary>
[Collection("asterisk")]
public sealed class AsteriskPromptTests(AsteriskServer server) : IAsyncLifetime
{
    private const int OldHertz = 600;
    private const int NewHertz = 900;
    private const double Heard = -35;
    private const double NotHeard = -50;

    private static readonly CancellationToken No = CancellationToken.None;

    private readonly string _prompts = Directory.CreateTempSubdirectory("crmums-prompts-").FullName;
    private AsteriskStage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await AsteriskStage.RaiseAsync(server);
        Directory.CreateDirectory(Path.Combine(server.SoundsFolder, "ru"));
        Directory.CreateSymbolicLink(Link, _prompts);
    }

    public async ValueTask DisposeAsync()
    {
        await _stage.DisposeAsync();
        Directory.Delete(Link);
        Directory.Delete(_prompts, recursive: true);
    }

    [Fact]
    public async Task A_replaced_prompt_is_heard_to_its_end_by_whoever_listens_and_anew_by_the_next()
    {
        WriteTone("welcome", OldHertz, seconds: 4);
        var call = await _stage.CallInAsync("1000", "+998901234567", new CallOptions());
        var caller = await AnswerAsync();
        await _stage.Calls.PlayAsync(caller, new PlayId("before"), ["crmums/welcome"], "ru", No);
        await call.Media.WaitForToneAsync(OldHertz, Heard, PbxStage.Patience);

        WriteTone("welcome", NewHertz, seconds: 4);
        var heard = TimeProvider.System.GetTimestamp();

        (await _stage.FactAsync<PromptFinished>())
            .ShouldBe(new PromptFinished(new PlayId("before"), caller, Failed: false));
        TimeProvider.System.GetElapsedTime(heard).ShouldBeGreaterThan(TimeSpan.FromSeconds(2), "it was cut");
        await call.Media.WaitForNoToneAsync(NewHertz, NotHeard, PbxStage.Patience);

        await _stage.Calls.PlayAsync(caller, new PlayId("after"), ["crmums/welcome"], "ru", No);
        await call.Media.WaitForToneAsync(NewHertz, Heard, PbxStage.Patience);
        await call.Media.WaitForNoToneAsync(OldHertz, NotHeard, PbxStage.Patience);
    }

    [Fact]
    public async Task A_removed_prompt_is_heard_to_its_end_and_then_told_as_failed()
    {
        WriteTone("gone", OldHertz, seconds: 3);
        var call = await _stage.CallInAsync("1000", "+998901234567", new CallOptions());
        var caller = await AnswerAsync();
        await _stage.Calls.PlayAsync(caller, new PlayId("gone-1"), ["crmums/gone"], "ru", No);
        await call.Media.WaitForToneAsync(OldHertz, Heard, PbxStage.Patience);

        File.Delete(Path.Combine(_prompts, "gone.wav"));

        (await _stage.FactAsync<PromptFinished>()).Failed.ShouldBeFalse();
        await _stage.Calls.PlayAsync(caller, new PlayId("gone-2"), ["crmums/gone"], "ru", No);
        (await _stage.FactAsync<PromptFinished>()).Failed.ShouldBeTrue();
    }

    private string Link => Path.Combine(server.SoundsFolder, "ru", "crmums");

    // As the server does: written beside, then given the name.
    private void WriteTone(string name, int hertz, double seconds)
    {
        var half = Path.Combine(_prompts, name + ".half");
        using (var writer = new WavWriter(half))
        {
            writer.Write([.. Enumerable.Range(0, (int)(seconds * Sound.Rate))
                .Select(index => (short)(3000 * Math.Sin(2 * Math.PI * hertz * index / Sound.Rate)))]);
        }

        File.Move(half, Path.Combine(_prompts, name + ".wav"), overwrite: true);
    }

    private async Task<LegId> AnswerAsync()
    {
        var caller = (await _stage.FactAsync<CallArrived>()).Leg;
        await _stage.Calls.AnswerAsync(caller, new InteractionId(Guid.CreateVersion7()), No);
        return caller;
    }
}
