using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using CrmUms.Acd.Agents;

namespace CrmUms.AgentWeb.Contracts;

// Those who take part in a call beyond a client and one agent, and whom an agent can bring it to.

/// <summary>
/// Whom a call is brought to: an agent's id, a queue's id, a skill's id, or a number as it was typed. The level, 1 to
/// 10, goes with a skill; without one it is 1.
/// </summary>
public sealed record DeskTarget(
    DeskTargetKind Kind,
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Level = null);

public enum DeskTargetKind
{
    Agent,
    Queue,
    Skill,
    Number,
}

public sealed record DeskParty(
    string Id,
    PartyKind Kind,
    string? AgentId,
    string Number,
    PartyState State,
    bool IsMuted,
    bool IsOwner,
    PartyPurpose? Purpose);

public sealed record DeskTransfer(
    TransferState State, PartyPurpose Purpose, DeskTarget Target, string? Failure);

/// <summary>Which number the called one would see, and by which rule; or why the number is not called.</summary>
public sealed record DeskShownNumber(string? Number, string? Rule, AgentRefusal? Refusal);

public sealed record DeskHandOver(string FromAgentId, string Note, DateTimeOffset At);

public sealed record FailedDial(
    string InteractionId, CallKind Kind, DeskTarget Target, string Failure, DateTimeOffset At);

/// <summary>A talk that others have ended, with nothing left to do.</summary>
public sealed record EndedTalk(string InteractionId, CallKind Kind, string Ending, DateTimeOffset At);

/// <summary>Everybody and everything that a call can be brought to.</summary>
public sealed record DirectoryView(
    IReadOnlyList<DirectoryAgent> Agents, IReadOnlyList<DirectoryQueue> Queues, IReadOnlyList<DirectorySkill> Skills);

/// <summary>What of a directory has changed; null: nothing of that kind. Queues and skills are said whole.</summary>
public sealed record DirectoryChange(
    IReadOnlyList<DirectoryAgent>? Agents,
    IReadOnlyList<string>? AgentsGone,
    IReadOnlyList<DirectoryQueue>? Queues,
    IReadOnlyList<DirectorySkill>? Skills);

/// <summary>
/// A colleague; when he is available he can be called, consulted, brought into a call. Without a status: nobody knows
/// what he does.
/// </summary>
public sealed record DirectoryAgent(
    string Id,
    string Name,
    AgentStatus? Status,
    string? Reason,
    DateTimeOffset? Since,
    bool Available,
    IReadOnlyDictionary<string, int> Skills,
    IReadOnlyList<string> Groups);

public sealed record DirectoryQueue(string Id, string Name, int Waiting, int? Agents, int? EstimatedWaitSeconds);

/// <summary>A skill that a call can be handed on to.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Ready">How many who have it can answer now.</param>
/// <param name="SignedIn">How many who have it are here.</param>
public sealed record DirectorySkill(string Id, string Name, int Ready, int SignedIn);

/// <summary>A list that equals another with the same items, so that a call that has not changed is not sent.</summary>
public sealed class ValueList<T>(IList<T> items) : ReadOnlyCollection<T>(items), IEquatable<ValueList<T>>
{
    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => this.Aggregate(Count, HashCode.Combine);
}
