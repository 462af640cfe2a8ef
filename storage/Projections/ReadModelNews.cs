namespace CrmUms.Storage.Projections;

/// <summary>Tells everybody who waits that the read models of this process have moved.</summary>
public sealed class ReadModelNews
{
    private TaskCompletionSource _next = New();

    /// <summary>Taken before looking, so that what moves between looking and waiting is not slept through.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    internal void Moved() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
