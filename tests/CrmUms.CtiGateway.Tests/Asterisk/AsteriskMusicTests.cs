using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;
using CrmUms.TestKit.Contracts;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>Music that Asterisk learns of while it runs.</summary>
[Collection("asterisk")]
public sealed class AsteriskMusicTests(AsteriskServer server) : IAsyncLifetime
{
    private const int JazzHertz = 600;
    private const int FolkHertz = 900;
    private const double Heard = -35;
    private const double NotHeard = -50;

    private static readonly CancellationToken No = CancellationToken.None;

    private AsteriskStage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await AsteriskStage.RaiseAsync(server);
        WriteTone("jazz", JazzHertz);
        WriteTone("folk", FolkHertz);
    }

    public async ValueTask DisposeAsync()
    {
        await _stage.Music.MakeAsync([], No);
        await _stage.DisposeAsync();
    }

    [Fact]
    public async Task A_caller_hears_music_that_was_made_a_moment_ago()
    {
        await _stage.Music.MakeAsync([Music("jazz", "jazz")], No);
        var (call, caller) = await AnsweredAsync();

        await _stage.Calls.PlayMusicAsync(caller, "jazz", No);

        await call.Media.WaitForToneAsync(JazzHertz, Heard, PbxStage.Patience);
        await call.Media.WaitForNoToneAsync(AsteriskFiles.MusicHertz, NotHeard, PbxStage.Patience);
    }

    [Fact]
    public async Task A_music_of_several_tracks_plays_one_after_the_other()
    {
        await _stage.Music.MakeAsync([Music("both", "jazz", "folk")], No);
        var (call, caller) = await AnsweredAsync();

        await _stage.Calls.PlayMusicAsync(caller, "both", No);

        await call.Media.WaitForToneAsync(JazzHertz, Heard, PbxStage.Patience);
        await call.Media.WaitForToneAsync(FolkHertz, Heard, PbxStage.Patience);
        await call.Media.WaitForToneAsync(JazzHertz, Heard, PbxStage.Patience);
    }

    [Fact]
    public async Task Whoever_hears_music_hears_it_on_when_other_music_is_made_and_his_own_is_gone()
    {
        await _stage.Music.MakeAsync([Music("jazz", "jazz")], No);
        var (call, caller) = await AnsweredAsync();
        await _stage.Calls.PlayMusicAsync(caller, "jazz", No);
        await call.Media.WaitForToneAsync(JazzHertz, Heard, PbxStage.Patience);
        var (other, usual) = await AnsweredAsync();
        await _stage.Calls.PlayMusicAsync(usual, "default", No);
        await other.Media.WaitForToneAsync(AsteriskFiles.MusicHertz, Heard, PbxStage.Patience);

        await _stage.Music.MakeAsync([Music("folk", "folk")], No);

        var (next, third) = await AnsweredAsync();
        await _stage.Calls.PlayMusicAsync(third, "folk", No);
        await next.Media.WaitForToneAsync(FolkHertz, Heard, PbxStage.Patience);
        await call.Media.WaitForToneAsync(JazzHertz, Heard, PbxStage.Patience);
        await other.Media.WaitForToneAsync(AsteriskFiles.MusicHertz, Heard, PbxStage.Patience);
    }

    [Fact]
    public async Task Who_is_to_hear_music_that_is_not_there_hears_the_usual_one()
    {
        await _stage.Music.MakeAsync([Music("jazz", "jazz")], No);
        await _stage.Music.MakeAsync([], No);
        var (call, caller) = await AnsweredAsync();

        await _stage.Calls.PlayMusicAsync(caller, "jazz", No);

        await call.Media.WaitForToneAsync(AsteriskFiles.MusicHertz, Heard, PbxStage.Patience);
    }

    private static MusicClass Music(string name, params string[] tracks) =>
        new(name, IsShuffled: false, [.. tracks.Select(track => new PlayablePrompt(track, "ru"))]);

    private void WriteTone(string name, int hertz)
    {
        using var writer = new WavWriter(Path.Combine(server.SoundsFolder, "ru", name + ".wav"));
        writer.Write([.. Enumerable.Range(0, Sound.Rate)
            .Select(index => (short)(3000 * Math.Sin(2 * Math.PI * hertz * index / Sound.Rate)))]);
    }

    private async Task<(PhoneCall Call, LegId Caller)> AnsweredAsync()
    {
        var call = await _stage.CallInAsync("1000", "+998901234567", new CallOptions());
        var caller = (await _stage.FactAsync<CallArrived>()).Leg;
        await _stage.Calls.AnswerAsync(caller, new InteractionId(Guid.CreateVersion7()), No);
        return (call, caller);
    }
}
