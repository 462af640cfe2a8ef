using System.Diagnostics;
using CrmUms.SipPhone.Rtp;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// Listens without a break, every 20 ms, whether a tone is still there. The meter looks at the last 200 ms: a hole of
/// that length makes it fall to nothing. A listener who was kept from looking himself, on a busy machine, has missed
/// packets that were there: what he measures for a moment after that is no evidence, but it may not be the usual case.
/// </summary>
internal sealed class Listening
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan KeptAway = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan Unsure = TimeSpan.FromMilliseconds(300);

    private readonly CallMedia _media;
    private readonly Task _looking;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private volatile bool _isOver;
    private double _weakestDbfs = double.MaxValue;
    private TimeSpan _lookedAt;
    private TimeSpan _sureFrom;
    private int _looks;
    private int _sureLooks;

    public Listening(CallMedia media)
    {
        _media = media;
        _looking = media.WaitUntilAsync(Look, AtMost, () => "the end of listening");
    }

    public async Task<double> WeakestDbfs()
    {
        _isOver = true;
        await _looking;
        _sureLooks.ShouldBeGreaterThan(_looks * 3 / 4, "the machine was too busy to listen");
        return _weakestDbfs;
    }

    private bool Look()
    {
        var now = _clock.Elapsed;
        if (now - _lookedAt > KeptAway)
        {
            _sureFrom = now + Unsure;
        }

        _lookedAt = now;
        _looks++;
        if (now >= _sureFrom)
        {
            _sureLooks++;
            _weakestDbfs = Math.Min(_weakestDbfs, _media.ToneLevel(Tones.Agent));
        }

        return _isOver;
    }
}
