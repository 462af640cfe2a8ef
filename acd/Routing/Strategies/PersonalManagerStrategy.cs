namespace CrmUms.Acd.Routing.Strategies;

/// <summary>
/// The agent who looks after the client, while he may still come free in time (weight <c>wait-seconds</c>, 60 when not
/// given); then whoever has been ready longest.
/// </summary>
internal sealed class PersonalManagerStrategy(IReadOnlyDictionary<string, double> weights) : IRoutingStrategy
{
    private const string WaitSeconds = "wait-seconds";

    private readonly TimeSpan _wait = TimeSpan.FromSeconds(weights.GetValueOrDefault(WaitSeconds, 60));

    public IReadOnlyList<string> Weights => [WaitSeconds];

    public double Rank(in Standing agent) => 0;

    public IReadOnlyList<RoutingTerm> Terms(in Standing agent, DateTimeOffset now) => [agent.IdleSeconds(now)];

    public TimeSpan? PersonalWait(string why) => why == PreferredAgent.PersonalManager ? _wait : null;
}
