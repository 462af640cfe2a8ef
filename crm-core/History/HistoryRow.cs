using System.Text.Json;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.CrmCore.History;

/// <summary>One interaction in the history. The spans are defined in storage/README.md.</summary>
/// <param name="Interaction">Which.</param>
/// <param name="ArrivedAt">First ring.</param>
/// <param name="Direction">Who called whom.</param>
/// <param name="Dialled">The number called.</param>
/// <param name="NumberKind">Whether the caller's number can be used.</param>
/// <param name="NumberShown">What a screen may show of it.</param>
/// <param name="Client">Who called; null when he was not recognised.</param>
/// <param name="Queue">Through which queue; null when it reached none.</param>
/// <param name="QueueName">Its name.</param>
/// <param name="Agent">Who talked last; null when nobody did.</param>
/// <param name="AgentName">His name.</param>
/// <param name="Wait">In the queue, ringing included.</param>
/// <param name="Talk">Both heard each other.</param>
/// <param name="Hold">The caller was on hold.</param>
/// <param name="WrapUp">From the end of the talk until the agent was done with it.</param>
/// <param name="Ending">How it ended; null while it goes on.</param>
/// <param name="Topic">Recorded in wrap-up, or null.</param>
/// <param name="Result">Recorded in wrap-up, or null.</param>
/// <param name="Note">Recorded in wrap-up, or empty.</param>
/// <param name="CaseNumber">Number of its case.</param>
/// <param name="Recordings">Its recordings, by part.</param>
public sealed record HistoryRow(
    InteractionId Interaction,
    DateTimeOffset ArrivedAt,
    InteractionDirection Direction,
    string Dialled,
    CallerNumberKind NumberKind,
    string NumberShown,
    HistoryClient? Client,
    QueueId? Queue,
    string? QueueName,
    AgentId? Agent,
    string? AgentName,
    TimeSpan Wait,
    TimeSpan Talk,
    TimeSpan Hold,
    TimeSpan WrapUp,
    InteractionEnding? Ending,
    string? Topic,
    string? Result,
    string Note,
    long? CaseNumber,
    IReadOnlyList<HistoryRecording> Recordings)
{
    /// <summary>Who had it before it became somebody else's, in no order.</summary>
    public IReadOnlyList<AgentId> FormerAgents { get; init; } = [];

    /// <summary>Whether it was ever this agent's.</summary>
    public bool WasOf(AgentId agent) => Agent == agent || FormerAgents.Contains(agent);
}

/// <summary>Who turned to whom.</summary>
public enum InteractionDirection
{
    Inbound,

    /// <summary>An agent has called.</summary>
    Outbound,

    /// <summary>Among agents.</summary>
    Internal,
}

/// <summary>A client as the history names him.</summary>
public sealed record HistoryClient(ClientId Client, string DisplayName, bool IsVip);

/// <summary>A recording as the history shows it.</summary>
/// <param name="Recording">Its id.</param>
/// <param name="Part">1, 2, … within the interaction.</param>
/// <param name="State">Whether it can be played.</param>
/// <param name="Duration">How long it plays; null until it is ready.</param>
/// <param name="TalkStartsAt">Where in it the talk begins: a player starts there. Zero when there was none.</param>
public sealed record HistoryRecording(
    Guid Recording, int Part, HistoryRecordingState State, TimeSpan? Duration, TimeSpan TalkStartsAt);

/// <summary>Whether a recording can be played.</summary>
public enum HistoryRecordingState
{
    Pending,
    Ready,
    Failed,
}

/// <summary>One interaction with all that happened to it.</summary>
/// <param name="Row">What the list shows.</param>
/// <param name="Decision">Why this agent; null when it was offered to nobody.</param>
/// <param name="Timeline">What happened, oldest first.</param>
public sealed record HistoryDetail(HistoryRow Row, RoutingReason? Decision, IReadOnlyList<TimelineEntry> Timeline)
{
    /// <summary>Names of the employees whom the timeline names by their ids.</summary>
    public IReadOnlyDictionary<string, string> People { get; init; } = new Dictionary<string, string>();

    /// <summary>What the client thinks of it, oldest first; empty when he was not asked, or did not say.</summary>
    public IReadOnlyList<HistoryScore> Scores { get; init; } = [];
}

/// <summary>An answer of the client to one question of a survey.</summary>
/// <param name="Kind">What the question measures.</param>
/// <param name="Question">Its key.</param>
/// <param name="Score">The answer.</param>
/// <param name="Lowest">Beginning of its scale.</param>
/// <param name="Highest">End of its scale.</param>
public sealed record HistoryScore(SurveyKind Kind, string Question, int Score, int Lowest, int Highest);

/// <summary>One thing that happened to an interaction.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">The manifest of the event, e.g. <c>interaction-offered</c>.</param>
/// <param name="AgentName">Which agent it is about; null when none.</param>
/// <param name="Detail">What else the event says, as a JSON object.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string? AgentName, JsonElement Detail)
{
    /// <summary>Why this agent, of an offer; null of anything else.</summary>
    public RoutingReason? Decision { get; init; }
}
