using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>
/// A day as it comes from outside, whatever is decided: rules, callers, and which agents want to work. What follows
/// from decisions (reserved, talking, wrap-up) is not in it.
/// </summary>
/// <param name="From">Its figures begin here; what comes before leads to how it begins.</param>
/// <param name="To">Its figures end here.</param>
/// <param name="Events">In the order of time.</param>
/// <param name="Callers">Everybody who comes in the events.</param>
public sealed record RoutingDay(
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<DayEvent> Events,
    IReadOnlyDictionary<InteractionId, DayCaller> Callers);

/// <summary>Something that happens from outside.</summary>
public sealed record DayEvent(DateTimeOffset At, RoutingInput Input);

/// <summary>What one caller brings along, whoever serves him.</summary>
/// <param name="Patience">So long after he was queued he leaves if nobody has answered; null: he stays.</param>
/// <param name="Ring">How long his agent's page rings; he waits meanwhile.</param>
/// <param name="Talk">How long he talks.</param>
/// <param name="WrapUp">How long his agent works on afterwards.</param>
public sealed record DayCaller(TimeSpan? Patience, TimeSpan Ring, TimeSpan Talk, TimeSpan WrapUp);

/// <summary>Who decides on a simulated day.</summary>
public interface IDayRouter
{
    /// <summary>When it wants to be told the time; null: not before other news.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>What it decides because of this.</summary>
    IEnumerable<(InteractionId Caller, AgentId Agent)> On(RoutingInput input, DateTimeOffset now);
}

/// <summary>The product's own routing, by the rules that come with the day.</summary>
public sealed class CoreRouter : IDayRouter
{
    private readonly RoutingCore _core = new(RoutingRules.None);

    /// <inheritdoc/>
    public DateTimeOffset? NextDue => _core.NextDue;

    /// <inheritdoc/>
    public IEnumerable<(InteractionId Caller, AgentId Agent)> On(RoutingInput input, DateTimeOffset now) =>
        _core.On(input, now).Select(static decision => (decision.Interaction, decision.Agent));
}
