using CrmUms.Acd.Routing;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>
/// A core beside its model: after every input both have decided the same, and nothing is out of order.
/// </summary>
internal sealed class CheckedCore(RoutingRules rules)
{
    private readonly RoutingCore _core = new(rules);
    private readonly CoreModel _model = new(rules);

    public RoutingCore Core => _core;

    public DateTimeOffset? NextDue => _core.NextDue;

    public IReadOnlyList<RoutingDecision> On(RoutingInput input, DateTimeOffset now)
    {
        var made = _core.On(input, now);
        var expected = _model.On(input, now);
        if (made.Count != expected.Count || _core.Waiting != _model.Waiting)
        {
            throw new InvalidOperationException(
                $"{input}: decided {made.Count} and not {expected.Count}, "
                + $"{_core.Waiting} wait and not {_model.Waiting}");
        }

        for (var index = 0; index < made.Count; index++)
        {
            var (interaction, agent, reason) = made[index];
            if (interaction != expected[index].Caller || agent != expected[index].Agent
                || reason.Candidates != expected[index].Candidates || reason.Grounds!.Ranking[0].Agent != agent
                || reason.Grounds.Exclusions.Any(excluded => excluded.Agent == agent))
            {
                throw new InvalidOperationException(
                    $"decided {interaction} {agent} of {reason.Candidates} and not {expected[index]}: {input}");
            }
        }

        foreach (var line in _core.Lines)
        {
            if ((line.Free.Count > 0 && line.WaitingCount > 0) || line.Free.Count < 0 || line.WaitingCount < 0
                || line.WaitingCount > line.Waiting.Count
                || line.Free.Count > 0 != line.Free.TryPeek(out _)
                || line.WaitingCount > 0 != line.Waiting.TryPeek(out _))
            {
                throw new InvalidOperationException(
                    $"{input}: {line.Free.Count} free, {line.WaitingCount} wait for {line.Queue.Queue} {line.Step}");
            }
        }

        if (_core.NextDue <= now)
        {
            throw new InvalidOperationException($"{input}: at {now} still due at {_core.NextDue}");
        }

        return made;
    }
}
