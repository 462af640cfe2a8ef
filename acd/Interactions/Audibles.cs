using System.Collections.Immutable;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>Who hears whom: what the PBX shall do, or has done, for one interaction.</summary>
/// <param name="Room">Where those who talk are; null when nobody talks with anybody.</param>
/// <param name="Talking">Their legs.</param>
/// <param name="OnMusic">Legs that hear music.</param>
/// <param name="Parked">Agents' legs that hear nothing.</param>
internal sealed record Audibles(
    ConversationId? Room,
    ImmutableHashSet<LegId> Talking,
    ImmutableHashSet<LegId> OnMusic,
    ImmutableHashSet<LegId> Parked)
{
    public static Audibles Unknown { get; } = new(null, [], [], []);

    /// <summary>What the stage and its parties mean. Pure.</summary>
    /// <param name="state">Of the interaction.</param>
    /// <param name="agentLeg">The leg of the agent whose it is; null when his audio is lost.</param>
    public static Audibles Of(InteractionState state, LegId? agentLeg)
    {
        LegId? owner = state is { Agent: not null, AudioLostSince: null } ? agentLeg : null;
        LegId? client = state.HasCaller ? state.Caller : null;
        var isHeld = state.HeldSince is not null;
        var isAgentIn = state.Stage is not (InteractionStage.Transferring or InteractionStage.Held);
        var ofAgents = state.Parties.Where(party => party.Agent is not null).Select(party => party.Leg).ToHashSet();
        var onHold = state.Parties.Where(party => party.State == PartyState.Held)
            .SelectMany(party => Some(party.Leg)).ToHashSet(); // Also a colleague: silence would be a lost line to him.
        List<LegId> talking =
        [
            .. Some(isHeld ? null : client),
            .. Some(isAgentIn ? owner : null),
            .. state.Parties.Where(party => party.IsTalking).SelectMany(party => Some(party.Leg)),
        ];
        List<LegId> silent =
        [
            .. Some(isHeld ? client : null),
            .. Some(isAgentIn ? null : owner),
            .. onHold,
        ];
        if (talking.Count < 2)
        {
            silent.AddRange(talking); // Nobody is left alone where he waits for an answer.
            talking.Clear();
        }

        bool IsAgents(LegId leg) => leg == owner || ofAgents.Contains(leg);
        return new Audibles(
            talking.Count == 0 ? null : state.Conversation,
            [.. talking],
            [.. silent.Where(leg => !IsAgents(leg) || onHold.Contains(leg))],
            [.. silent.Where(leg => IsAgents(leg) && !onHold.Contains(leg))]);
    }

    public bool IsSameAs(Audibles other) =>
        Room == other.Room
        && Talking.SetEquals(other.Talking)
        && OnMusic.SetEquals(other.OnMusic)
        && Parked.SetEquals(other.Parked);

    /// <summary>Takes the PBX from here to there; the leg that turned out to be gone, or null.</summary>
    public async Task<LegId?> BecomeAsync(Audibles next, string music, ICallControl pbx)
    {
        foreach (var leg in next.OnMusic.Except(OnMusic))
        {
            if (await pbx.PlayMusicAsync(leg, music, CancellationToken.None) is LegOutcome.Gone gone)
            {
                return gone.Leg;
            }
        }

        // Whoever is in the room already is not moved: he would miss a word.
        var coming = Room == next.Room ? next.Talking.Except(Talking) : next.Talking;
        if (next.Room is { } room && coming.Count > 0
            && await pbx.JoinAsync(room, [.. coming], CancellationToken.None) is LegOutcome.Gone missing)
        {
            return missing.Leg;
        }

        foreach (var leg in next.Parked.Except(Parked))
        {
            if (await pbx.ParkAsync(leg, CancellationToken.None) is LegOutcome.Gone gone)
            {
                return gone.Leg;
            }
        }

        return null;
    }

    private static IEnumerable<LegId> Some(LegId? leg) => leg is { } there ? [there] : [];
}
