using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Cti;

/// <summary>What a consumer has taken, with repeats; compared with what there was to be told.</summary>
internal sealed class FollowedEvents
{
    private readonly Lock _gate = new();
    private readonly List<(long Sequence, string Subject)> _taken = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _taken.Select(each => each.Sequence).Distinct().Count();
            }
        }
    }

    public void Take(JsonElement told)
    {
        lock (_gate)
        {
            _taken.Add((told.GetProperty("sequence").GetInt64(), SubjectOf(told)));
        }
    }

    /// <summary>No event lost, order per subject kept once repeats are left out. Returns the figures.</summary>
    public string ShouldBe(IReadOnlyList<JsonElement> feed)
    {
        lock (_gate)
        {
            var seen = new HashSet<long>();
            var first = _taken.Where(each => seen.Add(each.Sequence)).ToList();
            var expected = feed.Select(each => each.GetProperty("sequence").GetInt64()).ToList();
            expected.Except(seen).ShouldBeEmpty("events were lost");
            seen.Except(expected).ShouldBeEmpty("events were made up");
            foreach (var subject in first.GroupBy(each => each.Subject))
            {
                subject.Select(each => each.Sequence).ShouldBeInOrder();
            }

            return $"{expected.Count} events of {first.Select(each => each.Subject).Distinct().Count()} subjects, "
                + $"0 lost, 0 out of order, {_taken.Count - first.Count} told twice";
        }
    }

    private static string SubjectOf(JsonElement told) => told.Text("type") == "agent.stateChanged"
        ? told.Text("agentId")!
        : told.Text("interactionId")!;
}
