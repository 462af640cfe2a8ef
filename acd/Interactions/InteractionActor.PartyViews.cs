using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// What each of those who share an interaction sees of it.
public sealed partial class InteractionActor
{
    internal const string HandedOn = "handed-on";
    private const string TakenOver = "taken-over";
    private static readonly QueueId NoQueue = new("");

    private readonly HashSet<LegId> _ringing = []; // Telephones that have been heard to ring; only shown.

    private void InformParties()
    {
        foreach (var party in State.IsShared ? State.Parties : [])
        {
            if (party is { Agent: { } agent, IsIn: true })
            {
                TellAgent(new CallChanged(agent, ViewFor(agent)));
            }
        }
    }

    /// <summary>The interaction as an agent sees it who was brought in.</summary>
    private CallView ViewFor(AgentId agent)
    {
        var view = View();
        return State.PartyOf(agent) is not { } party
            ? view
            : view with
            {
                Stage = party.State switch
                {
                    PartyState.Ringing or PartyState.Dialling => StageWords[InteractionStage.Offered],
                    PartyState.Held => StageWords[InteractionStage.Held],
                    _ when State.Stage == InteractionStage.Conference => StageWordOf(State),
                    _ => StageWords[InteractionStage.Connected],
                },
                HeldSince = null,
                AudioLostSince = party.AudioLostSince,
                IsMuted = party.IsMuted,
                IsOwner = false,
                Transfer = null,
                HandOver = State.HandOver,
            };
    }

    /// <summary>The interaction as an agent sees it who is out of it.</summary>
    private CallView ClosingViewFor(AgentId agent) => View() with
    {
        Stage = StageWords[InteractionStage.WrappingUp],
        EndedAt = State.EndedAt ?? _services.Now,
        Ending = State.Ending is { } ending ? EndingWords[ending]
            : State.TakenOver?.Agent == agent ? TakenOver
            : HandedOn,
        IsOwner = State.Former.ContainsKey(agent),
        HeldSince = null,
        AudioLostSince = null,
        IsMuted = false,
        Parties = [],
        Transfer = null,
        Trouble = null,
        HandOver = State.HandOver?.From == agent ? null : State.HandOver,
    };

    // Agents among themselves: one of them calls the other, then they talk.
    private static string StageWordOf(InteractionState state) => state switch
    {
        { Internal: null } or { Stage: not InteractionStage.Conference } => StageWords[state.Stage],
        _ when !state.Parties.Any(party => party.IsIn) => StageWords[InteractionStage.Dialling],
        { Parties.Count: 1 } => StageWords[InteractionStage.Connected],
        _ => StageWords[state.Stage],
    };

    private List<PartyView> PartyViews(InteractionState state)
    {
        if (!state.IsShared)
        {
            return [];
        }

        List<PartyView> views = [];
        if (state.HasCaller)
        {
            views.Add(new PartyView(
                PartyId.Client,
                PartyKind.Client,
                null,
                state.Number.Shown,
                state.HeldSince is null ? PartyState.Talking : PartyState.Held,
                state.IsClientMuted));
        }

        if (state.Agent is { } owner)
        {
            var isLost = state.AudioLostSince is not null;
            views.Add(new PartyView(
                PartyId.Of(owner), PartyKind.Agent, owner, "",
                isLost ? PartyState.AudioLost : PartyState.Talking, state.IsAgentMuted) { IsOwner = true });
        }

        views.AddRange(state.Parties.Select(party => new PartyView(
            party.Id,
            party.Agent is null ? PartyKind.Number : PartyKind.Agent,
            party.Agent,
            party.Number?.E164 ?? "",
            party is { State: PartyState.Dialling, Leg: { } leg } && _ringing.Contains(leg)
                ? PartyState.Ringing
                : party.State,
            party.IsMuted) { Purpose = party.Purpose }));
        return views;
    }

    private static TransferView ViewOf(Attempt attempt) => new(
        attempt.Failure is null ? TransferState.Pending : TransferState.Failed, attempt.Target, attempt.Failure)
    {
        Purpose = attempt.Purpose,
    };
}
