using CrmUms.SipPhone.Rtp;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// Listens without a break, every 20 ms, whether a tone is still there. The meter looks at the last 200 ms: a hole of
/// that length makes it fall to nothing.
/// </summary>
internal sealed class Listening
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    private readonly Task _looking;
    private volatile bool _isOver;
    private double _weakestDbfs = double.MaxValue;

    public Listening(CallMedia media)
    {
        _looking = media.WaitUntilAsync(
            () =>
            {
                _weakestDbfs = Math.Min(_weakestDbfs, media.ToneLevel(Tones.Agent));
                return _isOver;
            },
            AtMost,
            () => "the end of listening");
    }

    public async Task<double> WeakestDbfs()
    {
        _isOver = true;
        await _looking;
        return _weakestDbfs;
    }
}
