using System.Collections.Immutable;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Those in an interaction besides the client and the agent whose it is.
internal sealed partial record InteractionState
{
    /// <summary>The call that an agent made; null when the client called.</summary>
    public OutboundCallStarted? Outbound { get; init; }

    /// <summary>The call of one agent to another; null for all that have a client.</summary>
    public InternalCallStarted? Internal { get; init; }

    public ImmutableList<Party> Parties { get; init; } = [];

    public Attempt? Attempt { get; init; }

    /// <summary>What the agent before says, or whoever has somebody come.</summary>
    public HandOverView? HandOver { get; init; }

    public bool IsClientMuted { get; init; }

    /// <summary>Agents who have handed it on, and whether they have recorded their result.</summary>
    public ImmutableDictionary<AgentId, bool> Former { get; init; } = ImmutableDictionary<AgentId, bool>.Empty;

    /// <summary>When a supervisor has taken it over last; null when none has.</summary>
    public TalkTakenOver? TakenOver { get; init; }

    /// <summary>The client and his agent, or those who go on without one; with others, or about to be.</summary>
    public bool IsShared => Stage is InteractionStage.Transferring or InteractionStage.Consulting
        or InteractionStage.Conference or InteractionStage.Forwarded;

    /// <summary>An agent talks, or has put on hold whom he talked with.</summary>
    public bool IsInTalk => Stage is InteractionStage.Connected or InteractionStage.Held || IsShared;

    public static InteractionState From(OutboundCallStarted started) => new(
        started.Interaction,
        InteractionStage.Dialling,
        started.Leg,
        started.CallerId,
        new CallerNumber(CallerNumberKind.Known, started.Number, started.Number.E164),
        started.At)
    {
        Outbound = started,
        HasCaller = false,
        Agent = started.Agent,
        AgentLeg = started.AgentLeg,
        OfferedAt = started.At,
        Dials = 1,
    };

    public static InteractionState From(InternalCallStarted started) => new(
        started.Interaction,
        InteractionStage.Conference,
        new LegId($"internal-{started.Interaction}"),
        "",
        CallerNumber.Anonymous,
        started.At)
    {
        Internal = started,
        HasCaller = false,
        Agent = started.Agent,
        AgentLeg = started.AgentLeg,
        OfferedAt = started.At,
    };

    public Party? PartyOf(PartyId id) => Parties.Find(party => party.Id == id);

    public Party? PartyOf(AgentId agent) => Parties.Find(party => party.Agent == agent);

    public Party? PartyOf(LegId leg) => Parties.Find(party => party.Leg == leg);

    private InteractionState AfterParty(IInteractionEvent happening) => happening switch
    {
        TransferStarted { Queue: { } queue } started => WithHandedToLine(started, new CallTarget.Queue(queue)),
        TransferStarted { Skill: { } asked } started =>
            WithHandedToLine(started, new CallTarget.Skill(asked.Skill, asked.Level)),
        TransferFailed failed => this with
        {
            Attempt = Attempt is null || failed.Reason == PartyLeaving.Removed
                ? null
                : Attempt with { Failure = failed.Reason },
        },
        PartyInvited invited => WithInvited(invited),
        PartyAnswered answered => Changed(answered.Party, party => party with
        {
            Leg = answered.Leg,
            State = PartyState.Talking,
        }) with
        {
            Segment = answered.Segment,
            ConnectedAt = ConnectedAt ?? answered.At,
            Attempt = Attempt?.Party == answered.Party ? null : Attempt,
        },
        PartyLeft left => this with
        {
            Parties = Parties.RemoveAll(party => party.Id == left.Party),
            Attempt = Attempt?.Party == left.Party ? Attempt.After(left.Reason) : Attempt,
        },
        PartyAudioLost lost => Changed(lost.Party, party => party with
        {
            Leg = null, State = PartyState.AudioLost, AudioLostSince = lost.At, IsMuted = false,
        }),
        PartyAudioRestored restored => Changed(restored.Party, party => party with
        {
            Leg = restored.Leg,
            AudioLostSince = null,
            State = Stage == InteractionStage.Consulting && HeldSince is null ? PartyState.Held : PartyState.Talking,
        }),
        PartyMuted muted when muted.Party == PartyId.Client => this with { IsClientMuted = muted.Muted },
        PartyMuted muted => Changed(muted.Party, party => party with { IsMuted = muted.Muted }),
        PartiesSwapped swapped => this with
        {
            HeldSince = swapped.IsClientHeld ? swapped.At : null,
            Segment = swapped.Segment,
            Parties = [.. Parties.Select(party => party.Turned(swapped.IsClientHeld))],
        },
        ConferenceStarted => this with
        {
            HeldSince = null,
            Parties = [.. Parties.Select(party => party.Turned(isTalking: true))],
        },
        ConferenceEnded => this with { IsClientMuted = false },
        InteractionHandedOver handed => WithOwner(handed),
        TalkTakenOver taken => WithoutOwner(taken.Agent) with
        {
            TakenOver = taken,
            Agent = taken.By,
            AgentLeg = taken.AgentLeg,
            Segment = taken.Segment,
            Former = Former.SetItem(taken.Agent, false).Remove(taken.By),
        },
        InteractionHandedToQueue handed => WithoutOwner(handed.Agent) with { ConnectedAt = null },
        InteractionHandedOutside handed => WithoutOwner(handed.Agent) with
        {
            Segment = handed.Segment,
            IsClientMuted = false, // Nobody is there any more who could open him again.
            Parties = [.. Parties.Select(party => party.Turned(isTalking: true) with { IsMuted = false })],
        },
        HandOverResultRecorded recorded => this with { Former = Former.SetItem(recorded.Agent, true) },
        _ => this,
    };

    private InteractionState WithHandedToLine(TransferStarted started, CallTarget target) => this with
    {
        Attempt = new Attempt(null, PartyPurpose.Transfer, target, null),
        HandOver = new HandOverView(started.Agent, started.Note, started.At),
    };

    private InteractionState WithInvited(PartyInvited invited)
    {
        var state = invited.Leg is null ? PartyState.Ringing : PartyState.Dialling;
        var party = new Party(
            invited.Party, invited.Purpose, invited.Other, invited.Number, invited.Leg, state);
        return this with
        {
            Parties = Parties.Add(party),
            Dials = invited.Leg is null ? Dials : Dials + 1,
            Attempt = new Attempt(party.Id, party.Purpose, party.Target, null),
            HandOver = new HandOverView(invited.Agent, invited.Note, invited.At),
        };
    }

    private InteractionState WithOwner(InteractionHandedOver handed)
    {
        var next = PartyOf(handed.To)!;
        return WithoutOwner(handed.Agent) with
        {
            Agent = handed.To,
            AgentLeg = next.Leg,
            IsAgentMuted = next.IsMuted,
            Segment = handed.Segment,
            Parties = Parties.Remove(next),
            Former = Former.SetItem(handed.Agent, false).Remove(handed.To),
        };
    }

    private InteractionState WithoutOwner(AgentId former) => WithoutAgent() with
    {
        HeldSince = null,
        AudioLostSince = null,
        Attempt = null,
        Former = Former.SetItem(former, false),
    };

    private InteractionState Changed(PartyId id, Func<Party, Party> change) =>
        PartyOf(id) is { } party ? this with { Parties = Parties.Replace(party, change(party)) } : this;
}
