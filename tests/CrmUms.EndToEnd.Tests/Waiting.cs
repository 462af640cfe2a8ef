using System.Diagnostics;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Waits for a condition, never for time: it is looked at again until it holds, or until the bound.</summary>
internal static class Waiting
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    public static Task UntilAsync(Func<bool> holds, TimeSpan limit, Func<string> what) =>
        UntilAsync(() => Task.FromResult(holds()), limit, what);

    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan limit, Func<string> what)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var since = Stopwatch.StartNew();
        using var again = new PeriodicTimer(LookEvery);
        while (!await holds())
        {
            if (since.Elapsed > limit)
            {
                throw new TimeoutException($"Waited {limit.TotalSeconds:F1} s for: {what()}");
            }

            await again.WaitForNextTickAsync(cancellation);
        }
    }

    public static TimeSpan Seconds(this double seconds) => TimeSpan.FromSeconds(seconds);

    public static TimeSpan Seconds(this int seconds) => TimeSpan.FromSeconds(seconds);
}
