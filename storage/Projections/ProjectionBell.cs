using System.Threading.Channels;

namespace CrmUms.Storage.Projections;

/// <summary>
/// Wakes the projector after a commit of this process, so that read models follow within a tenth of a second.
/// </summary>
public sealed class ProjectionBell
{
    // One stroke waits at most: however many commits there were, one catching-up reads them all.
    private readonly Channel<bool> _strokes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _strokes.Writer.TryWrite(true);

    /// <summary>Returns after a ring, or after the longest wait.</summary>
    internal async Task WaitAsync(TimeSpan waitMax, TimeProvider time, CancellationToken cancellation)
    {
        using var longest = new CancellationTokenSource(waitMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, cancellation);
        try
        {
            await _strokes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing rang: another process may have written all the same, so the journal is looked at.
        }
    }
}
