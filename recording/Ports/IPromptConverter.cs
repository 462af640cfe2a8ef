namespace CrmUms.Recording.Ports;

/// <summary>Turns whatever people have into what a telephone plays: 8 kHz, mono, 16 bit, evenly loud.</summary>
public interface IPromptConverter
{
    /// <summary>Converts a file that nobody has looked at yet. What is wrong with it is an answer.</summary>
    /// <param name="source">An existing file of any kind.</param>
    /// <param name="target">Written anew; complete when the answer is <see cref="Conversion.Done"/>.</param>
    /// <param name="cancellation">Ends the work and leaves the target incomplete.</param>
    /// <exception cref="PromptException">The converter itself fails: missing, too slow, no space.</exception>
    Task<Conversion> ConvertAsync(string source, string target, CancellationToken cancellation);
}

/// <summary>How a conversion ended.</summary>
public abstract record Conversion
{
    private Conversion()
    {
    }

    /// <summary>The target is complete.</summary>
    /// <param name="Duration">How long it plays.</param>
    /// <param name="LoudnessLufs">Integrated loudness of the target, EBU R128.</param>
    public sealed record Done(TimeSpan Duration, double LoudnessLufs) : Conversion;

    /// <summary>The file holds no sound that we can read, or less than a tenth of a second.</summary>
    public sealed record NotAudio : Conversion;

    /// <summary>It plays longer than <c>Prompts:LengthMax</c>.</summary>
    public sealed record TooLong : Conversion;

    /// <summary>It is sound, but nobody would hear anything.</summary>
    public sealed record Silent : Conversion;
}
