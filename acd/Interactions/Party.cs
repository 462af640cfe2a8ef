using CrmUms.Acd.Agents;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>Somebody in an interaction besides the client and the agent whose it is.</summary>
/// <param name="Id">Names him.</param>
/// <param name="Purpose">What he was brought in for.</param>
/// <param name="Agent">Who, when he is an agent.</param>
/// <param name="Number">His number, when he is outside.</param>
/// <param name="Leg">His leg; null for an agent who is rung, or whose audio is lost.</param>
/// <param name="State">What he does.</param>
internal sealed record Party(
    PartyId Id, PartyPurpose Purpose, AgentId? Agent, PhoneNumber? Number, LegId? Leg, PartyState State)
{
    public bool IsMuted { get; init; }

    public DateTimeOffset? AudioLostSince { get; init; }

    /// <summary>He has answered, and is still there.</summary>
    public bool IsIn => State is PartyState.Talking or PartyState.Held or PartyState.AudioLost;

    public bool IsTalking => State == PartyState.Talking;

    /// <summary>He comes to talk, or to hear music; what is not in stays as it is.</summary>
    public Party Turned(bool isTalking) => State is PartyState.Talking or PartyState.Held
        ? this with { State = isTalking ? PartyState.Talking : PartyState.Held }
        : this;

    public CallTarget Target => Agent is { } agent
        ? new CallTarget.Agent(agent)
        : new CallTarget.Number(Number!.Value.E164);
}

/// <summary>What is asked of an agent for one who waits.</summary>
/// <param name="Skills">An expression over skills; null for nothing.</param>
/// <param name="IsAll">Neither what the queue asks counts, nor whether one serves it.</param>
internal readonly record struct SkillWish(string? Skills, bool IsAll)
{
    public static SkillWish Of(SkillAsked asked) => new(
        new SkillExpression.Has(asked.Skill, LevelComparison.AtLeast, asked.Level).ToString(), IsAll: true);
}

/// <summary>The last attempt to bring somebody in or to hand the interaction on.</summary>
/// <param name="Party">Whom; null for a queue or a skill.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Target">Whom, as the agent named him.</param>
/// <param name="Failure">Null while it rings.</param>
internal sealed record Attempt(PartyId? Party, PartyPurpose Purpose, CallTarget Target, PartyLeaving? Failure)
{
    /// <summary>Null when it was taken back: then there is nothing to tell.</summary>
    public Attempt? After(PartyLeaving failure) =>
        failure is PartyLeaving.Removed or PartyLeaving.CallEnded ? null : this with { Failure = failure };
}
