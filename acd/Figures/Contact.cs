using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Figures;

/// <summary>An interaction that is not closed yet, as far as figures and the floor need to know it.</summary>
public sealed record Contact(InteractionId Interaction)
{
    public CallKind Kind { get; init; }

    public CallerNumber? Number { get; init; }

    public CallerIdentity? Client { get; init; }

    /// <summary>What somebody has added to its priority by hand.</summary>
    public int PointsGiven { get; init; }

    /// <summary>Where it stands, or stood last.</summary>
    public QueueId? Queue { get; init; }

    /// <summary>Since when it stands in that queue; null when it does not.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>For whom it waits, and until when; null: for whoever is free.</summary>
    public (AgentId Agent, DateTimeOffset Until)? Assigned { get; init; }

    /// <summary>Where it is when it is neither in a line nor in an agent's hands; null when it is.</summary>
    public ContactPlace? Place { get; init; }

    /// <summary>The flow that it went through last.</summary>
    public string? Flow { get; init; }

    /// <summary>The number outside that was called into it last.</summary>
    public PhoneNumber? Outside { get; init; }

    /// <summary>A call-back that is tried again then; null: as soon as it is its turn.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Its stay in the queue was counted as offered, and has not been counted as anything else yet.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Who has it in hand; null before the talk and after the wrap-up.</summary>
    public AgentId? Agent { get; init; }

    public ContactPart Part { get; init; }

    public DateTimeOffset PartSince { get; init; }

    public TimeSpan Talk { get; init; }

    public TimeSpan Hold { get; init; }

    public TimeSpan WrapUp { get; init; }

    public bool IsWaiting => WaitsSince is not null;

    /// <summary>What was done until now is added to its part, and another part begins.</summary>
    internal Contact Begin(ContactPart part, DateTimeOffset at)
    {
        // A clock that was put back must not make a figure negative.
        var lasted = at > PartSince ? at - PartSince : TimeSpan.Zero;
        return this with
        {
            Part = part,
            PartSince = at,
            Talk = Part == ContactPart.Talk ? Talk + lasted : Talk,
            Hold = Part == ContactPart.Hold ? Hold + lasted : Hold,
            WrapUp = Part == ContactPart.WrapUp ? WrapUp + lasted : WrapUp,
        };
    }
}

/// <summary>Where a contact is without us.</summary>
/// <param name="Where">In a flow, or with others.</param>
/// <param name="Since">Since when.</param>
public sealed record ContactPlace(ContactWhere Where, DateTimeOffset Since);

/// <summary>Where a contact can be besides lines and agents.</summary>
public enum ContactWhere
{
    /// <summary>He walks through a flow, before a queue or instead of it.</summary>
    InFlow,

    /// <summary>He talks with somebody whom his flow has called: outside, or an assistant.</summary>
    ThroughFlow,

    /// <summary>His talk is over, and his flow asks him something.</summary>
    AfterTalk,

    /// <summary>An agent has handed him on to a number outside, and they talk.</summary>
    Forwarded,
}

/// <summary>What an agent does with a contact. Lost audio is neither talk nor hold.</summary>
public enum ContactPart
{
    None,
    Talk,
    Hold,
    AudioLost,
    WrapUp,
}
