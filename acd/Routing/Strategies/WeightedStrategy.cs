namespace CrmUms.Acd.Routing.Strategies;

/// <summary>
/// The highest score takes the next caller: <c>skill-fit</c> points for a perfect fit, plus <c>idle-time</c> points for
/// each minute of being ready, minus <c>occupancy</c> points for having been busy all the time, minus <c>breadth</c>
/// points for each queue that he serves: whoever can do much is kept for callers whom few can help. Whoever was busy
/// for a greater share than <c>occupancy-cap</c> (0 to 1) gets nobody.
/// </summary>
internal sealed class WeightedStrategy(IReadOnlyDictionary<string, double> weights) : IRoutingStrategy
{
    public const string OccupancyCap = "occupancy-cap";

    private const string SkillFit = "skill-fit";
    private const string IdleTime = "idle-time";
    private const string Occupancy = "occupancy";
    private const string Breadth = "breadth";

    // Idle time grows for all alike, so the moment at which it began ranks as the span does, and stays the same.
    // Counted from a near moment: a double of minutes since then is exact to well under a microsecond.
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly double _skillFit = weights.GetValueOrDefault(SkillFit);
    private readonly double _idleTime = weights.GetValueOrDefault(IdleTime);
    private readonly double _occupancy = weights.GetValueOrDefault(Occupancy);
    private readonly double _breadth = weights.GetValueOrDefault(Breadth);
    private readonly double _occupancyCap = weights.GetValueOrDefault(OccupancyCap, double.PositiveInfinity);

    public IReadOnlyList<string> Weights => [SkillFit, IdleTime, Occupancy, Breadth, OccupancyCap];

    public double Rank(in Standing agent) => (_idleTime * (agent.IdleSince - Epoch).TotalMinutes) - Points(agent);

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) =>
    [
        new("score", Points(agent) + (_idleTime * (now - agent.IdleSince).TotalMinutes)),
        new("skill-fit", agent.Fit),
        agent.IdleSeconds(now),
        new("occupancy", agent.Occupancy),
        new("queues-served", agent.QueuesServed),
    ];

    public bool CanExclude => _occupancyCap < double.PositiveInfinity;

    public string? Exclusion(in Standing agent) =>
        agent.Occupancy > _occupancyCap ? ExclusionCodes.OverOccupancy : null;

    private double Points(in Standing agent) =>
        (_skillFit * agent.Fit) - (_occupancy * agent.Occupancy) - (_breadth * agent.QueuesServed);
}
