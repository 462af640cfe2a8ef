using CrmUms.Acd.Routing.Lines;

namespace CrmUms.Acd.Routing;

// Reasons: what stands with a decision. Made for each one, so nothing here grows with the centre.
public sealed partial class RoutingCore
{
    // So many agents are looked at in search of exclusions worth keeping: each look may be a cache miss.
    private const int CrewLooksMax = 32;
    private const int MemberLooksMax = 12;

    private readonly FreeEntry[] _best = new FreeEntry[RoutingGrounds.RankingMax];
    private readonly List<RoutingExclusion> _excluded = [];

    /// <summary>The best free agent of a line takes the caller who has just come to it.</summary>
    private RoutingReason Explain(CallerSlot caller, Line line)
    {
        var count = line.Free.CopyFirst(_best);
        var ranking = new RoutingCandidate[count];
        for (var index = 0; index < count; index++)
        {
            ref readonly var place = ref _best[index].Place;
            ranking[index] = Candidate(_best[index].Agent, line, place.Preference, place.Fit);
        }

        var (chosen, second) = (_best[0].Agent, count > 1 ? _best[1].Agent : null);
        Array.Clear(_best);
        var grounds = new RoutingGrounds(
            line.Queue.Queue, line.Step, _version, caller.Priority, Personal: null, ranking,
            Exclusions(line, chosen), line.Crew.Count - line.Free.Count);
        return new RoutingReason(
            line.Queue.Rule.Strategy, line.RequirementText, line.Free.Count, _now - chosen.IdleSince,
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
        var crew = line.Crew;
        for (var index = 0; index < crew.Count && index < CrewLooksMax && !IsEnough; index++)
        {
            if (crew[index] != chosen && ObstacleOf(crew[index], line) is { } code)
            {
                _excluded.Add(new RoutingExclusion(crew[index].Agent, code));
            }
        }

        var members = line.Queue.Members;
        for (var index = 0; index < members.Count && index < MemberLooksMax && !IsEnough; index++)
        {
            if (!members[index].Serves(line))
            {
                _excluded.Add(new RoutingExclusion(members[index].Agent, UnfitnessOf(members[index], line.Queue)));
            }
        }

        return [.. _excluded];
    }

    private bool IsEnough => _excluded.Count >= RoutingGrounds.ExclusionsMax;

    private static string? ObstacleOf(AgentSlot agent, Line line)
    {
        if (agent.Word is { } word)
        {
            return word;
        }

        var queue = line.Queue;
        if (!HasRoom(agent, queue.Channel))
        {
            return ExclusionCodes.ChannelFull;
        }

        return queue.Strategy.CanExclude
            ? queue.Strategy.Exclusion(new Standing(agent, queue, agent.Lines.First(each => each.Line == line).Fit))
            : null;
    }

    private static string UnfitnessOf(AgentSlot agent, QueueSlot queue) =>
        agent.Rule is { Queues.Count: > 0 } rule && !rule.Queues.ContainsKey(queue.Queue.Value)
            ? ExclusionCodes.OtherQueue
            : agent.Room[queue.Channel] == 0 ? ExclusionCodes.ChannelFull
            : ExclusionCodes.SkillTooLow;
}
