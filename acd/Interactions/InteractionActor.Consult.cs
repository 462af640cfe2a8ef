using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// The steps of a consultation and of a conference, and hanging up in them.
public sealed partial class InteractionActor
{
    private void OnStep(StepInTalk step)
    {
        if (!IsInHandOf(step.Agent))
        {
            Reply(Sender, AgentRefusal.NotYours);
            return;
        }

        if (IsBusy || !MayStep(step.Step))
        {
            Reply(Sender, AgentRefusal.WrongState);
            return;
        }

        _ownerLeg = step.AgentLeg;
        switch (step.Step)
        {
            case PartyStep.Swap:
                var isClientHeld = State.HeldSince is null;
                KeepStep(Arrangement.Swap, new PartiesSwapped(_id, isClientHeld, State.Segment + 1, _services.Now));
                break;
            case PartyStep.Merge:
                KeepStep(Arrangement.Join, new ConferenceStarted(_id, _services.Now));
                break;
            case PartyStep.Complete:
                var asker = Sender;
                HandOver([], State.Parties[0], State.Segment + 1, () => Reply(asker));
                break;
            case PartyStep.Cancel:
                Reply(Sender);
                LoseParty(State.Parties[0], PartyLeaving.Removed, isLegGone: false);
                break;
            case PartyStep.Leave:
                asker = Sender;
                HandOver([], Successor()!, State.Segment, () => Reply(asker));
                break;
            default:
                throw new NotSupportedException(step.Step.ToString());
        }
    }

    private bool MayStep(PartyStep step) => State.AudioLostSince is null && step switch
    {
        PartyStep.Swap or PartyStep.Merge or PartyStep.Complete =>
            State is
            {
                Stage: InteractionStage.Consulting, Parties: [{ State: PartyState.Talking or PartyState.Held }],
            },
        PartyStep.Cancel => State is
        {
            Stage: InteractionStage.Consulting or InteractionStage.Transferring, Parties: [_],
        },
        PartyStep.Leave => State.Stage == InteractionStage.Conference && Successor() is not null,
        _ => throw new NotSupportedException(step.ToString()),
    };

    private void KeepStep(Arrangement arrangement, IInteractionEvent happening)
    {
        var asker = Sender;
        Keep(happening, () =>
        {
            Reply(asker);
            Arrange(arrangement);
            InformAgent();
        });
    }

    // While he waits for somebody, or asks him, hanging up means him; in a conference it means the interaction.
    private void OnHangUpShared(EndTalk end)
    {
        if (_transfer is not null)
        {
            Reply(Sender, AgentRefusal.WrongState); // The queue answers in a moment.
            return;
        }

        Reply(Sender);
        if (State.Stage != InteractionStage.Conference && State.Parties is [var party])
        {
            LoseParty(party, PartyLeaving.Removed, isLegGone: false);
        }
        else if (State.Internal is not null && !State.Parties.Any(other => other.IsIn))
        {
            EndInternal(State.Parties.FirstOrDefault(), PartyLeaving.HungUp, isLegGone: false);
        }
        else
        {
            End(InteractionEnding.AgentHungUp, State.HasCaller ? HangUpReason.Normal : null);
        }
    }

    private void OnHangUpAsParty(EndTalk end)
    {
        Reply(Sender);
        LoseParty(end.Agent, PartyLeaving.HungUp);
    }

    /// <summary>Digits go to whoever outside the agent talks with; null: nobody is.</summary>
    private LegId? DigitsTo => State.Stage switch
    {
        InteractionStage.Consulting when State.HeldSince is not null =>
            State.Parties is [{ Agent: null, IsTalking: true } outside] ? outside.Leg : null,
        _ => State.HasCaller ? State.Caller : null,
    };
}
