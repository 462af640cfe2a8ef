using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.History;
using CrmUms.Recording.Ports;

namespace CrmUms.Storage.Acd;

/// <summary>What the statement of <see cref="PostgresHistory"/> returns.</summary>
internal sealed record HistoryTableRow
{
    public Guid InteractionId { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    public string Direction { get; init; } = "";

    public string Dialled { get; init; } = "";

    public string NumberKind { get; init; } = "";

    public string NumberShown { get; init; } = "";

    public DateTimeOffset? ConnectedAt { get; init; }

    public string? Ending { get; init; }

    public string? RoutingReason { get; init; }

    public long WaitMs { get; init; }

    public long TalkMs { get; init; }

    public long HoldMs { get; init; }

    public long WrapUpMs { get; init; }

    public Guid? ClientId { get; init; }

    public string? ClientName { get; init; }

    public bool IsVip { get; init; }

    public string? QueueId { get; init; }

    public string? QueueName { get; init; }

    public Guid? AgentId { get; init; }

    public string? AgentName { get; init; }

    public Guid[] FormerAgents { get; init; } = [];

    public long? CaseNumber { get; init; }

    public string? TopicId { get; init; }

    public string? Result { get; init; }

    public string Note { get; init; } = "";

    public HistoryRow ToRow(IEnumerable<HistoryRecordingRow> recordings) => new(
        new InteractionId(InteractionId),
        ArrivedAt,
        Words.Parse<InteractionDirection>(Direction),
        Dialled,
        Words.Parse<CallerNumberKind>(NumberKind),
        NumberShown,
        ClientId is { } client ? new HistoryClient(new ClientId(client), ClientName ?? "", IsVip) : null,
        QueueId is null ? null : new QueueId(QueueId),
        QueueName,
        AgentId is { } agent ? new AgentId(agent) : null,
        AgentName,
        TimeSpan.FromMilliseconds(WaitMs),
        TimeSpan.FromMilliseconds(TalkMs),
        TimeSpan.FromMilliseconds(HoldMs),
        TimeSpan.FromMilliseconds(WrapUpMs),
        Ending is null ? null : Words.Parse<InteractionEnding>(Ending),
        TopicId,
        Result,
        Note,
        CaseNumber,
        [.. recordings.Select(recording => recording.ToRecording(ConnectedAt))])
    {
        FormerAgents = [.. FormerAgents.Select(former => new AgentId(former))],
    };
}

/// <summary>A recording of a row of the history.</summary>
internal sealed record HistoryRecordingRow
{
    public Guid RecordingId { get; init; }

    public Guid InteractionId { get; init; }

    public int Part { get; init; }

    public string State { get; init; } = "";

    public long? DurationMs { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public HistoryRecording ToRecording(DateTimeOffset? connectedAt)
    {
        var state = Words.Parse<RecordingState>(State) switch
        {
            RecordingState.Recording or RecordingState.Waiting or RecordingState.Encoding =>
                HistoryRecordingState.Pending,
            RecordingState.Stored => HistoryRecordingState.Ready,
            RecordingState.Failed => HistoryRecordingState.Failed,
        };
        // A second part begins within the talk: it is heard from its start.
        var talkStartsAt = connectedAt > StartedAt ? connectedAt.Value - StartedAt : TimeSpan.Zero;
        TimeSpan? duration = DurationMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null;
        if (talkStartsAt >= duration)
        {
            talkStartsAt = TimeSpan.Zero; // A message, or a part that was over before somebody took the call.
        }

        return new HistoryRecording(RecordingId, Part, state, duration, talkStartsAt);
    }
}
