using System.Buffers.Binary;
using System.Runtime.Versioning;
using System.Text;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.Recording.Storage;
using CrmUms.Recording.Tests.Prompts;

namespace CrmUms.Recording.Tests.Storage;

/// <summary>The real ffmpeg, with what people really bring.</summary>
public sealed class FfmpegPromptConverterTests : IDisposable
{
    private const string Tone = "sine=frequency=440:duration=4:sample_rate=44100";
    private readonly PromptFolder _folder = new();

    public static TheoryData<string, string> Kinds => new()
    {
        { "stereo.mp3", "-ac 2 -ar 44100" },
        { "studio.wav", "-ac 2 -ar 48000 -c:a pcm_s24le" },
        { "browser.webm", "-ar 48000 -c:a libopus" },
        { "browser.mp4", "-ar 48000 -c:a aac" },
        { "phone.m4a", "-c:a aac" },
        { "archive.flac", "-ar 96000" },
        { "free.ogg", "-c:a libvorbis" },
        { "leg.wav", "-ar 8000 -c:a pcm_mulaw" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Any_sound_becomes_what_a_telephone_plays_at_the_loudness_of_all(string name, string options)
    {
        var brought = await _folder.MakeAsync(name, Tone + ",volume=0.3", options.Split(' '));

        var done = (await ConvertAsync(brought)).ShouldBeOfType<Conversion.Done>();

        done.Duration.TotalSeconds.ShouldBe(4, tolerance: 0.1);
        done.LoudnessLufs.ShouldBe(-19, tolerance: 1);
        ShouldBeTelephoneWav(await File.ReadAllBytesAsync(Target, Cancellation), done.Duration);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(2)] // Louder than full scale: the file itself is clipped already.
    public async Task The_quiet_and_the_loud_become_alike(double volume)
    {
        var speech = $"aevalsrc='{volume}*sin(440*2*PI*t)*(0.6+0.4*sin(3*2*PI*t))':d=6:s=44100";

        var done = (await ConvertAsync(await _folder.MakeAsync("a.wav", speech))).ShouldBeOfType<Conversion.Done>();

        done.LoudnessLufs.ShouldBe(-19, tolerance: 1);
    }

    [Theory]
    [InlineData(0.15)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public async Task A_single_short_word_is_as_loud_as_a_speech(double seconds)
    {
        var word = await _folder.MakeAsync("word.wav", FormattableString.Invariant(
            $"sine=frequency=440:duration={seconds}:sample_rate=44100,volume=0.2"));

        var done = (await ConvertAsync(word)).ShouldBeOfType<Conversion.Done>();

        done.LoudnessLufs.ShouldBe(-19, tolerance: 1);
        done.Duration.TotalSeconds.ShouldBe(seconds, tolerance: 0.02);
    }

    public static TheoryData<string, byte[]> NoSounds => new()
    {
        { "text.wav", Encoding.UTF8.GetBytes("Здравствуйте! Это не звук.") },
        { "empty.wav", [] },
        { "header.wav", Encoding.ASCII.GetBytes("RIFF\0\0\0\0WAVE") },
        { "zeros.mp3", new byte[100_000] },
        { "page.ogg", Encoding.ASCII.GetBytes("OggS" + new string('x', 5000)) },
        { "noise.mp3", Noise(100_000) },
        // A play list would make the converter open other files, or call out into the net.
        { "list.wav", Encoding.ASCII.GetBytes("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n") },
        { "list.m3u8", Encoding.ASCII.GetBytes("#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n") },
        { "concat.wav", Encoding.ASCII.GetBytes("ffconcat version 1.0\nfile /etc/passwd\n") },
    };

    [Theory]
    [MemberData(nameof(NoSounds))]
    public async Task What_is_no_sound_is_said_to_be_none(string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(_folder.Brought(name), bytes, Cancellation);

        (await ConvertAsync(_folder.Brought(name))).ShouldBeOfType<Conversion.NotAudio>();
    }

    [Fact]
    public async Task A_picture_is_no_sound()
    {
        var picture = await _folder.MakeAsync("picture.mp4", "testsrc=duration=1", "-c:v", "mpeg4");

        (await ConvertAsync(picture)).ShouldBeOfType<Conversion.NotAudio>();
    }

    [Fact]
    public async Task A_blink_of_sound_is_none() =>
        (await ConvertAsync(await _folder.MakeAsync("blink.wav", "sine=duration=0.05")))
            .ShouldBeOfType<Conversion.NotAudio>();

    [Fact]
    public async Task An_hour_is_too_long_and_is_not_read_to_its_end()
    {
        var hour = await _folder.MakeAsync("hour.ogg", "sine=duration=3600:sample_rate=8000", "-c:a", "flac");
        var started = TimeProvider.System.GetTimestamp();

        (await ConvertAsync(hour)).ShouldBeOfType<Conversion.TooLong>();

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        Directory.GetFiles(Path.GetDirectoryName(Target)!).ShouldNotContain(file => file.Contains("read.wav"));
    }

    [Fact]
    public async Task Silence_is_refused_instead_of_being_made_loud() =>
        (await ConvertAsync(await _folder.MakeAsync("silence.wav", "anullsrc=duration=3")))
            .ShouldBeOfType<Conversion.Silent>();

    [Fact]
    public async Task A_converter_that_is_not_installed_is_said_by_code()
    {
        _folder.Options.ConverterPath = "/nowhere/ffmpeg";
        await File.WriteAllTextAsync(_folder.Brought("a.wav"), "x", Cancellation);

        var failure = await Should.ThrowAsync<PromptException>(() => ConvertAsync(_folder.Brought("a.wav")));

        failure.Code.ShouldBe(PromptErrorCode.ToolMissing);
        failure.IsTransient.ShouldBeFalse();
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task A_converter_that_hangs_is_ended_and_said_by_code()
    {
        // Any program that ends late will do.
        _folder.Options.ConverterPath = _folder.Brought("hanging");
        _folder.Options.WorkMax = TimeSpan.FromMilliseconds(200);
        await File.WriteAllTextAsync(_folder.Options.ConverterPath, "#!/bin/sh\nexec sleep 1000\n", Cancellation);
        File.SetUnixFileMode(_folder.Options.ConverterPath, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var failure = await Should.ThrowAsync<PromptException>(() => ConvertAsync(_folder.Brought("a.wav")));

        failure.Code.ShouldBe(PromptErrorCode.ToolTooSlow);
    }

    /// <summary>Run by hand: figures for the decision. Prints p50 and the slowest of 20.</summary>
    [Fact(Explicit = true)]
    public async Task Measure_how_long_a_person_waits_for_ten_seconds_of_mp3()
    {
        var speech = "aevalsrc='0.3*sin(440*2*PI*t)*(0.6+0.4*sin(3*2*PI*t))':d=10:s=44100";
        var brought = await _folder.MakeAsync("ten.mp3", speech, "-ac", "2");
        var samples = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await ConvertAsync(brought);
            samples.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        samples.Sort();
        await Console.Error.WriteLineAsync($"p50 {samples[10]:0} ms, slowest {samples[19]:0} ms");
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => _folder.Files.PathOf(PromptId.Parse("target"), PromptLanguage.Ru);

    private Task<Conversion> ConvertAsync(string brought) =>
        new FfmpegPromptConverter(_folder.Options, TimeProvider.System).ConvertAsync(brought, Target, Cancellation);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(4711).NextBytes(bytes);
        return bytes;
    }

    // Byte by byte: the PBX reads no more than the simplest header.
    private static void ShouldBeTelephoneWav(byte[] wav, TimeSpan duration)
    {
        Encoding.ASCII.GetString(wav, 0, 4).ShouldBe("RIFF");
        Encoding.ASCII.GetString(wav, 8, 8).ShouldBe("WAVEfmt ");
        BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(20)).ShouldBe((short)1, "linear samples");
        BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(22)).ShouldBe((short)1, "mono");
        BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)).ShouldBe(8000);
        BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(34)).ShouldBe((short)16, "bits");
        Encoding.ASCII.GetString(wav, 36, 4).ShouldBe("data");
        BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(40)).ShouldBe(wav.Length - 44);
        ((wav.Length - 44) / 16000.0).ShouldBe(duration.TotalSeconds, tolerance: 0.001);
    }
}
