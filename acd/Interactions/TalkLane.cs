using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>One voice of a recording, and when it was there.</summary>
/// <param name="Role">Whose voice.</param>
/// <param name="Agent">Who, when he is an employee.</param>
/// <param name="Number">His number, when he is outside and not the client.</param>
/// <param name="IsRecorded">It is his leg that was recorded: he is alone on the left channel.</param>
/// <param name="Spans">In order; they do not overlap.</param>
public sealed record TalkLane(
    LaneRole Role, AgentId? Agent, PhoneNumber? Number, bool IsRecorded, IReadOnlyList<LaneSpan> Spans);

/// <param name="Heard">How he was there.</param>
/// <param name="From">From when on.</param>
/// <param name="To">Until when; null: he still is.</param>
public sealed record LaneSpan(LaneHearing Heard, DateTimeOffset From, DateTimeOffset? To);

/// <summary>Whose voice; of somebody who was several of these, the last one named here.</summary>
public enum LaneRole
{
    /// <summary>Nobody's: music, prompts, announcements.</summary>
    Line,
    Client,

    /// <summary>Somebody outside who was brought in.</summary>
    Outside,

    /// <summary>An agent who was brought in.</summary>
    Colleague,

    /// <summary>An agent whose call it was.</summary>
    Agent,

    /// <summary>Whoever came into another agent's talk, or took it over.</summary>
    Supervisor,
}

/// <summary>How somebody was there; of the line, what it played.</summary>
public enum LaneHearing
{
    Talks,

    /// <summary>He was there, and nobody heard him.</summary>
    Muted,

    /// <summary>The agent alone heard him: his words are not in the recording.</summary>
    Whispers,

    /// <summary>He heard, and nobody heard him.</summary>
    Listens,

    /// <summary>Greeting, menu, assistant, survey.</summary>
    Flow,

    /// <summary>Music and announcements of a queue.</summary>
    Queue,

    /// <summary>Music while the agent asks somebody, looks something up, or hands the client on.</summary>
    Hold,

    /// <summary>Music while the agent's audio is away.</summary>
    AudioLost,
}
