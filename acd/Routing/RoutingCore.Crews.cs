using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

// Who is here for whom, counted for the queues: they turn callers away whom nobody could serve.
public sealed partial class RoutingCore
{
    /// <summary>Grows whenever <see cref="SignedInByQueue"/> may have changed.</summary>
    internal int CrewsVersion { get; private set; }

    /// <summary>How many agents are signed in who serve a queue at the step that asks for least.</summary>
    internal IReadOnlyDictionary<QueueId, int> SignedInByQueue() => _queues.ToDictionary(
        static queue => queue.Key,
        static queue => queue.Value.Lines.Max(static line => line.Crew.Count));
}
