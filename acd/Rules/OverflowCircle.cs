namespace CrmUms.Acd.Rules;

/// <summary>
/// Finds queues that hand a caller round. Conditions are not weighed: what can go round will, on the worst of days.
/// </summary>
internal static class OverflowCircle
{
    /// <summary>The way from a queue back to itself, or null when there is none.</summary>
    public static IReadOnlyList<string>? From(QueueRule start, CentreRules rules)
    {
        var cameFrom = new Dictionary<string, string>();
        var open = new Queue<string>();
        open.Enqueue(start.Id);
        while (open.TryDequeue(out var id))
        {
            var queue = id == start.Id ? start : rules.Find<QueueRule>(id);
            foreach (var next in TargetsOf(queue))
            {
                if (next == start.Id)
                {
                    return [.. WayTo(id, start.Id, cameFrom), start.Id];
                }

                if (cameFrom.TryAdd(next, id))
                {
                    open.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> TargetsOf(QueueRule? queue) =>
        (queue?.Overflow ?? [])
            .Select(overflow => overflow.Target)
            .OfType<RuleTarget>()
            .Where(target => target.Kind == TargetKind.Queue)
            .Select(target => target.Id);

    private static List<string> WayTo(string id, string start, Dictionary<string, string> cameFrom)
    {
        var way = new List<string> { id };
        while (way[^1] != start)
        {
            way.Add(cameFrom[way[^1]]);
        }

        way.Reverse();
        return way;
    }
}
