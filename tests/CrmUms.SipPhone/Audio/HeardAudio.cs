namespace CrmUms.SipPhone.Audio;

/// <summary>The last 200 ms that were heard. Written by the receiver, read by whoever asks for a level.</summary>
internal sealed class HeardAudio
{
    private const int Length = Sound.Rate / 5;
    private const double FullScalePower = (double)short.MaxValue * short.MaxValue;

    private readonly Lock _gate = new();
    private readonly short[] _ring = new short[Length];
    private int _next;

    public void Append(ReadOnlySpan<short> samples)
    {
        lock (_gate)
        {
            foreach (var sample in samples)
            {
                _ring[_next] = sample;
                _next = (_next + 1) % Length;
            }
        }
    }

    public double Level(double hertz, TimeSpan overdue) => Level(hertz, overdue, TimeSpan.MaxValue);

    /// <summary>
    /// Level of a frequency in the last part of it; a stream that stopped counts as silence while it is overdue.
    /// </summary>
    public double Level(double hertz, TimeSpan overdue, TimeSpan window)
    {
        Span<short> heard = stackalloc short[Length];
        Take(heard, overdue);
        var samples = (int)Math.Clamp(window.TotalSeconds * Sound.Rate, 1, Length);
        return ToneMeter.Level(heard[^samples..], Sound.Rate, hertz);
    }

    /// <summary>Root mean square of everything, in dB against full scale.</summary>
    public double Loudness(TimeSpan overdue)
    {
        Span<short> heard = stackalloc short[Length];
        Take(heard, overdue);
        var squares = 0.0;
        foreach (var sample in heard)
        {
            squares += (double)sample * sample;
        }

        return Math.Max(ToneMeter.FloorDbfs, 10 * Math.Log10((squares / Length / FullScalePower) + 1e-12));
    }

    private void Take(Span<short> heard, TimeSpan overdue)
    {
        var silent = (int)Math.Clamp(overdue.TotalSeconds * Sound.Rate, 0, Length);
        lock (_gate)
        {
            for (var i = 0; i < Length - silent; i++)
            {
                heard[i] = _ring[(_next + silent + i) % Length];
            }
        }
    }
}
