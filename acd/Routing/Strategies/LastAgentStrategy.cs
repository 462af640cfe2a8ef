namespace CrmUms.Acd.Routing.Strategies;

/// <summary>
/// The agent who talked with the caller last, while he may still come free in time (weight <c>wait-seconds</c>, 20 when
/// not given); then whoever has been ready longest.
/// </summary>
internal sealed class LastAgentStrategy(IReadOnlyDictionary<string, double> weights) : IRoutingStrategy
{
    private const string WaitSeconds = "wait-seconds";

    private readonly TimeSpan _wait = TimeSpan.FromSeconds(weights.GetValueOrDefault(WaitSeconds, 20));

    public IReadOnlyList<string> Weights => [WaitSeconds];

    public double Rank(in Standing agent) => 0;

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) => [agent.IdleSeconds(now)];

    public TimeSpan? PersonalWait(string why) => why == PreferredAgent.LastAgent ? _wait : null;
}
