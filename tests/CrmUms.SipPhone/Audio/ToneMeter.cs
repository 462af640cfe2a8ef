namespace CrmUms.SipPhone.Audio;

/// <summary>How strong one frequency is in a stretch of samples (Goertzel's filter under a Hann window).</summary>
public static class ToneMeter
{
    /// <summary>What is reported for nothing at all.</summary>
    public const double FloorDbfs = -120;

    /// <summary>Peak level of the sine at this frequency against full scale, in dB.</summary>
    public static double Level(ReadOnlySpan<short> samples, int rate, double hertz)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / rate);
        var (before, last, windowSum) = (0.0, 0.0, 0.0);
        var (cosine, sine) = (1.0, 0.0);
        var step = Math.SinCos(2 * Math.PI / Math.Max(samples.Length, 1));
        for (var i = 0; i < samples.Length; i++)
        {
            // The window takes away what strong neighbours would leak into this frequency.
            var window = 0.5 - (0.5 * cosine);
            (cosine, sine) = ((cosine * step.Cos) - (sine * step.Sin), (sine * step.Cos) + (cosine * step.Sin));
            windowSum += window;
            (before, last) = (last, (window * samples[i]) + (coefficient * last) - before);
        }

        var power = (before * before) + (last * last) - (coefficient * before * last);
        var amplitude = 2 * Math.Sqrt(Math.Max(power, 0)) / Math.Max(windowSum, 1);
        return Math.Max(FloorDbfs, 20 * Math.Log10(Math.Max(amplitude, 1e-9) / short.MaxValue));
    }
}
