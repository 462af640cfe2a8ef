namespace CrmUms.SipPhone.Audio;

/// <summary>
/// How long none of some voices was there, in what somebody heard from the first of them to the last. A voice is a tone
/// of its own; what else sounds, such as music, is none. Looked at every 5 ms in stretches of 20 ms, so that a gap is
/// measured to about 20 ms.
/// </summary>
/// <param name="Gaps">Longest first.</param>
public sealed record HeardVoices(IReadOnlyList<HeardGap> Gaps)
{
    private const double VoiceDbfs = -35;
    private const double QuietDbfs = -60;

    // A note of music has some of a voice's frequency too, at its onset more than enough; the voices are alone.
    private const double ShareOfVoices = 0.5;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(20);

    /// <exception cref="InvalidDataException">None of the voices is there.</exception>
    public static HeardVoices In(WavFile heard, IReadOnlyList<int> voices)
    {
        var samples = heard.Channels[0];
        var (step, stretch) = (SamplesIn(Step, heard), SamplesIn(Stretch, heard));
        List<HeardGap> gaps = [];
        int? lastVoice = null;
        for (var at = 0; at + stretch <= samples.Length; at += step)
        {
            var part = samples.AsSpan(at, stretch);
            if (!IsAny(part, heard.Rate, voices))
            {
                continue;
            }

            if (lastVoice is { } last && at > last + stretch)
            {
                gaps.Add(GapOf(heard, last + (stretch / 2), at + (stretch / 2)));
            }

            lastVoice = at;
        }

        return lastVoice is null
            ? throw new InvalidDataException("None of the voices was ever heard.")
            : new HeardVoices([.. gaps.OrderByDescending(gap => gap.Length)]);
    }

    private static bool IsAny(ReadOnlySpan<short> part, int rate, IReadOnlyList<int> voices)
    {
        var (isLoud, ofVoices) = (false, 0.0);
        foreach (var hertz in voices)
        {
            var level = ToneMeter.Level(part, rate, hertz);
            isLoud |= level >= VoiceDbfs;
            ofVoices += PowerOfSine(level);
        }

        return isLoud && ofVoices >= ShareOfVoices * PowerOf(part);
    }

    private static HeardGap GapOf(WavFile heard, int from, int until)
    {
        var samples = heard.Channels[0];
        var quietBefore = until;
        while (quietBefore > from && Math.Abs((int)samples[quietBefore - 1]) < short.MaxValue * Amplitude(QuietDbfs))
        {
            quietBefore--;
        }

        return new HeardGap(
            TimeIn(from, heard), TimeIn(until - from, heard), TimeIn(until - quietBefore, heard));
    }

    private static double PowerOfSine(double dbfs) => Math.Pow(short.MaxValue * Amplitude(dbfs), 2) / 2;

    private static double PowerOf(ReadOnlySpan<short> part)
    {
        var sum = 0.0;
        foreach (var sample in part)
        {
            sum += (double)sample * sample;
        }

        return sum / part.Length;
    }

    private static double Amplitude(double dbfs) => Math.Pow(10, dbfs / 20);

    private static int SamplesIn(TimeSpan time, WavFile heard) => (int)(time.TotalSeconds * heard.Rate);

    private static TimeSpan TimeIn(int samples, WavFile heard) => TimeSpan.FromSeconds((double)samples / heard.Rate);
}

/// <summary>A time without any of the voices.</summary>
/// <param name="At">When it began.</param>
/// <param name="Length">How long it was.</param>
/// <param name="QuietBeforeVoice">How long at its end nothing was heard at all, no music either.</param>
public sealed record HeardGap(TimeSpan At, TimeSpan Length, TimeSpan QuietBeforeVoice);
