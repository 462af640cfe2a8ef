using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>What a supervisor wants an agent to be.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentAct>))]
internal enum AgentAct
{
    [JsonStringEnumMemberName("ready")]
    Ready,

    [JsonStringEnumMemberName("notReady")]
    NotReady,

    [JsonStringEnumMemberName("signOut")]
    SignOut,
}

/// <param name="Agents">Whom.</param>
/// <param name="Act">What he shall be.</param>
/// <param name="Reason">Why not ready; null otherwise.</param>
internal sealed record AgentStateRequest(IReadOnlyList<string> Agents, AgentAct Act, string? Reason);

/// <param name="Agents">Whom.</param>
/// <param name="Skills">Skill to level; 0 takes it away. Null: as they are.</param>
/// <param name="Queues">Queue to preference; 0 takes it away. Null: as they are.</param>
internal sealed record AgentWorkRequest(
    IReadOnlyList<string> Agents,
    IReadOnlyDictionary<string, int>? Skills,
    IReadOnlyDictionary<string, int>? Queues);

/// <param name="Callers">Whom.</param>
/// <param name="Queue">Where they wait instead; null: they are let go.</param>
internal sealed record MoveCallersRequest(IReadOnlyList<string> Callers, string? Queue);

/// <param name="Callers">Whom.</param>
/// <param name="Agent">To whom they are offered next.</param>
internal sealed record AssignCallersRequest(IReadOnlyList<string> Callers, string Agent);

/// <param name="Agents">To whom.</param>
/// <param name="Text">1 to 1,000 characters.</param>
internal sealed record NoticeRequest(IReadOnlyList<string> Agents, string Text);

internal sealed record NoticeView(string Id, string Text, string Author, DateTimeOffset SentAt);

internal sealed record SentNoticeView(
    string Id, string Text, string Author, DateTimeOffset SentAt, int Recipients, int Confirmed);

/// <summary>How an act ended, for each of those whom it was meant for.</summary>
internal sealed record ActResultsView(IReadOnlyList<ActResultView> Results);

/// <param name="Id">Of the agent, or the interaction.</param>
/// <param name="Refusal">Null: done. Otherwise a refusal of agents, <c>notWaiting</c>, or <c>assign…</c>.</param>
internal sealed record ActResultView(string Id, string? Refusal);

internal sealed record PreferenceView(JsonElement? Content);

internal sealed record PreferenceRequest(JsonElement Content);

/// <summary>A table as somebody sees it, to be opened in Excel.</summary>
internal sealed record ExportRequest(
    string Sheet, IReadOnlyList<ExportColumn> Columns, IReadOnlyList<IReadOnlyList<JsonElement>> Rows);

/// <param name="Title">Above the column.</param>
/// <param name="Unit"><c>seconds</c> and <c>share</c> are shown as time and percent; else as they are.</param>
internal sealed record ExportColumn(string Title, string Unit);
