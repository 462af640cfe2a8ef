namespace CrmUms.Actors.Cells;

/// <summary>A child, and how often it was restarted within the window of its parent's policy.</summary>
internal sealed class ChildStats(LocalActorRef child)
{
    private int _restarts;
    private TimeSpan? _windowStart;

    public LocalActorRef Ref { get; } = child;

    public bool MayRestart(int retriesMax, int withinMs, TimeSpan now)
    {
        if (retriesMax == 0)
        {
            return false;
        }

        if (withinMs <= 0)
        {
            return retriesMax < 0 || ++_restarts <= retriesMax;
        }

        if (_windowStart is { } start && now - start <= TimeSpan.FromMilliseconds(withinMs))
        {
            return ++_restarts <= Math.Max(1, retriesMax);
        }

        _windowStart = now;
        _restarts = 1;
        return true;
    }
}
