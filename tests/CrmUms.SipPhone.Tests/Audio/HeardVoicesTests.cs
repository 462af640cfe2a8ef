using CrmUms.SipPhone.Audio;

namespace CrmUms.SipPhone.Tests.Audio;

public sealed class HeardVoicesTests
{
    private const int Rate = 8_000;
    private const int Agent = 700;
    private const int Colleague = 1_700;

    [Fact]
    public void A_gap_is_as_long_as_no_voice_is_there_whichever_comes_back()
    {
        var heard = HeardOf([.. Tone(200, Agent), .. Silence(120), .. Tone(200, Colleague)]);

        heard.Gaps.Single().Length.TotalMilliseconds.ShouldBe(120, 20);
        heard.Gaps.Single().At.TotalMilliseconds.ShouldBe(200, 20);
        heard.Gaps.Single().QuietBeforeVoice.TotalMilliseconds.ShouldBe(120, 20);
    }

    [Fact]
    public void Two_who_speak_at_once_leave_no_gap()
    {
        var both = Mixed(Tone(200, Agent), Tone(200, Colleague));

        HeardOf([.. Tone(200, Agent), .. both, .. Tone(200, Colleague)]).Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void A_note_of_music_with_some_of_a_voices_frequency_is_no_voice()
    {
        var note = Mixed(Tone(60, 350, -17), Tone(60, Agent, -30));
        var music = Tone(200, 350, -17);

        var heard = HeardOf([.. Tone(200, Agent), .. music, .. note, .. music, .. Tone(200, Agent)]);

        heard.Gaps.Single().Length.TotalMilliseconds.ShouldBe(460, 30);
    }

    [Fact]
    public void Who_never_heard_a_voice_is_an_error() =>
        Should.Throw<InvalidDataException>(() => HeardOf(Silence(200)));

    private static HeardVoices HeardOf(short[] samples) =>
        HeardVoices.In(new WavFile(Rate, [samples]), [Agent, Colleague]);

    private static short[] Silence(int milliseconds) => new short[Rate * milliseconds / 1_000];

    private static short[] Tone(int milliseconds, double hertz, double dbfs = -20)
    {
        var (amplitude, step) = (short.MaxValue * Math.Pow(10, dbfs / 20), 2 * Math.PI * hertz / Rate);
        return [.. Silence(milliseconds).Select((_, i) => (short)(amplitude * Math.Sin(step * i)))];
    }

    private static short[] Mixed(short[] one, short[] other) =>
        [.. one.Zip(other, (first, second) => (short)(first + second))];
}
