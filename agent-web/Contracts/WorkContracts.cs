using System.Text.Json.Serialization;

namespace CrmUms.AgentWeb.Contracts;

// What travels between an agent's page and the hub of work: the part of the floor that he may see.

/// <param name="Sequence">The number of the event after which it was so.</param>
/// <param name="ServerNow">When.</param>
/// <param name="Queues">Those that he serves.</param>
/// <param name="Callers">Who waits in them.</param>
public sealed record WorkSnapshot(
    long Sequence, DateTimeOffset ServerNow, IReadOnlyList<WorkQueue> Queues, IReadOnlyList<FloorCaller> Callers);

public sealed record WorkChange(long Sequence, DateTimeOffset ServerNow)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FloorCaller>? Callers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CallersGone { get; init; }
}

/// <param name="Id">Which.</param>
/// <param name="Name">Shown.</param>
/// <param name="AnswerWithinSeconds">T of the service level.</param>
/// <param name="SecondsPerPriorityPoint">By how much a point makes a caller older.</param>
/// <param name="MayPick">Whether its agents may take whom they choose.</param>
public sealed record WorkQueue(
    string Id, string Name, int AnswerWithinSeconds, int SecondsPerPriorityPoint, bool MayPick);
