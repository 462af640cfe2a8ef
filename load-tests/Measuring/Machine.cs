using System.Globalization;

namespace CrmUms.LoadTests.Measuring;

/// <summary>What else the machine has to do: a figure without it says little.</summary>
internal static class Machine
{
    public static int Cores => Environment.ProcessorCount;

    /// <summary>Time since the machine's start, the clock of the phones too.</summary>
    public static TimeSpan Now => TimeProvider.System.GetElapsedTime(0);

    /// <summary>Processes that wanted a core in the last minute, on average.</summary>
    public static double Load() => double.Parse(
        File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Share of all cores that nobody used and nobody waited for the disk, between two looks.</summary>
    public static (long Busy, long All) Processors()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }
}
