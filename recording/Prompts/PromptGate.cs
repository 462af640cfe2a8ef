namespace CrmUms.Recording.Prompts;

/// <summary>Lets so many work at once and so many more wait; whoever comes then is told that it is busy.</summary>
internal sealed class PromptGate(int atOnceMax, int waitingMax) : IDisposable
{
    private readonly SemaphoreSlim _places = new(atOnceMax, atOnceMax);
    private int _inside;

    public async Task<PromptOutcome> PassAsync(Func<Task<PromptOutcome>> work, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > atOnceMax + waitingMax)
            {
                return new PromptOutcome.Refused(PromptRefusal.Busy);
            }

            await _places.WaitAsync(cancellation);
            try
            {
                return await work();
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public void Dispose() => _places.Dispose();
}
