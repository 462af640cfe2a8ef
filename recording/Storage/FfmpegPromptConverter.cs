using System.Globalization;
using System.Text.RegularExpressions;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Storage;

/// <summary>
/// ffmpeg in two runs: the first reads whatever it is, in the telephone's band, and measures it; the second brings it
/// to the wanted loudness and measures again (decisions/0002-prompts-beside-recordings.md).
/// </summary>
public sealed partial class FfmpegPromptConverter(PromptOptions options, TimeProvider time) : IPromptConverter
{
    // Stray names inside a file (a play list in a .wav) must open nothing: only these kinds, and only this file.
    private const string Kinds = "wav,w64,mp3,ogg,matroska,webm,flac,mov,mp4,m4a,aac,amr,aiff,caf,au,asf";

    // Louder than this an almost silent file is mostly its own noise.
    private const double GainDbMax = 30;
    private const double SilenceLufs = -69.5;
    private const double PeakMax = 0.79; // -2 dBFS: codecs of the line overshoot a little.
    private const int HeaderBytes = 44;
    private const double BytesPerSecond = 8000 * sizeof(short);

    private static readonly TimeSpan LengthMin = TimeSpan.FromSeconds(0.1);

    // R128 weighs blocks of 0.4 s: a single word is measured as if it were said again and again for a while.
    private static readonly TimeSpan MeasurableMin = TimeSpan.FromSeconds(1);

    private readonly ToolProcess _ffmpeg = new(options.ConverterPath, options.WorkMax, time);

    public async Task<Conversion> ConvertAsync(string source, string target, CancellationToken cancellation)
    {
        var read = target + ".read.wav";
        try
        {
            if (await ReadAsync(source, read, cancellation) is not { } loudness)
            {
                return new Conversion.NotAudio();
            }

            var duration = DurationOf(read);
            if (duration < LengthMin)
            {
                return new Conversion.NotAudio();
            }

            if (duration > options.LengthMax)
            {
                return new Conversion.TooLong();
            }

            if (duration < MeasurableMin)
            {
                loudness = await EvenAsync(read, target, gainDb: 0, duration, cancellation);
            }

            if (loudness < SilenceLufs)
            {
                return new Conversion.Silent();
            }

            var gain = Math.Min(options.LoudnessLufs - loudness, GainDbMax);
            var reached = await EvenAsync(read, target, gain, duration, cancellation);
            return new Conversion.Done(DurationOf(target), reached);
        }
        finally
        {
            File.Delete(read);
        }
    }

    // Reads one second more than allowed and no further, so that an hour costs no more than five minutes.
    private async Task<double?> ReadAsync(string source, string read, CancellationToken cancellation)
    {
        var result = await RunAsync(
            [
                "-protocol_whitelist", "file", "-format_whitelist", Kinds,
                "-t", Text(options.LengthMax.TotalSeconds + 1), "-i", source, "-map", "0:a:0", "-vn", "-sn", "-dn",
                "-af", "aresample=8000,aformat=sample_fmts=s16:channel_layouts=mono,ebur128=framelog=verbose",
                .. TelephoneWav, read,
            ],
            cancellation);
        return result.ExitCode == 0 ? LoudnessIn(result) : null;
    }

    private async Task<double> EvenAsync(
        string read, string target, double gainDb, TimeSpan duration, CancellationToken cancellation)
    {
        var again = duration < MeasurableMin ? "aloop=loop=9:size=8000," : "";
        var graph = $"[0:a]volume={Text(gainDb)}dB,alimiter=limit={Text(PeakMax)}:level=disabled:attack=2:release=50,"
            + $"aresample=8000,asplit=2[out][heard];[heard]{again}ebur128=framelog=verbose,anullsink";
        var result = await RunAsync(
            ["-f", "wav", "-i", read, "-filter_complex", graph, "-map", "[out]", .. TelephoneWav, target],
            cancellation);
        return result.ExitCode == 0 && LoudnessIn(result) is { } loudness
            ? loudness
            : throw new PromptException(PromptErrorCode.ToolFailed, $"ffmpeg: {result.LastLine}");
    }

    private static string[] TelephoneWav =>
        ["-c:a", "pcm_s16le", "-ar", "8000", "-ac", "1", "-bitexact", "-map_metadata", "-1", "-f", "wav"];

    private async Task<ToolResult> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        string[] quiet = ["-nostdin", "-hide_banner", "-nostats", "-y", "-threads", "1", "-filter_threads", "1"];
        var result = await _ffmpeg.RunAsync([.. quiet, .. arguments], input: null, cancellation);
        return result.Words.Contains("No space left", StringComparison.Ordinal)
            ? throw new PromptException(PromptErrorCode.ToolFailed, "ffmpeg: no space left on the disk.")
            : result;
    }

    // A filter may be set up twice; the last summary is that of all the sound.
    private static double? LoudnessIn(ToolResult result) =>
        Integrated().Matches(result.Words).LastOrDefault() is { } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    private static TimeSpan DurationOf(string wav) =>
        TimeSpan.FromSeconds(Math.Max(0, new FileInfo(wav).Length - HeaderBytes) / BytesPerSecond);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*I:\s+(-?[0-9.]+) LUFS\s*$", RegexOptions.Multiline)]
    private static partial Regex Integrated();
}
