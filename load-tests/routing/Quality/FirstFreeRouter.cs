using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Shared;

namespace CrmUms.RoutingBenches.Quality;

/// <summary>
/// The simplest that works: one line, the first of the list who is free and has the skill at the least level; whoever
/// becomes free takes the first of the line whom he can serve.
/// </summary>
internal sealed class FirstFreeRouter(SyntheticDay day) : IDayRouter
{
    private readonly Dictionary<AgentId, DayAgent> _staff = day.Staff.ToDictionary(static agent => agent.Id);
    private readonly Dictionary<InteractionId, Arrival> _callers = day.Callers.ToDictionary(static one => one.Id);
    private readonly SortedSet<int> _free = [];
    private readonly List<Arrival> _line = [];

    public DateTimeOffset? NextDue => null;

    public IEnumerable<(InteractionId Caller, AgentId Agent)> On(RoutingInput input, DateTimeOffset now)
    {
        switch (input)
        {
            case RoutingInput.CallerWaiting waiting:
                _line.Add(_callers[waiting.Interaction]);
                return Serve(_line[^1], _free.Select(number => day.Staff[number]));
            case RoutingInput.CallerGone gone:
                _line.RemoveAll(caller => caller.Id == gone.Interaction);
                return [];
            case RoutingInput.AgentAvailable available:
                _free.Add(_staff[available.Agent].Number);
                return _line.Find(caller => Can(_staff[available.Agent], caller)) is { } first
                    ? Serve(first, [_staff[available.Agent]])
                    : [];
            case RoutingInput.AgentUnavailable unavailable:
                _free.Remove(_staff[unavailable.Agent].Number);
                return [];
            case RoutingInput.AgentSignedOut signedOut:
                _free.Remove(_staff[signedOut.Agent].Number);
                return [];
            default:
                return []; // It knows no rules.
        }
    }

    private (InteractionId Caller, AgentId Agent)[] Serve(Arrival caller, IEnumerable<DayAgent> agents)
    {
        if (agents.FirstOrDefault(agent => Can(agent, caller)) is not { } chosen)
        {
            return [];
        }

        _free.Remove(chosen.Number);
        _line.Remove(caller);
        return [(caller.Id, chosen.Id)];
    }

    private static bool Can(DayAgent agent, Arrival caller) => agent.Levels[caller.Skill] >= SyntheticDay.MinimumLevel;
}
