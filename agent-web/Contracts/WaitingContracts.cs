using CrmUms.Acd.Agents;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>Somebody who waits for an agent.</summary>
/// <param name="InteractionId">Which interaction.</param>
/// <param name="Kind">A call, a call-back, a message.</param>
/// <param name="QueueId">Where he waits.</param>
/// <param name="QueueName">Its name.</param>
/// <param name="Number">His number.</param>
/// <param name="Client">Who he is, as far as he is known.</param>
/// <param name="Since">Since when.</param>
/// <param name="Priority">With all that adds to it.</param>
/// <param name="PointsGiven">What of it somebody gave by hand.</param>
internal sealed record WaitingView(
    string InteractionId,
    CallKind Kind,
    string QueueId,
    string QueueName,
    DeskNumber Number,
    HistoryClientView? Client,
    DateTimeOffset Since,
    int Priority,
    int PointsGiven);

/// <param name="Points">From -100 to 100; they take the place of those given before.</param>
internal sealed record PriorityRequest(int Points);
