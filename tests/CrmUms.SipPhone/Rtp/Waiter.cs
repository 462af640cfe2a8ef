using System.Diagnostics.CodeAnalysis;

namespace CrmUms.SipPhone.Rtp;

/// <summary>Somebody who waits for a condition, at most until an instant.</summary>
internal sealed class Waiter(Func<bool> condition, TimeSpan until)
{
    private readonly TaskCompletionSource<bool> _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when the condition held in time, false at the limit, faulted when the condition threw.</summary>
    public Task<bool> Met => _met.Task;

    /// <summary>Looks for the last time.</summary>
    public void Close() => Look(TimeSpan.MaxValue);

    /// <summary>Looks at the condition; true when nobody needs to look again.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The exception goes to the one who waits, not to the loop.")]
    public bool Look(TimeSpan now)
    {
        try
        {
            return (condition() && _met.TrySetResult(true)) || (now >= until && _met.TrySetResult(false));
        }
        catch (Exception error)
        {
            return _met.TrySetException(error);
        }
    }
}
