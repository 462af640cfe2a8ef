using CrmUms.Acd.Interactions;

namespace CrmUms.AgentWeb.Contracts;

// Who was heard when in a recording. Seconds count from its first sample.

internal sealed record RecordingLanesView(IReadOnlyList<RecordingLaneView> Lanes);

/// <param name="Role">Whose voice.</param>
/// <param name="Name">An employee's name, or the number of somebody outside; null for client and line.</param>
/// <param name="IsRecorded">He is alone on the left channel; all others share the right one.</param>
/// <param name="Spans">In order; they do not overlap.</param>
internal sealed record RecordingLaneView(
    LaneRole Role, string? Name, bool IsRecorded, IReadOnlyList<RecordingLaneSpanView> Spans);

internal sealed record RecordingLaneSpanView(LaneHearing Heard, double FromSeconds, double ToSeconds);

internal static class LanesTranslation
{
    /// <param name="lanes">When each was there.</param>
    /// <param name="startedAt">When the recording began.</param>
    /// <param name="duration">How long it plays: what was before and after is left out.</param>
    /// <param name="names">Of employees, by id.</param>
    public static RecordingLanesView ToView(
        this IEnumerable<TalkLane> lanes,
        DateTimeOffset startedAt,
        TimeSpan duration,
        IReadOnlyDictionary<string, string> names)
    {
        return new([
            .. from lane in lanes
               let spans = lane.Spans.Select(Cut).OfType<RecordingLaneSpanView>().ToArray()
               where spans.Length > 0
               select new RecordingLaneView(lane.Role, NameOf(lane), lane.IsRecorded, spans),
        ]);

        RecordingLaneSpanView? Cut(LaneSpan span)
        {
            var from = Math.Max(0, (span.From - startedAt).TotalSeconds);
            var to = Math.Min(duration.TotalSeconds, ((span.To ?? DateTimeOffset.MaxValue) - startedAt).TotalSeconds);
            return from < to ? new RecordingLaneSpanView(span.Heard, from, to) : null;
        }

        string? NameOf(TalkLane lane) =>
            lane.Agent is { } agent ? names.GetValueOrDefault(agent.ToString()) : lane.Number?.E164;
    }
}
