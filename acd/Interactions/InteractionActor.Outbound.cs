using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Calls that agents make: to somebody outside, and to each other. The agent is reserved before we hear of it.
public sealed partial class InteractionActor
{
    private void ReceivePlacedCalls() => Command<TakePlacedCall>(OnTakePlacedCall);

    private void OnTakePlacedCall(TakePlacedCall take)
    {
        _plan = take.Plan;
        switch (take.Call)
        {
            case PlaceOutboundCall outbound:
                CallOutside(outbound);
                break;
            case PlaceInternalCall colleague:
                CallColleague(colleague);
                break;
            default:
                throw new NotSupportedException(take.Call.GetType().Name);
        }
    }

    private void CallOutside(PlaceOutboundCall call)
    {
        var leg = OutboundLegs.NameOf(_id, 1);
        var started = new OutboundCallStarted(
            _id, call.Agent, call.AgentLeg, leg, call.Shown.CallerId, call.Number, _services.Now)
        {
            CallerIdRule = call.Shown.Rule,
        };
        Keep(started, () =>
        {
            LookUp(State.Number);
            InformAgent();
            DialOut(leg, call.Number, call.Shown.CallerId, _ => new CallbackNotDialled(leg));
        });
    }

    /// <summary>Has somebody outside called; what becomes of it is told by his leg.</summary>
    private void DialOut(LegId leg, PhoneNumber number, string callerId, Func<Exception, object> failed) =>
        _services.Pbx
            .DialAsync(
                leg, DialTarget.Of(number), callerId, _services.Options.CallbackRingFor, NoHeaders, NoCancellation)
            .PipeTo(
                Self,
                success: () => new MusicStarted(LegOutcome.Done.Instance),
                failure: error =>
                {
                    _services.Log.StepFailed(_id, "dial", error);
                    return failed(error);
                });

    private void CallColleague(PlaceInternalCall call)
    {
        var now = _services.Now;
        var invited = new PartyInvited(
            _id, call.Agent, PartyId.Of(call.Other), PartyPurpose.Conference, call.Other, null, null, "", now);
        Keep([new InternalCallStarted(_id, call.Agent, call.AgentLeg, now), invited], () =>
        {
            Ring(invited);
            InformAgent();
        });
    }

    /// <summary>Whom we called for an agent has not answered: it is over, and the agent is what he was.</summary>
    private void EndUnanswered(PartyLeaving reason)
    {
        var (agent, prepared) = (State.Agent!.Value, State.NextConversation);
        _joining = null;
        Timers.CancelAll();
        Keep(new InteractionEnded(_id, EndingOf(reason), _services.Now), () =>
        {
            TellAgent(new CallTaken(agent, _id, CallTakenReason.NotReached) { Failed = FailureOf(reason) });
            Dissolve(prepared);
            Close();
        });
    }

    /// <summary>The last colleague is gone, or never came.</summary>
    private void EndInternal(Party? party, PartyLeaving reason, bool isLegGone)
    {
        if (State.Segment > 0)
        {
            End(InteractionEnding.AgentHungUp, hangUp: null);
            return;
        }

        var (agent, leg, wasMuted) = (State.Agent!.Value, OwnerLeg, State.IsAgentMuted);
        Timers.CancelAll();
        Keep(new InteractionEnded(_id, EndingOf(reason), _services.Now), () =>
        {
            if (leg is { } his)
            {
                Open(his, wasMuted);
            }

            if (party is not null)
            {
                Release(party, reason, isLegGone);
            }

            TellAgent(new CallTaken(agent, _id, CallTakenReason.NotReached) { Failed = FailureOf(reason) });
            Close();
        });
    }

    /// <summary>What his page tells him; null when he gave it up himself.</summary>
    private FailedDialView? FailureOf(PartyLeaving reason) => reason == PartyLeaving.HungUp
        ? null
        : new FailedDialView(
            _id,
            KindOf(State),
            State.Outbound is { } outbound
                ? new CallTarget.Number(outbound.Number.E164)
                : State.Attempt?.Target ?? State.Parties[0].Target,
            reason,
            _services.Now);

    private static InteractionEnding EndingOf(PartyLeaving reason) => reason switch
    {
        PartyLeaving.HungUp or PartyLeaving.Removed or PartyLeaving.CallEnded => InteractionEnding.GivenUp,
        PartyLeaving.NoAnswer => InteractionEnding.NotAnswered,
        PartyLeaving.Busy => InteractionEnding.Busy,
        PartyLeaving.Refused => InteractionEnding.Refused,
        _ => InteractionEnding.Unreachable,
    };

    private TimeSpan WrapUpForOf(QueueEntry? queue) =>
        queue?.Rule.WrapUpFor
        ?? (_state is { Internal: null, Voicemail: null, Outbound: not null }
            ? TimeSpan.FromSeconds(_plan.Rules.Settings.OutboundWrapUpSeconds)
            : TimeSpan.Zero);
}
