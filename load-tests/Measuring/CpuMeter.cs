using System.Globalization;

namespace CrmUms.LoadTests.Measuring;

/// <summary>Processor time of programs with all their children, as a share of one core: 100 is a whole one.</summary>
internal sealed class CpuMeter
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux.

    private readonly (string Name, int Pid)[] _programs;
    private readonly TimeSpan _startedAt = Machine.Now;
    private readonly (long Busy, long All) _machine = Machine.Processors();
    private readonly Dictionary<string, long> _before;

    public CpuMeter(IEnumerable<(string Name, int Pid)> programs)
    {
        _programs = [.. programs, ("load generator", Environment.ProcessId)];
        _before = Ticks();
    }

    public Dictionary<string, double> Stop()
    {
        var seconds = (Machine.Now - _startedAt).TotalSeconds;
        var after = Ticks();
        var shares = _programs.ToDictionary(
            program => program.Name,
            program => Math.Round((after[program.Name] - _before[program.Name]) / TicksPerSecond / seconds * 100, 1));
        var (busy, all) = Machine.Processors();
        var share = (double)(busy - _machine.Busy) / Math.Max(1, all - _machine.All) * Machine.Cores * 100;
        shares["others"] = Math.Round(Math.Max(0, share - shares.Values.Sum()), 1);
        return shares;
    }

    private Dictionary<string, long> Ticks()
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var pid) ? Read(pid) : null)
            .OfType<Process>()
            .ToList();
        return _programs.ToDictionary(program => program.Name, program => Ticks(program.Pid, all));
    }

    // Children that have ended are counted by their parent.
    private static long Ticks(int pid, List<Process> all) =>
        all.Where(process => process.Pid == pid).Sum(process => process.Ticks)
        + all.Where(process => process.Parent == pid).Sum(child => Ticks(child.Pid, all));

    private static Process? Read(int pid)
    {
        try
        {
            // The name, in brackets, may hold spaces: what follows does not.
            var words = File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ');
            return new Process(pid, int.Parse(words[1], CultureInfo.InvariantCulture), words[11..15].Sum(long.Parse));
        }
        catch (IOException)
        {
            return null; // It ended while we looked.
        }
    }

    private sealed record Process(int Pid, int Parent, long Ticks);
}
