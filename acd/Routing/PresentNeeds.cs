using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Routing;

/// <summary>
/// What is asked of an agent at one moment of a wait, by the queue and by the caller himself: as the router's lines
/// ask.
/// </summary>
internal static class PresentNeeds
{
    public static bool AreMetBy(AgentRule? agent, QueueRule queue, SkillWish wish, TimeSpan waited)
    {
        if (agent is null)
        {
            return false;
        }

        if (wish is { IsAll: true, Skills.Length: > 0 })
        {
            return IsMet(wish.Skills, agent);
        }

        var isLast = !queue.Relaxation.Any(step => TimeSpan.FromSeconds(step.AfterSeconds) > waited);
        var reached = queue.Relaxation.LastOrDefault(step => TimeSpan.FromSeconds(step.AfterSeconds) <= waited);
        var asked = reached is { } step
            ? step.Requirement
            : queue.Requirement;
        var heedsWish = queue.Relaxation.Count == 0 || !isLast;
        return AgentQueues.Takes(agent, queue) && IsMet(asked, agent) && (!heedsWish || IsMet(wish.Skills, agent));
    }

    // What cannot be read asks for nothing, in the lines as here.
    private static bool IsMet(string? skills, AgentRule agent) =>
        SkillParser.Read(skills ?? "").Expression?.IsMetBy(agent.Skills) ?? true;
}
