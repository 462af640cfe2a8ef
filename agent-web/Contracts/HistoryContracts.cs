using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.History;

namespace CrmUms.AgentWeb.Contracts;

// What a screen reads of the past. Spans travel as seconds with a fraction.

internal sealed record HistoryPageView(IReadOnlyList<HistoryRowView> Items, string? Next);

internal record HistoryRowView(
    string InteractionId,
    DateTimeOffset ArrivedAt,
    InteractionDirection Direction,
    string Dialled,
    DeskNumber Number,
    HistoryClientView? Client,
    string? QueueId,
    string? QueueName,
    string? AgentId,
    string? AgentName,
    double WaitSeconds,
    double TalkSeconds,
    double HoldSeconds,
    double WrapUpSeconds,
    InteractionEnding? Ending,
    string? Topic,
    string? Result,
    string Note,
    long? CaseNumber,
    IReadOnlyList<RecordingView> Recordings)
{
    /// <summary>Who had it before it became somebody else's.</summary>
    public IReadOnlyList<string> FormerAgentIds { get; init; } = [];
}

internal sealed record HistoryClientView(string Id, string DisplayName, bool IsVip);

internal sealed record RecordingView(
    string RecordingId, int Part, double? Seconds, HistoryRecordingState State, double TalkStartsAtSeconds);

/// <summary>A row with what lies behind it.</summary>
internal sealed record HistoryDetailView : HistoryRowView
{
    public HistoryDetailView(
        HistoryRowView row, RoutingView? decision, IReadOnlyList<TimelineView> timeline, TimelineNamesView names)
        : base(row) => (Decision, Timeline, Names) = (decision, timeline, names);

    public RoutingView? Decision { get; }

    public IReadOnlyList<TimelineView> Timeline { get; }

    public TimelineNamesView Names { get; }

    /// <summary>What the client thinks of it, oldest answer first.</summary>
    public IReadOnlyList<HistoryScoreView> Scores { get; init; } = [];
}

internal sealed record RoutingView(
    string Strategy,
    string Skill,
    int Candidates,
    double IdleSeconds,
    string? RunnerUpId,
    double? RunnerUpIdleSeconds,
    RoutingGroundsView? Grounds);

/// <summary>What a decision was based on; see the routing room for what the fields mean.</summary>
internal sealed record RoutingGroundsView(
    string Queue,
    int Step,
    long RulesVersion,
    int Priority,
    string? Personal,
    IReadOnlyList<RoutingCandidateView> Ranking,
    IReadOnlyList<RoutingExclusionView> Exclusions,
    int ExcludedTotal);

internal sealed record RoutingCandidateView(string Agent, int Preference, IReadOnlyList<RoutingTermView> Terms);

internal sealed record RoutingTermView(string Name, double Value);

internal sealed record RoutingExclusionView(string Agent, string Code);

/// <summary>One thing that happened; of an offer, with why this agent.</summary>
internal sealed record TimelineView(
    DateTimeOffset At, string Kind, string? AgentName, JsonElement Detail, RoutingView? Decision);

/// <summary>What people call that which the timeline names by its key; what is no more has none.</summary>
internal sealed record TimelineNamesView(
    IReadOnlyDictionary<string, string> Queue,
    IReadOnlyDictionary<string, string> Flow,
    IReadOnlyDictionary<string, string> Skill,
    IReadOnlyDictionary<string, string> Person);

internal sealed record ClientCardView(
    string Id,
    Acd.Ports.ClientKind Kind,
    string DisplayName,
    string GreetingName,
    IReadOnlyList<string> Numbers,
    bool IsVip,
    string? PersonalManager,
    IReadOnlyList<HistoryRowView> History,
    IReadOnlyList<CaseView> Cases);

internal sealed record CaseView(
    string CaseId,
    long Number,
    DateTimeOffset OpenedAt,
    CaseStatus Status,
    string? Topic,
    string? Result,
    string Note,
    IReadOnlyList<string> InteractionIds);
