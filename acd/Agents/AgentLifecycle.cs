using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>The legal moves of an agent. Each row reads: in this state, this may happen, and then he is that.</summary>
internal static class AgentLifecycle
{
    private static readonly Dictionary<(AgentStatus, Type), AgentStatus> Moves = new()
    {
        [(AgentStatus.SignedOut, typeof(AgentSignedIn))] = AgentStatus.NotReady,

        [(AgentStatus.NotReady, typeof(AgentBecameReady))] = AgentStatus.Ready,
        [(AgentStatus.NotReady, typeof(AgentBecameNotReady))] = AgentStatus.NotReady,
        [(AgentStatus.NotReady, typeof(AgentSignedOut))] = AgentStatus.SignedOut,
        [(AgentStatus.NotReady, typeof(AgentOverstayed))] = AgentStatus.NotReady,
        [(AgentStatus.NotReady, typeof(AgentQualityChanged))] = AgentStatus.NotReady,

        [(AgentStatus.Ready, typeof(AgentBecameNotReady))] = AgentStatus.NotReady,
        [(AgentStatus.Ready, typeof(AgentSignedOut))] = AgentStatus.SignedOut,
        [(AgentStatus.Ready, typeof(AgentReserved))] = AgentStatus.Reserved,
        [(AgentStatus.Ready, typeof(AgentStartedCall))] = AgentStatus.Reserved,
        [(AgentStatus.NotReady, typeof(AgentStartedCall))] = AgentStatus.Reserved,
        [(AgentStatus.Ready, typeof(AgentQualityChanged))] = AgentStatus.Ready,

        [(AgentStatus.Reserved, typeof(AgentBecameReady))] = AgentStatus.Ready,
        [(AgentStatus.Reserved, typeof(AgentBecameNotReady))] = AgentStatus.NotReady,
        [(AgentStatus.Reserved, typeof(AgentStartedTalking))] = AgentStatus.Talking,
        [(AgentStatus.Reserved, typeof(AgentMissedOffer))] = AgentStatus.Reserved,

        [(AgentStatus.Talking, typeof(AgentHeldCaller))] = AgentStatus.Held,
        [(AgentStatus.Talking, typeof(AgentStartedWrapUp))] = AgentStatus.WrapUp,
        [(AgentStatus.Talking, typeof(AgentBecameNotReady))] = AgentStatus.NotReady,

        // After a restart the talk may turn out to have ended, or to be somebody else's.
        [(AgentStatus.Talking, typeof(AgentBecameReady))] = AgentStatus.Ready,
        [(AgentStatus.Held, typeof(AgentBecameReady))] = AgentStatus.Ready,

        [(AgentStatus.Held, typeof(AgentResumedCaller))] = AgentStatus.Talking,
        [(AgentStatus.Held, typeof(AgentStartedWrapUp))] = AgentStatus.WrapUp,
        [(AgentStatus.Held, typeof(AgentBecameNotReady))] = AgentStatus.NotReady,

        [(AgentStatus.WrapUp, typeof(AgentBecameReady))] = AgentStatus.Ready,
        [(AgentStatus.WrapUp, typeof(AgentBecameNotReady))] = AgentStatus.NotReady,
        [(AgentStatus.WrapUp, typeof(AgentSignedOut))] = AgentStatus.SignedOut,
        [(AgentStatus.WrapUp, typeof(AgentExtendedWrapUp))] = AgentStatus.WrapUp,
    };

    public static bool Allows(AgentStatus from, Type happening) => Moves.ContainsKey((from, happening));

    public static AgentStatus Advance(AgentStatus from, IAgentEvent happening) =>
        Moves.TryGetValue((from, happening.GetType()), out var to)
            ? to
            : throw new IllegalMoveException($"{happening.GetType().Name} cannot happen to an agent who is {from}.");
}
