using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;

namespace CrmUms.EndToEnd.Tests;

/// <summary>A customer on the telephone: says 440 Hz, hears and tells what he hears.</summary>
internal sealed class Caller : IAsyncDisposable
{
    public const string Vip = "+998901234567";

    private const double MusicDbfs = -45;

    private readonly Phone _phone;
    private readonly string _heardFile;

    /// <summary>Listens to a call that this telephone has, whoever has dialled.</summary>
    internal Caller(Phone phone, PhoneCall call, string folder)
    {
        (_phone, Call) = (phone, call);
        _heardFile = Path.Combine(folder, $"heard-{Guid.NewGuid():n}.wav");
        call.Media.StartRecording(_heardFile);
    }

    public PhoneCall Call { get; }

    public static async Task<Caller> DialAsync(
        Instance instance, string number, string from = Vip, string? name = null, CallOptions? options = null)
    {
        var rtp = Instance.Ports.PhoneRtp;
        var phone = new Phone(new PhoneOptions { RtpPortMin = rtp.Min, RtpPortMax = rtp.Max });
        options ??= new CallOptions();
        var sound = ReferenceEquals(options.Sound, Sound.Silence) ? Sound.Tone(Tones.Customer) : options.Sound;
        var call = await phone.CallAsync(
            $"sip:{number}@127.0.0.1:{Instance.Ports.Sip}", from, name, options with { Sound = sound });
        return new Caller(phone, call, instance.Output);
    }

    public Task IsAnswered() => Call.WaitForAnswerAsync(10.Seconds());

    public Task HearsAgent(double seconds = 10) =>
        Call.Media.WaitForToneAsync(Tones.Agent, Tones.HeardDbfs, seconds.Seconds());

    /// <summary>A prompt that is nothing but this tone.</summary>
    public Task Hears(int hertz) => Call.Media.WaitForToneAsync(hertz, Tones.HeardDbfs, 10.Seconds());

    public Task HearsNo(int hertz) => Call.Media.WaitForNoToneAsync(hertz, Tones.QuietDbfs, 10.Seconds());

    /// <summary>Done when the keys are up again, or when the call has ended by the last of them.</summary>
    public Task Presses(string digits) => Task.WhenAny(Call.Media.SendDigitsAsync(digits), Call.Ended);

    public Task HearsNoAgent() => Call.Media.WaitForNoToneAsync(Tones.Agent, Tones.QuietDbfs, 10.Seconds());

    public Task HearsSilence() => Call.Media.WaitUntilAsync(
        () => Call.Media.Loudness() < Tones.QuietDbfs,
        10.Seconds(),
        () => $"silence, not {Call.Media.Loudness():F0} dB");

    /// <summary>Something is played that is not the agent.</summary>
    public Task HearsMusic(double seconds = 10) => Call.Media.WaitUntilAsync(
        () => Call.Media.Loudness() > MusicDbfs && Call.Media.ToneLevel(Tones.Agent) < MusicDbfs,
        seconds.Seconds(),
        () => $"music; loud {Call.Media.Loudness():F0} dB, agent {Call.Media.ToneLevel(Tones.Agent):F0} dB");

    /// <summary>Listens to the agent from now on and remembers the weakest moment.</summary>
    public Listening ListenToAgent() => new(Call.Media);

    /// <summary>How well this prompt is found in all that was heard until now; ends the noting of it.</summary>
    public double LikenessOfHeard(string promptFile)
    {
        Call.Media.StopRecording();
        return Tones.Likeness(WavFile.Read(_heardFile).Channels[0], WavFile.Read(promptFile).Channels[0]);
    }

    /// <summary>When these voices were there in all that was heard until now; ends the noting of it.</summary>
    public HeardVoices HeardOf(params int[] voices)
    {
        Call.Media.StopRecording();
        return HeardVoices.In(WavFile.Read(_heardFile), voices);
    }

    /// <summary>Lets the talk go on for as long as a recording needs to show something: a second and a half.</summary>
    public Task TalksOn() => Call.Media.WaitForPacketsAsync(Call.Media.Statistics.Received + 75, 10.Seconds());

    public Task HangUp() => Call.HangUpAsync();

    public async Task<CallEnding> IsHungUp(double seconds = 10) => await Call.WaitForEndAsync(seconds.Seconds());

    public async ValueTask DisposeAsync()
    {
        await _phone.DisposeAsync();
        _phone.Fault.ShouldBeNull();
    }
}
