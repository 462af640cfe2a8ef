using CrmUms.Acd.Routing;
using CrmUms.Acd.Routing.Simulation;
using CrmUms.Acd.Shared;

namespace CrmUms.RoutingBenches.Quality;

/// <summary>
/// Knows who will call when, how long he will stay, talk and be wrapped up. Every ten seconds it assigns all who wait
/// or will come within its horizon to the agents who are free or will be, at the least cost, and keeps of that plan
/// what begins before the next one. A heuristic, not a bound: nobody computes the best day of 6,200 callers.
/// </summary>
internal sealed class ClairvoyantRouter : IDayRouter
{
    private const double Never = 1e9;

    // A decision comes after what makes it possible.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private readonly SyntheticDay _day;
    private readonly Foresight _foresight;
    private readonly DateTimeOffset[] _freeAt;
    private readonly Queue<Planned> _plan;

    public ClairvoyantRouter(SyntheticDay day, Foresight foresight)
    {
        (_day, _foresight) = (day, foresight);
        _freeAt = [.. day.Staff.Select(static agent => agent.From)];
        _plan = new Queue<Planned>(Plan().OrderBy(static planned => planned.At));
    }

    public DateTimeOffset? NextDue => _plan.TryPeek(out var next) ? next.At : null;

    public IEnumerable<(InteractionId Caller, AgentId Agent)> On(RoutingInput input, DateTimeOffset now)
    {
        while (_plan.TryPeek(out var next) && next.At <= now)
        {
            _plan.Dequeue();
            yield return (next.Caller.Id, next.Agent.Id);
        }
    }

    private List<Planned> Plan()
    {
        var (plan, open, coming) = (new List<Planned>(), new List<Arrival>(), new Queue<Arrival>(_day.Callers));
        for (var now = coming.Peek().At; coming.Count + open.Count > 0; now += Step)
        {
            while (coming.TryPeek(out var next) && next.At < now + _foresight.Horizon)
            {
                open.Add(coming.Dequeue());
            }

            open.RemoveAll(caller => AnswerBy(caller) <= now);
            foreach (var planned in Assign(open, now).Where(planned => planned.At < now + Step))
            {
                plan.Add(planned);
                open.Remove(planned.Caller);
                var lasts = planned.Caller.Lasts;
                _freeAt[planned.Agent.Number] = planned.At + lasts.Ring + lasts.Talk + lasts.WrapUp;
            }
        }

        return plan;
    }

    private List<Planned> Assign(List<Arrival> open, DateTimeOffset now)
    {
        var agents = _day.Staff.Where(agent =>
            _freeAt[agent.Number] < now + _foresight.Horizon && agent.To > now).ToList();
        var cost = new double[open.Count, agents.Count + open.Count];
        for (var row = 0; row < open.Count; row++)
        {
            for (var column = 0; column < agents.Count; column++)
            {
                cost[row, column] = CostOf(open[row], agents[column], now);
            }

            for (var column = 0; column < open.Count; column++)
            {
                cost[row, agents.Count + column] = column == row ? CostOfNobody(open[row], now) : Never;
            }
        }

        return
        [
            .. Assignment.Cheapest(cost).Index()
                .Where(pair => pair.Item < agents.Count)
                .Select(pair => new Planned(
                    Begin(open[pair.Index], agents[pair.Item], now), open[pair.Index], agents[pair.Item])),
        ];
    }

    private double CostOf(Arrival caller, DayAgent agent, DateTimeOffset now)
    {
        var begin = Begin(caller, agent, now);
        if (agent.Levels[caller.Skill] < SyntheticDay.MinimumLevel || begin >= AnswerBy(caller) || begin >= agent.To)
        {
            return Never;
        }

        var lasts = caller.Lasts;
        return DayCost.Of(begin + lasts.Ring - caller.At, _day.FitOf(caller.Skill, agent))
            + (_foresight.PriceOfWork * (lasts.Talk + lasts.WrapUp).TotalSeconds);
    }

    private double CostOfNobody(Arrival caller, DateTimeOffset now) =>
        AnswerBy(caller) < now + _foresight.Horizon
            ? DayCost.OfLoss(caller.Lasts.Patience!.Value)
            : DayCost.Of(now + _foresight.Horizon + Step - caller.At, fit: 0);

    private DateTimeOffset Begin(Arrival caller, DayAgent agent, DateTimeOffset now)
    {
        var possible = caller.At > _freeAt[agent.Number] ? caller.At : _freeAt[agent.Number];
        return (possible > now ? possible : now) + Moment;
    }

    private static DateTimeOffset AnswerBy(Arrival caller) =>
        caller.At + caller.Lasts.Patience!.Value - caller.Lasts.Ring;

    private readonly record struct Planned(DateTimeOffset At, Arrival Caller, DayAgent Agent);
}

/// <summary>How a clairvoyant goes about it.</summary>
/// <param name="Horizon">So far ahead he plans.</param>
/// <param name="PriceOfWork">Cost of a second of work: with it, short calls go first when all are busy.</param>
internal sealed record Foresight(TimeSpan Horizon, double PriceOfWork);

/// <summary>
/// What is bad about a day, in one number, so that wait, fit and loss can be weighed: seconds of waiting, up to 30 more
/// for an agent who knows little of it, 120 more for a caller who left.
/// </summary>
internal static class DayCost
{
    private const double OfNoFit = 30;
    private const double OfLeaving = 120;

    public static double Of(TimeSpan wait, double fit) => wait.TotalSeconds + (OfNoFit * (1 - fit));

    public static double OfLoss(TimeSpan wait) => wait.TotalSeconds + OfLeaving;
}
