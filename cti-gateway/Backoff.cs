namespace CrmUms.CtiGateway;

/// <summary>Pure: how long to wait before the next attempt. Doubles up to a bound; half of it is chance.</summary>
internal static class Backoff
{
    /// <summary>So many attempts reach the longest pause, whatever the settings.</summary>
    public const int AttemptsForLongest = 20;

    /// <param name="attempts">Attempts made since the last success.</param>
    /// <param name="min">Pause after the first.</param>
    /// <param name="max">Longest pause.</param>
    /// <param name="chance">From 0 to 1: spreads clients that failed together.</param>
    public static TimeSpan PauseAfter(int attempts, TimeSpan min, TimeSpan max, double chance)
    {
        var doublings = Math.Clamp(attempts - 1, 0, AttemptsForLongest);
        var full = Math.Min(min.TotalMilliseconds * Math.Pow(2, doublings), max.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * (0.5 + (chance / 2)));
    }
}
