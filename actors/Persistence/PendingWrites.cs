namespace CrmUms.Actors.Persistence;

/// <summary>
/// The writes of one command of one actor, and what became of each. With no writes it marks a place in line: it is
/// done when everything before it is.
/// </summary>
internal sealed class PendingWrites(IReadOnlyList<AtomicWrite> writes, Action<PendingWrites> done)
{
    public IReadOnlyList<AtomicWrite> Writes { get; } = writes;

    /// <summary>By write; null when none failed.</summary>
    public Exception?[]? Failures { get; private set; }

    /// <summary>By write; null when none was rejected.</summary>
    public Exception?[]? Rejections { get; private set; }

    public long SubmittedAt { get; set; }

    public void Fail(int index, Exception cause) => (Failures ??= new Exception?[Writes.Count])[index] = cause;

    public void Reject(int index, Exception cause) => (Rejections ??= new Exception?[Writes.Count])[index] = cause;

    public void FailAll(Exception cause)
    {
        for (var index = 0; index < Writes.Count; index++)
        {
            Fail(index, cause);
        }
    }

    public void Complete() => done(this);
}
