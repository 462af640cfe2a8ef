using CrmUms.SipPhone.Audio;

namespace CrmUms.SipPhone.Tests.Audio;

public sealed class WavTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"sipphone-{Guid.NewGuid():N}.wav");

    [Fact]
    public void What_is_written_is_read_back_even_before_the_file_is_complete()
    {
        short[] samples = [0, 1, -1, short.MaxValue, short.MinValue];
        using (var writer = new WavWriter(_path))
        {
            writer.Write(samples);
        }

        WavFile.Read(_path).Rate.ShouldBe(8_000);
        WavFile.Read(_path).Channels.ShouldHaveSingleItem().ShouldBe(samples);
    }

    [Fact]
    public void The_channels_of_a_raw_recording_are_kept_apart()
    {
        File.WriteAllBytes(_path, [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6]);

        var stereo = WavFile.ReadRaw(_path, rate: 8_000, channels: 2);

        stereo.Channels[0].ShouldBe([1, 3]);
        stereo.Channels[1].ShouldBe([2, 4]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF____WAVE")]
    [InlineData("RIFF____WAVEdata\u0001\0\0\0x")]
    public void What_is_no_audio_is_refused_in_words(string text)
    {
        File.WriteAllText(_path, text);

        Should.Throw<InvalidDataException>(() => WavFile.Read(_path)).Message.ShouldContain(_path);
    }

    public void Dispose() => File.Delete(_path);
}
