namespace CrmUms.Acd.Routing;

/// <summary>Plays a router's tape again. With the rules it was recorded with, it decides what was decided.</summary>
/// <param name="rules">Other rules than those on the tape; null: those on the tape.</param>
public sealed class RoutingReplay(RoutingRules? rules = null)
{
    private RoutingCore? _core;

    /// <summary>
    /// What the core decides on one event of the tape. Everything before the first <see cref="RouterStarted"/> or
    /// <see cref="RouterStood"/> is passed over: how the router stood then is not known.
    /// </summary>
    public IReadOnlyList<RoutingDecision> On(object happened)
    {
        switch (happened)
        {
            case RouterStarted:
                _core = new RoutingCore(rules ?? RoutingRules.None);
                return [];
            case RouterStood stood when _core is null:
                _core = new RoutingCore(rules ?? RoutingRules.None);
                return [.. stood.Words.SelectMany(word => Tell(_core, word, stood.At))];
            case RouterHeard heard when _core is { } core:
                return Tell(core, heard.Input, heard.At);
            default:
                return [];
        }
    }

    private IReadOnlyList<RoutingDecision> Tell(RoutingCore core, RoutingInput input, DateTimeOffset at) =>
        rules is not null && input is (RoutingInput.RulesReplaced or RoutingInput.AgentChanged)
            ? []
            : core.On(input, at);
}
