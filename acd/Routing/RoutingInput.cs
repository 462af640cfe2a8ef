using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Everything the routing core can be told. Stands on the router's tape: a released kind or field is never renamed.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CallerWaiting), "caller-waiting")]
[JsonDerivedType(typeof(CallerGone), "caller-gone")]
[JsonDerivedType(typeof(PriorityRaised), "priority-raised")]
[JsonDerivedType(typeof(AgentAvailable), "agent-available")]
[JsonDerivedType(typeof(AgentUnavailable), "agent-unavailable")]
[JsonDerivedType(typeof(AgentSignedOut), "agent-signed-out")]
[JsonDerivedType(typeof(AgentChanged), "agent-changed")]
[JsonDerivedType(typeof(RulesReplaced), "rules-replaced")]
[JsonDerivedType(typeof(WishNamed), "wish-named")]
[JsonDerivedType(typeof(Tick), "tick")]
public abstract record RoutingInput
{
    private RoutingInput()
    {
    }

    /// <summary>A caller waits (again). It replaces whatever was said of him before.</summary>
    /// <param name="Interaction">Who.</param>
    /// <param name="Queue">Where. While there is no such queue, he waits for the rules that bring it.</param>
    /// <param name="Priority">-100 to 100; more is clamped.</param>
    /// <param name="Since">First queued; he keeps it after an unanswered offer.</param>
    /// <param name="Preferred">For whom he waits before anybody else may have him.</param>
    public sealed record CallerWaiting(
        InteractionId Interaction,
        QueueId Queue,
        int Priority,
        DateTimeOffset Since,
        IReadOnlyList<PreferredAgent> Preferred) : RoutingInput
    {
        /// <summary>
        /// What he himself asks of an agent, besides what his queue does, until its last step is reached: an expression
        /// over skills. Null: nothing.
        /// </summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Skills { get; init; }

        /// <summary>
        /// Nothing else is asked, however long he waits: neither what his queue asks, nor that one serves it.
        /// </summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool SkillsOnly { get; init; }
    }

    /// <summary>A caller does not wait any more.</summary>
    public sealed record CallerGone(InteractionId Interaction) : RoutingInput;

    /// <summary>A waiting caller's priority was changed, up or down.</summary>
    public sealed record PriorityRaised(InteractionId Interaction, int Priority) : RoutingInput;

    /// <summary>
    /// An agent says that he can take somebody. It replaces whatever was said of him and decided for him before: he
    /// knows best what he has in hand.
    /// </summary>
    /// <param name="Agent">Who.</param>
    /// <param name="IdleSince">Since when he has been ready.</param>
    /// <param name="Occupancy">Share of his time that he was busy, 0 to 1. He says it again when it changes.</param>
    /// <param name="ContactsToday">How many he has had.</param>
    /// <param name="InHand">Channel to how many he has now; null for none.</param>
    /// <param name="LastServed">Queue to the turn in which it last got him; null: as remembered.</param>
    public sealed record AgentAvailable(
        AgentId Agent,
        DateTimeOffset IdleSince,
        double Occupancy,
        int ContactsToday,
        IReadOnlyDictionary<string, int>? InHand = null,
        IReadOnlyDictionary<string, long>? LastServed = null) : RoutingInput;

    /// <summary>An agent is here and can take nobody.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Reason">Why: a code that stands in the reasons of decisions.</param>
    public sealed record AgentUnavailable(AgentId Agent, string Reason) : RoutingInput;

    /// <summary>An agent has gone: nobody waits for him personally any more.</summary>
    public sealed record AgentSignedOut(AgentId Agent) : RoutingInput;

    /// <summary>What one agent can do has changed, and nothing else.</summary>
    /// <param name="Agent">As he is now.</param>
    /// <param name="Version">Of the rules, from now on.</param>
    public sealed record AgentChanged(RoutingAgent Agent, long Version) : RoutingInput;

    /// <summary>Other rules are in force. Waiting callers keep their places.</summary>
    public sealed record RulesReplaced(RoutingRules Rules) : RoutingInput;

    /// <summary>
    /// Callers of this queue will ask for these skills themselves. Decides nothing: the first of them waits for no
    /// lines.
    /// </summary>
    public sealed record WishNamed(QueueId Queue, string Skills) : RoutingInput;

    /// <summary>Time has passed.</summary>
    public sealed record Tick : RoutingInput;
}

/// <summary>An agent for whom a caller waits personally.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Until">How long; null: as the queue says.</param>
/// <param name="Why">
/// <see cref="LastAgent"/>, <see cref="PersonalManager"/>, <see cref="Assigned"/>, <see cref="Picked"/>.
/// </param>
public sealed record PreferredAgent(AgentId Agent, DateTimeOffset? Until, string Why)
{
    /// <summary>He talked with the caller last.</summary>
    public const string LastAgent = "last-agent";

    /// <summary>A supervisor has said so.</summary>
    public const string Assigned = "assigned";

    /// <summary>He has chosen the caller himself.</summary>
    public const string Picked = "picked";

    /// <summary>He looks after the client.</summary>
    public const string PersonalManager = "personal-manager";
}

/// <summary>One decision: this caller goes to this agent, and why.</summary>
public sealed record RoutingDecision(InteractionId Interaction, AgentId Agent, RoutingReason Reason);
