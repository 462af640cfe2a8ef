namespace CrmUms.Actors.Mailboxes;

/// <summary>
/// Counts turns that are scheduled or run and journal work under way, so that a test can wait until nothing moves.
/// Absent in production: a counter shared by all mailboxes would cost a cache line per turn.
/// </summary>
internal sealed class BusyCounter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _idle = new(initialState: true);
    private int _busy;

    public void Entered()
    {
        lock (_gate)
        {
            if (_busy++ == 0)
            {
                _idle.Reset();
            }
        }
    }

    public void Left()
    {
        lock (_gate)
        {
            if (--_busy == 0)
            {
                _idle.Set();
            }
        }
    }

    public bool WaitUntilIdle(TimeSpan max) => _idle.Wait(max);

    public void Dispose() => _idle.Dispose();
}
