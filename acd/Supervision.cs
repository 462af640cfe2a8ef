using CrmUms.Acd.Shared;
using Microsoft.Extensions.Logging;

namespace CrmUms.Acd;

/// <summary>Which failures mean what, in one place.</summary>
internal static class Supervision
{
    /// <summary>
    /// What failed starts again from its journal. An illegal move is a defect of ours: starting again would repeat
    /// it, so the message is dropped and the actor goes on, loudly. Whoever keeps failing is stopped.
    /// </summary>
    public static SupervisorStrategy OfPersistentChildren(ILogger log) => new OneForOneStrategy(
        maxNrOfRetries: 10,
        withinTimeRange: TimeSpan.FromMinutes(1),
        localOnlyDecider: error =>
        {
            log.ActorFailed(error.GetType().Name, error);
            return error is IllegalMoveException ? Directive.Resume : Directive.Restart;
        });
}
