namespace CrmUms.Acd.Queues;

/// <summary>
/// Pure: how long whoever stands at a place of a line is likely to wait, from how fast callers have left it of late.
/// </summary>
/// <remarks>
/// <para>
/// The line moves by one place whenever somebody leaves it, answered or not. While somebody waits, the time between two
/// departures is a gap; while nobody does, no time runs. With the last n gaps (n at most <see cref="GapsMax"/>, none
/// older than <see cref="Memory"/>) and the gap g that runs now:
/// </para>
/// <code>
/// mean = (gap₁ + … + gapₙ) / n              when g is shorter than that: it says nothing yet
///      = (gap₁ + … + gapₙ + g) / (n + 1)    when it is longer: the line has slowed down
/// wait of place p = p × mean
/// </code>
/// <para>Fewer than <see cref="GapsMin"/> gaps are no knowledge, and nobody is told anything.</para>
/// </remarks>
public sealed class WaitEstimator
{
    /// <summary>So many gaps count.</summary>
    public const int GapsMax = 20;

    /// <summary>With fewer gaps nothing is estimated.</summary>
    public const int GapsMin = 3;

    private const int ErrorsMax = 100;

    private readonly Queue<(DateTimeOffset At, TimeSpan Gap)> _gaps = new();
    private readonly Queue<TimeSpan> _errors = new();
    private DateTimeOffset? _runningSince;

    /// <summary>Older gaps are forgotten: the morning says little about the afternoon.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromMinutes(30);

    /// <summary>By how much the last estimates were wrong on average; null when none was put to the test.</summary>
    public TimeSpan? MeanAbsoluteError =>
        _errors.Count == 0 ? null : TimeSpan.FromTicks(_errors.Sum(static error => error.Ticks) / _errors.Count);

    /// <summary>Somebody came; before him nobody may have waited.</summary>
    public void Arrived(DateTimeOffset now) => _runningSince ??= now;

    /// <summary>Somebody left the line.</summary>
    /// <param name="left">How many wait after him.</param>
    /// <param name="now">When.</param>
    public void Departed(int left, DateTimeOffset now)
    {
        _gaps.Enqueue((now, Running(now)));
        if (_gaps.Count > GapsMax)
        {
            _gaps.Dequeue();
        }

        _runningSince = left == 0 ? null : now;
    }

    /// <summary>How long whoever stands at this place is likely to wait; null when nothing is known.</summary>
    /// <param name="place">1 for the next.</param>
    /// <param name="now">The present.</param>
    public TimeSpan? WaitOf(int place, DateTimeOffset now)
    {
        while (_gaps.TryPeek(out var oldest) && now - oldest.At > Memory)
        {
            _gaps.Dequeue();
        }

        if (_gaps.Count < GapsMin)
        {
            return null;
        }

        var (sum, running) = (_gaps.Sum(static gap => gap.Gap.Ticks), Running(now).Ticks);
        var mean = sum / _gaps.Count;
        if (running > mean)
        {
            mean = (sum + running) / (_gaps.Count + 1);
        }

        return TimeSpan.FromTicks(mean * place);
    }

    /// <summary>Somebody who was told an estimate was served.</summary>
    /// <returns>By how much it was wrong.</returns>
    public TimeSpan Served(ToldEstimate told, DateTimeOffset now)
    {
        var error = (now - told.At - told.Wait).Duration();
        _errors.Enqueue(error);
        if (_errors.Count > ErrorsMax)
        {
            _errors.Dequeue();
        }

        return error;
    }

    private TimeSpan Running(DateTimeOffset now) =>
        _runningSince is { } began && now > began ? now - began : TimeSpan.Zero;
}

/// <summary>What a caller was told, and when he was told it.</summary>
public sealed record ToldEstimate(TimeSpan Wait, DateTimeOffset At);
