using CrmUms.SipPhone.Audio;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// How long none of some voices was there, in what somebody heard from the first of them to the last. Looked at every
/// 5 ms in stretches of 20 ms, so that a gap is measured to about 10 ms.
/// </summary>
/// <param name="Gaps">Longest first.</param>
internal sealed record HeardVoices(IReadOnlyList<HeardGap> Gaps)
{
    private const double VoiceDbfs = -35;
    private const double QuietDbfs = -60;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(20);

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
                gaps.Add(GapOf(heard, last + stretch, at));
            }

            lastVoice = at;
        }

        lastVoice.ShouldNotBeNull("none of the voices was ever heard");
        return new HeardVoices([.. gaps.OrderByDescending(gap => gap.Length)]);
    }

    private static bool IsAny(ReadOnlySpan<short> part, int rate, IReadOnlyList<int> voices)
    {
        foreach (var hertz in voices)
        {
            if (ToneMeter.Level(part, rate, hertz) >= VoiceDbfs)
            {
                return true;
            }
        }

        return false;
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

    private static double Amplitude(double dbfs) => Math.Pow(10, dbfs / 20);

    private static int SamplesIn(TimeSpan time, WavFile heard) => (int)(time.TotalSeconds * heard.Rate);

    private static TimeSpan TimeIn(int samples, WavFile heard) => TimeSpan.FromSeconds((double)samples / heard.Rate);
}

/// <summary>A time without any of the voices.</summary>
/// <param name="At">When it began.</param>
/// <param name="Length">How long it was.</param>
/// <param name="QuietBeforeVoice">How long at its end nothing was heard at all, no music either.</param>
internal sealed record HeardGap(TimeSpan At, TimeSpan Length, TimeSpan QuietBeforeVoice);
