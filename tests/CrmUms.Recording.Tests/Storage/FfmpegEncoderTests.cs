using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Storage;

namespace CrmUms.Recording.Tests.Storage;

public sealed class FfmpegEncoderTests : IDisposable
{
    private const int Rate = 8000;
    private readonly TemporaryFolder _folder = new();
    private readonly FfmpegEncoder _encoder = new("ffmpeg", TimeSpan.FromMinutes(1), TimeProvider.System);

    [Fact]
    public async Task Caller_and_agent_who_speak_at_once_stay_on_their_own_channels()
    {
        var raw = WriteTones("both.raw", seconds: 5, leftHz: 440, rightHz: 700);

        var (left, right) = await RoundTripAsync(raw);

        (Level(left, 440) - Level(left, 700)).ShouldBeGreaterThan(30);
        (Level(right, 700) - Level(right, 440)).ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task A_silent_channel_stays_silent_while_the_other_one_speaks()
    {
        var raw = WriteTones("left.raw", seconds: 5, leftHz: 440, rightHz: null);

        var (left, right) = await RoundTripAsync(raw);

        (Level(left, 440) - Level(right, 440)).ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task A_recording_plays_as_long_as_was_spoken()
    {
        var raw = WriteTones("long.raw", seconds: 7, leftHz: 440, rightHz: 700);

        var (left, _) = await RoundTripAsync(raw);

        ((double)left.Length / Rate).ShouldBe(7, tolerance: 0.05);
    }

    [Fact]
    public async Task What_is_not_audio_is_said_by_code_with_the_last_words_of_the_encoder()
    {
        var failure = await Should.ThrowAsync<RecordingException>(() => _encoder.EncodeAsync(
            Path.Combine(_folder.Raw, "missing.raw"), Path.Combine(_folder.Raw, "out.opus"), Cancellation));

        failure.Code.ShouldBe(RecordingErrorCode.EncoderFailed);
        failure.Message.ShouldContain("No such file");
    }

    [Fact]
    public async Task An_encoder_that_is_not_installed_is_said_by_code()
    {
        var encoder = new FfmpegEncoder("/nowhere/ffmpeg", TimeSpan.FromMinutes(1), TimeProvider.System);

        var failure = await Should.ThrowAsync<RecordingException>(
            () => encoder.EncodeAsync("a.raw", "a.opus", Cancellation));

        failure.Code.ShouldBe(RecordingErrorCode.EncoderMissing);
        failure.IsTransient.ShouldBeFalse();
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task An_encoder_that_hangs_is_ended_and_said_by_code()
    {
        // Any program that reads nothing and ends late will do.
        var hanging = Path.Combine(_folder.Raw, "hanging");
        await File.WriteAllTextAsync(hanging, "#!/bin/sh\nexec sleep 1000\n", Cancellation);
        File.SetUnixFileMode(hanging, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var encoder = new FfmpegEncoder(hanging, TimeSpan.FromMilliseconds(200), TimeProvider.System);

        var failure = await Should.ThrowAsync<RecordingException>(
            () => encoder.EncodeAsync("a.raw", "a.opus", Cancellation));

        failure.Code.ShouldBe(RecordingErrorCode.EncoderTooSlow);
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string WriteTones(string name, int seconds, double leftHz, double? rightHz)
    {
        var bytes = new byte[seconds * Rate * 4];
        for (var i = 0; i < seconds * Rate; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(i * 4), Sample(leftHz, i));
            BinaryPrimitives.WriteInt16LittleEndian(
                bytes.AsSpan(i * 4 + 2), rightHz is { } hz ? Sample(hz, i) : (short)0);
        }

        var path = Path.Combine(_folder.Raw, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static short Sample(double hz, int i) => (short)(16_000 * Math.Sin(2 * Math.PI * hz * i / Rate));

    private async Task<(short[] Left, short[] Right)> RoundTripAsync(string raw)
    {
        var finished = raw + _encoder.Extension;
        var decoded = raw + ".decoded";
        await _encoder.EncodeAsync(raw, finished, Cancellation);
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-y", "-i", finished,
            "-ar", Rate.ToString(CultureInfo.InvariantCulture), "-ac", "2", "-f", "s16le", decoded,
        ];
        using var process = Process.Start("ffmpeg", arguments);
        await process.WaitForExitAsync(Cancellation);
        var bytes = await File.ReadAllBytesAsync(decoded, Cancellation);
        var left = new short[bytes.Length / 4];
        var right = new short[bytes.Length / 4];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(i * 4));
            right[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(i * 4 + 2));
        }

        return (left, right);
    }

    // Level of one tone in decibels, by correlation over whole seconds.
    private static double Level(short[] samples, double hz)
    {
        var count = samples.Length / Rate * Rate;
        double real = 0, imaginary = 0;
        for (var i = 0; i < count; i++)
        {
            real += samples[i] * Math.Cos(2 * Math.PI * hz * i / Rate);
            imaginary += samples[i] * Math.Sin(2 * Math.PI * hz * i / Rate);
        }

        return 20 * Math.Log10(Math.Sqrt(real * real + imaginary * imaginary) / count + 1e-6);
    }
}
