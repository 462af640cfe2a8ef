using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>What the board should look like: lists searched from end to end, too simple to be wrong.</summary>
internal sealed class BoardModel
{
    private static readonly string[] Skills = ["support", "sales", "debt"];
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly List<AgentAvailable> _free = [];
    private readonly List<CallerWaiting> _waiting = [];
    private int _made;

    public RoutingDecision? Call(RoutingBoard board, Random random)
    {
        var caller = new CallerWaiting(
            new InteractionId(new Guid(++_made, 0, 0, new byte[8])),
            ActorRefs.Nobody,
            Any(random),
            Now,
            Now
        );
        var expected = _free
            .Where(agent => agent.Skills.ContainsKey(caller.Skill))
            .OrderBy(agent => agent.IdleSince)
            .FirstOrDefault();
        var decision = board.On(caller, Now);
        if (expected is null)
        {
            _waiting.Add(caller);
        }
        else
        {
            _free.Remove(expected);
        }

        decision?.Agent.Agent.ShouldBe(expected!.Agent);
        (decision is null).ShouldBe(expected is null);
        return decision;
    }

    public RoutingDecision? Ready(RoutingBoard board, Random random)
    {
        var skills = Skills
            .Where(_ => random.Next(2) == 0)
            .DefaultIfEmpty(Any(random))
            .ToDictionary(skill => skill, _ => 5);
        var agent = new AgentAvailable(
            new AgentId(new Guid(++_made, 1, 0, new byte[8])),
            ActorRefs.Nobody,
            skills,
            Now
        );
        var expected = _waiting
            .Where(caller => skills.ContainsKey(caller.Skill))
            .OrderBy(caller => caller.Since)
            .FirstOrDefault();
        var decision = board.On(agent, Now);
        if (expected is null)
        {
            _free.Add(agent);
        }
        else
        {
            _waiting.Remove(expected);
        }

        decision?.Caller.Interaction.ShouldBe(expected!.Interaction);
        (decision is null).ShouldBe(expected is null);
        return decision;
    }

    public RoutingDecision? Leave(RoutingBoard board, Random random)
    {
        if (_waiting.Count > 0 && random.Next(2) == 0)
        {
            var caller = _waiting[random.Next(_waiting.Count)];
            _waiting.Remove(caller);
            board.Remove(caller.Interaction);
        }
        else if (_free.Count > 0)
        {
            var agent = _free[random.Next(_free.Count)];
            _free.Remove(agent);
            board.Remove(agent.Agent);
        }

        return null;
    }

    public void Check(RoutingBoard board, RoutingDecision? decision)
    {
        board.Free.ShouldBe(_free.Count);
        board.Waiting.ShouldBe(_waiting.Count);
        (decision?.Agent.Skills.ContainsKey(decision.Caller.Skill) ?? true).ShouldBeTrue();
    }

    private DateTimeOffset Now => Start.AddSeconds(_made);

    private static string Any(Random random) => Skills[random.Next(Skills.Length)];
}
