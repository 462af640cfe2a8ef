namespace CrmUms.CtiGateway.WebHooks;

/// <summary>How long to wait before an event is tried again.</summary>
public static class WebHookPauses
{
    /// <summary>Doubles up to the bound; half of it is chance, so that web hooks that failed together spread.</summary>
    public static TimeSpan After(int attempts, CtiOptions options) =>
        Backoff.PauseAfter(attempts, options.WebHookPauseMin, options.WebHookPauseMax, Random.Shared.NextDouble());
}
