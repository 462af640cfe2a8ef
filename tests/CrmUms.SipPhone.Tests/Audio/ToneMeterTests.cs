using CrmUms.SipPhone.Audio;

namespace CrmUms.SipPhone.Tests.Audio;

public sealed class ToneMeterTests
{
    [Theory]
    [InlineData(8_000, 440, -20)]
    [InlineData(8_000, 1_004, -3)]
    [InlineData(48_000, 437.5, -40)]
    public void A_tone_is_found_at_its_level_and_nowhere_else(int rate, double hertz, double dbfs)
    {
        var samples = Sine(rate, hertz, dbfs);

        ToneMeter.Level(samples, rate, hertz).ShouldBe(dbfs, 0.1);
        ToneMeter.Level(samples, rate, hertz + 60).ShouldBeLessThan(dbfs - 50);
    }

    [Fact]
    public void Silence_and_nothing_are_at_the_floor()
    {
        ToneMeter.Level(new short[1_600], 8_000, 440).ShouldBe(ToneMeter.FloorDbfs);
        ToneMeter.Level([], 8_000, 440).ShouldBe(ToneMeter.FloorDbfs);
    }

    private static short[] Sine(int rate, double hertz, double dbfs)
    {
        var amplitude = short.MaxValue * Math.Pow(10, dbfs / 20);
        var step = 2 * Math.PI * hertz / rate;
        return [.. Enumerable.Range(0, rate / 5).Select(i => (short)(amplitude * Math.Sin(step * i)))];
    }
}
