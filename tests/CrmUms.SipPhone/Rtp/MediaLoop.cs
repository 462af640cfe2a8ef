using System.Collections.Immutable;

namespace CrmUms.SipPhone.Rtp;

/// <summary>
/// The one timer behind all calls of a phone. It wakes every 5 ms and serves the calls whose 20 ms are over, so that
/// two hundred calls do not all send in the same instant.
/// </summary>
internal sealed class MediaLoop : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    private readonly PeriodicTimer _timer;
    private readonly Task _loop;
    private readonly TimeProvider _time;
    private ImmutableArray<CallMedia> _calls = [];

    public MediaLoop(TimeProvider time)
    {
        _time = time;
        _timer = new PeriodicTimer(Tick, time);
        _loop = Task.Run(RunAsync);
    }

    public TimeSpan Now => _time.GetElapsedTime(0);

    public void Add(CallMedia call) => ImmutableInterlocked.Update(ref _calls, calls => calls.Add(call));

    public void Remove(CallMedia call) => ImmutableInterlocked.Update(ref _calls, calls => calls.Remove(call));

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _loop;
    }

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            var now = Now;
            foreach (var call in _calls)
            {
                call.Serve(now);
            }
        }
    }
}
