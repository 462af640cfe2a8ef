using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

// Queues are rules now (Rules/QueueRule.cs). Journals of earlier versions hold these: they are read, and never written.

/// <summary>Event of earlier versions: a queue was made or changed; holds the whole configuration.</summary>
public sealed record QueueConfigured(QueueConfiguration Configuration, DateTimeOffset At);

/// <summary>Event of earlier versions: the list of queues has one more.</summary>
public sealed record QueueAdded(QueueId Queue, DateTimeOffset At);

/// <summary>How one queue worked in earlier versions.</summary>
/// <param name="Queue">Which.</param>
/// <param name="Name">Shown to agents.</param>
/// <param name="Numbers">Numbers called (DNIS) that lead here; exact match.</param>
/// <param name="Skill">An agent needs this skill at any level.</param>
/// <param name="Greeting">Prompt heard first, as the PBX names it; empty for none.</param>
/// <param name="Language">Language of the prompts: ru, uz, en.</param>
/// <param name="Music">Class of music while waiting.</param>
/// <param name="RingFor">How long an offer rings.</param>
/// <param name="WrapUpFor">How long wrap-up may take; zero skips it.</param>
/// <param name="WaitingMax">One more caller than this is turned away with congestion.</param>
public sealed record QueueConfiguration(
    QueueId Queue,
    string Name,
    IReadOnlyList<string> Numbers,
    string Skill,
    string Greeting,
    string Language,
    string Music,
    TimeSpan RingFor,
    TimeSpan WrapUpFor,
    int WaitingMax);
