using CrmUms.Acd.Routing.Lines;

namespace CrmUms.Acd.Routing;

// Reasons: what stands with a decision. Made for each one, so nothing here grows with the centre.
public sealed partial class RoutingCore
{
    // So many agents are looked at in search of exclusions worth keeping.
    private const int LooksMax = 40;

    private readonly FreeEntry[] _best = new FreeEntry[RoutingGrounds.RankingMax];
    private readonly List<RoutingExclusion> _excluded = [];

    /// <summary>The best free agent of a line takes the caller who has just come to it.</summary>
    private RoutingReason Explain(CallerSlot caller, Line line)
    {
        var count = line.Free.CopyFirst(_best);
        var ranking = new RoutingCandidate[count];
        for (var index = 0; index < count; index++)
        {
            var entry = _best[index];
            ranking[index] = Candidate(entry.Agent, line, entry.Preference, entry.Fit);
        }

        var (chosen, second) = (_best[0].Agent, count > 1 ? _best[1].Agent : null);
        Array.Clear(_best);
        var grounds = new RoutingGrounds(
            line.Queue.Queue, line.Step, _version, caller.Priority, Personal: null, ranking,
            Exclusions(line, chosen), line.Crew.Count - line.FreeCount);
        return new RoutingReason(
            line.Queue.Rule.Strategy, line.RequirementText, line.FreeCount, _now - chosen.IdleSince,
            second?.Agent, _now - second?.IdleSince, grounds);
    }

    /// <summary>An agent takes the caller who was waiting for him, or for somebody like him.</summary>
    private RoutingReason Explain(CallerSlot caller, Line line, AgentSlot agent, double fit, string? personal)
    {
        var preference = RoutingAgent.PreferenceDefault;
        agent.Rule?.Queues.TryGetValue(line.Queue.Queue.Value, out preference);
        var grounds = new RoutingGrounds(
            line.Queue.Queue, line.Step, _version, caller.Priority, personal,
            [Candidate(agent, line, preference, fit)],
            personal is null ? Exclusions(line, agent) : [],
            personal is null ? line.Crew.Count - 1 : 0);
        return new RoutingReason(
            line.Queue.Rule.Strategy, line.RequirementText, 1, _now - agent.IdleSince, null, null, grounds);
    }

    private RoutingCandidate Candidate(AgentSlot agent, Line line, int preference, double fit) =>
        new(agent.Agent, preference, line.Queue.Strategy.Terms(new Standing(agent, line.Queue, fit), _now));

    // First those who could serve the caller and are not free, then those of the queue who could not.
    private RoutingExclusion[] Exclusions(Line line, AgentSlot chosen)
    {
        _excluded.Clear();
        Look(line, line.Crew, chosen, isCrew: true);
        if (_excluded.Count < RoutingGrounds.ExclusionsMax && line.Queue.Members.Count > line.Crew.Count)
        {
            Look(line, line.Queue.Members, chosen, isCrew: false);
        }

        return [.. _excluded];
    }

    private void Look(Line line, Crew crew, AgentSlot chosen, bool isCrew)
    {
        var looks = Math.Min(crew.Count, LooksMax);
        for (var index = 0; index < looks && _excluded.Count < RoutingGrounds.ExclusionsMax; index++)
        {
            var agent = crew[index];
            if (agent != chosen && agent.Serves(line) == isCrew && CodeOf(agent, line, isCrew) is { } code)
            {
                _excluded.Add(new RoutingExclusion(agent.Agent, code));
            }
        }
    }

    private static string? CodeOf(AgentSlot agent, Line line, bool serves)
    {
        var queue = line.Queue;
        if (!serves)
        {
            return agent.Rule is { Queues.Count: > 0 } rule && !rule.Queues.ContainsKey(queue.Queue.Value)
                ? ExclusionCodes.OtherQueue
                : agent.Room[queue.Channel] == 0 ? ExclusionCodes.ChannelFull
                : ExclusionCodes.SkillTooLow;
        }

        return agent.Word
            ?? (HasRoom(agent, queue.Channel)
                ? queue.Strategy.Exclusion(new Standing(agent, queue, FitFor(agent, line)))
                : ExclusionCodes.ChannelFull);
    }
}
