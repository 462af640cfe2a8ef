namespace CrmUms.Acd.Queues;

/// <summary>Command to the <c>queues</c> actor: make or change a queue. Answered by <see cref="QueueReply"/>.</summary>
public sealed record ConfigureQueue(QueueConfiguration Configuration);

/// <summary>Query to the <c>queues</c> actor: answered by <see cref="QueueViews"/>.</summary>
public sealed record GetQueueViews;

/// <summary>Reply: all queues.</summary>
public sealed record QueueViews(IReadOnlyList<QueueView> Queues);

/// <summary>What a screen shows of a queue.</summary>
/// <param name="Configuration">How it works.</param>
/// <param name="Waiting">Callers who wait now.</param>
/// <param name="LongestWaitSince">Since when the first of them waits; null when nobody does.</param>
public sealed record QueueView(QueueConfiguration Configuration, int Waiting, DateTimeOffset? LongestWaitSince);

/// <summary>Reply to a command about a queue.</summary>
/// <param name="Problem">Null when carried out; otherwise what makes no sense, as a stable code.</param>
public sealed record QueueReply(string? Problem);
