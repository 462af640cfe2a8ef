using CrmUms.Acd.Interactions;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// Calls that the agent makes himself, and bringing others into the one in hand. Whoever calls is reserved at once.
public sealed partial class AgentActor
{
    private FailedDialView? _failedDial; // The last call that he made in vain.

    private void ReceiveOutbound()
    {
        Command<DialNumber>(OnDialNumber);
        Command<GetShownNumber>(OnGetShownNumber);
        Command<CallColleague>(OnCallColleague);
        Command<InviteParty>(OnInviteParty);
        Command<StepWithParties>(step => Wish(
            step.Interaction, leg => new StepInTalk(step.Interaction, Id, leg, step.Step)));
        Command<MuteParty>(mute => Wish(
            mute.Interaction, _ => new MuteInTalk(mute.Interaction, Id, mute.Party, mute.Muted)));
        Command<RemoveParty>(remove => Wish(
            remove.Interaction, _ => new RemoveFromTalk(remove.Interaction, Id, remove.Party)));
    }

    private void OnDialNumber(DialNumber dial)
    {
        if (CallableNumbers.Refusal(dial.Number, _rules, _services, out var number) is { } refusal)
        {
            Reply(refusal);
            return;
        }

        PlaceCall((interaction, leg) => new PlaceOutboundCall(
            interaction, Id, leg, number!.Value, CallerIds.For(_rules, Id, number.Value.E164, queue: "")));
    }

    // As OnDialNumber would choose it: what is said before is what is done then.
    private void OnGetShownNumber(GetShownNumber get) => Sender.Tell(
        CallableNumbers.Refusal(get.Number, _rules, _services, out var number) is { } refusal
            ? new ShownNumber(null, refusal)
            : new ShownNumber(CallerIds.For(_rules, Id, number!.Value.E164, queue: ""), null));

    private void OnCallColleague(CallColleague call) =>
        PlaceCall((interaction, leg) => new PlaceInternalCall(interaction, Id, leg, call.Other));

    // Rules of now: the interaction works by those of its beginning.
    private void OnInviteParty(InviteParty invite)
    {
        var target = invite.Target;
        if (target is CallTarget.Number typed)
        {
            if (CallableNumbers.Refusal(typed.Text, _rules, _services, out var number) is { } refusal)
            {
                Reply(refusal);
                return;
            }

            target = new CallTarget.Number(number!.Value.E164);
        }

        var shown = target is CallTarget.Number { Text: var called }
            ? CallerIds.For(_rules, Id, called, _call?.Queue.Value ?? "")
            : null;
        Wish(invite.Interaction, leg => new InviteToTalk(
            invite.Interaction, Id, leg, invite.Purpose, target, shown, invite.Note));
    }

    private void PlaceCall(Func<InteractionId, LegId, object> place)
    {
        if (_state.Status == AgentStatus.SignedOut)
        {
            Reply(AgentRefusal.SignedOut);
        }
        else if (_state.Status is not (AgentStatus.Ready or AgentStatus.NotReady))
        {
            Reply(AgentRefusal.WrongState);
        }
        else if (_leg is not { } leg || _audio != AudioStatus.Open)
        {
            Reply(AgentRefusal.NoAudio);
        }
        else if (!_microphoneWorks)
        {
            Reply(AgentRefusal.NoMicrophone);
        }
        else
        {
            var interaction = new InteractionId(Guid.CreateVersion7(_services.Now));
            Keep(new AgentStartedCall(Id, interaction, _services.Now), () =>
            {
                (_failedDial, _endedTalk) = (null, null);
                LeaveSupervision(); // His leg cannot be in two talks.
                _interactions.Tell(place(interaction, leg), Self);
                Reply();
            });
        }
    }
}
