using CrmUms.Acd.Routing.Lines;
using CrmUms.Acd.Routing.Skills;

namespace CrmUms.Acd.Routing;

// Wishes: what callers themselves ask of agents. All of a queue who ask for the same stand in lines of their own: made
// with the rules where these name the wish, for each agent must be looked at; otherwise when the first of them comes.
// Whoever asks for nothing stands where he stood before there were any.
public sealed partial class RoutingCore
{
    private Line LineFor(CallerSlot caller, QueueSlot queue)
    {
        if (caller is { SkillsOnly: true, Skills: { } asked })
        {
            return SkillLineFor(asked, queue);
        }

        var step = queue.StepAfter(_now - caller.Since);
        return caller.Skills is null ? queue.Lines[step] : OwnLinesFor(caller.Skills, queue)[step];
    }

    private Line[] OwnLinesFor(string skills, QueueSlot queue)
    {
        if (queue.OwnLines.TryGetValue(skills, out var known))
        {
            return known;
        }

        var lines = MakeOwnLines(skills, queue);
        foreach (var agent in _agents.Values)
        {
            ServeOwnLines(agent, queue, lines);
        }

        return lines;
    }

    private Line[] MakeOwnLines(string skills, QueueSlot queue)
    {
        var wish = WishOf(skills);
        Line[] lines =
        [
            .. queue.Lines.Select(line =>
                queue.HeedsWishesAt(line.Step) && wish is not SkillExpression.Anybody ? OwnLine(line, wish) : line),
        ];
        queue.OwnLines.Add(skills, lines);
        return lines;
    }

    // What cannot be read asks for nothing: nobody waits for ever because somebody has mistyped.
    private static SkillExpression WishOf(string skills) =>
        SkillParser.Read(skills).Expression ?? SkillExpression.Everybody;

    // Those who ask for skills and nothing else never move on: their line is of the last step.
    private Line SkillLineFor(string skills, QueueSlot queue)
    {
        if (queue.SkillLines.TryGetValue(skills, out var known))
        {
            return known;
        }

        Array.Resize(ref _fits, _fits.Length + 1);
        var line = new Line(queue, queue.Lines.Length - 1, _lines++, WishOf(skills), _fits.Length - 1)
        {
            IsForSkillsOnly = true,
        };
        queue.SkillLines.Add(skills, line);
        foreach (var agent in _agents.Values)
        {
            if (PlaceInSkillLine(agent, line) is { } place)
            {
                AddPlaces(agent, [place]);
            }
        }

        return line;
    }

    // A queue that is none of his is no worse than his own: who waits there was handed on to people like him.
    private static AgentLine? PlaceInSkillLine(AgentSlot agent, Line line)
    {
        if (agent.Rule is not { } rule || agent.Room[line.Queue.Channel] == 0
            || !line.Requirement.IsMetBy(rule.Skills))
        {
            return null;
        }

        var preference = rule.Queues.TryGetValue(line.Queue.Queue.Value, out var given)
            ? given
            : RoutingAgent.PreferenceDefault;
        return new AgentLine(line, preference, FitFor(agent, line));
    }

    // Before the agents are told what they serve: they find these lines among all others.
    private void MakeNamedLines(QueueSlot queue)
    {
        foreach (var skills in queue.Rule.Wishes?.Distinct() ?? [])
        {
            MakeOwnLines(skills, queue);
        }
    }

    private Line OwnLine(Line line, SkillExpression wish)
    {
        var asked = line.Requirement is SkillExpression.Anybody
            ? wish
            : new SkillExpression.And(line.Requirement, wish);
        Array.Resize(ref _fits, _fits.Length + 1);
        return new Line(line.Queue, line.Step, _lines++, asked, _fits.Length - 1);
    }

    // Whoever can serve them serves the queue's own lines: only those are looked through.
    private static void ServeOwnLines(AgentSlot agent, QueueSlot queue, Line[] lines)
    {
        AgentLine[] added =
        [
            .. from place in agent.Lines
            where place.Line.Queue == queue && queue.Lines[place.Line.Step] == place.Line
            let own = lines[place.Line.Step]
            where own != place.Line && own.Requirement.IsMetBy(agent.Rule!.Skills)
            select new AgentLine(own, place.Preference, FitFor(agent, own)),
        ];
        if (added.Length > 0)
        {
            AddPlaces(agent, added);
        }
    }

    private static void AddPlaces(AgentSlot agent, AgentLine[] added)
    {
        // His places are found by their numbers, which change.
        var wasListed = agent.IsListed;
        Unlist(agent);
        agent.Serve([.. InOrder(agent.Lines.Concat(added))]);
        if (agent.IsSignedIn)
        {
            foreach (ref readonly var place in added.AsSpan())
            {
                place.Line.Crew.Add(agent);
            }
        }

        if (wasListed)
        {
            Relist(agent);
        }
    }
}
