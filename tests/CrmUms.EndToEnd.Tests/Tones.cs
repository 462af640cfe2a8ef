using System.Diagnostics;
using CrmUms.SipPhone.Audio;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Who says what: each side has a tone of its own, so that what is heard tells who is heard.</summary>
internal static class Tones
{
    public const int Customer = 440;
    public const int Agent = 700;
    public const int Supervisor = 1_300;
    public const int Colleague = 1_700;

    /// <summary>Both say their tone at -20 dB; heard is what arrives at this level or above.</summary>
    public const double HeardDbfs = -30;

    /// <summary>Not heard is what stays below this level.</summary>
    public const double QuietDbfs = -50;

    private const int Rate = 48_000;
    private const int MicrophoneSeconds = 10;

    /// <summary>The file that Chromium plays as its microphone, round and round.</summary>
    public static void WriteMicrophone(string path) => Write(path, Agent, MicrophoneSeconds);

    /// <summary>A sound file of one steady tone at -20 dB.</summary>
    public static void Write(string path, int hertz, int seconds)
    {
        using var file = new BinaryWriter(File.Create(path));
        var octets = Rate * seconds * sizeof(short);
        file.Write("RIFF"u8);
        file.Write(octets + 36);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write((short)1); // PCM
        file.Write((short)1); // one channel
        file.Write(Rate);
        file.Write(Rate * sizeof(short));
        file.Write((short)sizeof(short));
        file.Write((short)16);
        file.Write("data"u8);
        file.Write(octets);
        for (var i = 0; i < Rate * seconds; i++)
        {
            file.Write((short)(short.MaxValue * 0.1 * Math.Sin(2 * Math.PI * hertz * i / Rate)));
        }
    }

    /// <summary>Any recording as samples: ffmpeg reads what a player would read.</summary>
    public static async Task<WavFile> DecodeAsync(string path)
    {
        var raw = path + ".s16";
        using var ffmpeg = Process.Start(
            "ffmpeg", ["-v", "error", "-y", "-i", path, "-f", "s16le", "-ar", "8000", raw]);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        ffmpeg.ExitCode.ShouldBe(0);
        using var probe = Process.Start(new ProcessStartInfo(
            "ffprobe", ["-v", "error", "-show_entries", "stream=channels", "-of", "csv=p=0", path])
        {
            RedirectStandardOutput = true,
        })!;
        (await probe.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim().ShouldBe("2");
        return WavFile.ReadRaw(raw, 8_000, channels: 2);
    }

    /// <summary>
    /// How well a prompt is found in what was heard: the best correlation of its first second, 1 for a perfect copy.
    /// </summary>
    public static double Likeness(ReadOnlySpan<short> heard, ReadOnlySpan<short> prompt)
    {
        // Prompts begin with a quarter of a second of silence.
        var sought = prompt[2_000..10_000];
        var soughtPower = Power(sought);
        var best = 0.0;
        for (var at = 0; at + sought.Length <= heard.Length; at++)
        {
            var part = heard.Slice(at, sought.Length);
            var dot = 0L;
            for (var i = 0; i < part.Length; i++)
            {
                dot += part[i] * sought[i];
            }

            var power = Power(part);
            best = power > 0 ? Math.Max(best, dot / Math.Sqrt((double)power * soughtPower)) : best;
        }

        return best;
    }

    private static long Power(ReadOnlySpan<short> samples)
    {
        var sum = 0L;
        foreach (var sample in samples)
        {
            sum += sample * sample;
        }

        return sum;
    }
}
