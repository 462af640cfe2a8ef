using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;

namespace CrmUms.CtiGateway;

/// <summary>
/// Command to the link: carry this to Asterisk. Answered with an <see cref="AriReply"/>, or with a
/// <see cref="Status.Failure"/> that holds a <c>CtiException</c>; always with one of them, within the time limit.
/// </summary>
/// <param name="Request">What to ask.</param>
internal sealed record SendRequest(AriRequest Request)
{
    /// <summary>Whether it belongs to taking the snapshot: the only work before the link counts as up.</summary>
    public bool IsPartOfSnapshot { get; init; }
}

/// <summary>Event: the link stands again, and these agents have a phone in Asterisk.</summary>
/// <param name="Phones">Agents with an endpoint.</param>
internal sealed record PbxLinkStands(IReadOnlySet<AgentId> Phones);

/// <summary>Why a link was given up.</summary>
internal enum LinkLossReason
{
    /// <summary>Asterisk closed the connection, or the network did.</summary>
    Closed,

    /// <summary>A ping was not answered in time: a frozen Asterisk, or a connection that is only half there.</summary>
    Silent,

    /// <summary>Another server connected under our name.</summary>
    TakenOver,

    /// <summary>The snapshot could not be taken.</summary>
    NotInStep,

    /// <summary>The link itself failed and was started again.</summary>
    Restarted,
}
