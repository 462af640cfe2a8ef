using System.Collections.Concurrent;
using CrmUms.LoadTests.Measuring;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Running;

/// <summary>Calls that come at a rate for a while, and what became of them.</summary>
internal sealed class CallRun(Phone callers, ICallCentre centre)
{
    /// <summary>A caller who reached nobody for that long hangs up; his wait counts as if offered then.</summary>
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(8);

    private static int _callers;

    private readonly ConcurrentDictionary<string, TimeSpan> _offers = new();

    public async Task<RunResult> RunAsync(double perSecond, TimeSpan length, TimeSpan talkFor)
    {
        await centre.WorkAsync((caller, at) => _offers.TryAdd(caller, at), talkFor);
        var cpu = new CpuMeter(centre.Processes);
        var startedAt = Machine.Now;
        var calls = new List<Task<(TimeSpan Wait, bool IsGood)>>();
        var random = new Random(20_261); // The same rhythm for everybody.
        for (var due = startedAt; due < startedAt + length; due += Gap(random, perSecond))
        {
            await UntilAsync(due);
            calls.Add(CallAsync(talkFor));
        }

        var placed = calls.Count / (Machine.Now - startedAt).TotalSeconds;
        var shares = cpu.Stop();
        var ended = await Task.WhenAll(calls);
        return new RunResult(
            Figures.Of(ended.Select(call => call.Wait)),
            Math.Round(placed, 1),
            ended.Count(call => !call.IsGood),
            shares);
    }

    private static TimeSpan Gap(Random random, double perSecond) =>
        TimeSpan.FromSeconds((0.5 + random.NextDouble()) / perSecond);

    private static async Task UntilAsync(TimeSpan due)
    {
        while (due - Machine.Now is { Ticks: > 0 } left)
        {
            await Task.Delay(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left);
        }
    }

    private async Task<(TimeSpan Wait, bool IsGood)> CallAsync(TimeSpan talkFor)
    {
        var number = $"+99890{Interlocked.Increment(ref _callers):d7}";
        var call = await callers.CallAsync(centre.Address, number);
        var isEnded = await IsDoneAsync(call.Ended, PatienceMax + talkFor);
        if (!isEnded)
        {
            await call.HangUpAsync();
        }

        var isOffered = _offers.TryGetValue(number, out var offeredAt);
        var wait = (isOffered ? offeredAt : Machine.Now) - call.Times.InviteAt;
        var isGood = isOffered && isEnded && call.Times.AnsweredAt is not null
            && (await call.Ended).Kind == CallEndingKind.PeerHungUp;
        return (wait, isGood);
    }

    private static async Task<bool> IsDoneAsync(Task task, TimeSpan limit) =>
        await Task.WhenAny(task, Task.Delay(limit)) == task;
}

/// <summary>
/// From the caller's INVITE to the offer; calls really placed in a second; calls that did not go as they should;
/// processor time by program, 100 being one core.
/// </summary>
internal sealed record RunResult(Figures Offers, double PerSecond, int Failed, IReadOnlyDictionary<string, double> Cpu)
{
    public double Load { get; } = Machine.Load();
}
