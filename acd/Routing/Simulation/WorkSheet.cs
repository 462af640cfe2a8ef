using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>How long each agent was busy and how long he was idle within a day.</summary>
public sealed class WorkSheet(DateTimeOffset from, DateTimeOffset to)
{
    private readonly Dictionary<AgentId, Row> _rows = [];

    /// <summary>Everybody who was there.</summary>
    public IEnumerable<AgentId> Agents => _rows.Keys;

    /// <summary>From now on he does this.</summary>
    public void Note(AgentId agent, WorkKind kind, DateTimeOffset at)
    {
        var row = _rows.GetValueOrDefault(agent);
        if (kind != row.Kind)
        {
            _rows[agent] = Until(row, at) with { Kind = kind, Since = at };
        }
    }

    /// <summary>Busy share of busy and idle time of these agents together; null when there was none.</summary>
    public double? Occupancy(IEnumerable<AgentId> agents)
    {
        var (busy, idle) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var agent in agents)
        {
            var row = Until(_rows.GetValueOrDefault(agent), to);
            (busy, idle) = (busy + row.Busy, idle + row.Idle);
        }

        return busy + idle > TimeSpan.Zero ? busy / (busy + idle) : null;
    }

    private Row Until(Row row, DateTimeOffset at)
    {
        var (begun, ended) = (row.Since > from ? row.Since : from, at < to ? at : to);
        return ended <= begun
            ? row
            : row.Kind switch
            {
                WorkKind.Busy => row with { Busy = row.Busy + (ended - begun) },
                WorkKind.Idle => row with { Idle = row.Idle + (ended - begun) },
                WorkKind.Off => row,
                _ => throw new NotSupportedException(row.Kind.ToString()),
            };
    }

    private readonly record struct Row(WorkKind Kind, DateTimeOffset Since, TimeSpan Busy, TimeSpan Idle);
}
