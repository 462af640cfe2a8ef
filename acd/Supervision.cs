using Microsoft.Extensions.Logging;

namespace CrmUms.Acd;

/// <summary>Which failures mean what, in one place.</summary>
internal static class Supervision
{
    /// <summary>
    /// A failure is a defect of ours. The message is dropped and the actor goes on, loudly: what it knows agrees with
    /// its journal, for a move counts only when it is written. To start again would lose what it has been told since,
    /// its timers among it. Who cannot write any more is stopped by the kernel.
    /// </summary>
    public static SupervisorStrategy OfPersistentChildren(ILogger log) => new OneForOneStrategy(
        maxNrOfRetries: 10,
        withinTimeRange: TimeSpan.FromMinutes(1),
        localOnlyDecider: error =>
        {
            log.ActorFailed(error.GetType().Name, error);
            return Directive.Resume;
        });
}
