using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// A supervisor in somebody else's talk. It takes his audio leg, so that he is offered nobody meanwhile. Nothing of it
// is journalled here: the interaction writes down who was in its talk, and after a restart nobody is.
public sealed partial class AgentActor
{
    private static readonly TimeSpan SuperviseWithin = TimeSpan.FromSeconds(10); // Longer than the PBX may take.

    private InteractionId? _supervising; // Asked for, or standing.
    private bool _isUnseen; // As the interaction was told last.
    private SupervisionView? _supervision; // As the interaction says, once it stands.

    private bool ListensUnseen => _profile.MayListenUnseen && !_rules.Settings.AgentsSeeListeners;

    private void ReceiveSupervision()
    {
        Command<Supervise>(OnSupervise);
        Command<SuperviseAnswered>(OnSuperviseAnswered);
        Command<StopSupervising>(_ => OnStopSupervising());
        Command<SupervisionChanged>(OnSupervisionChanged);
        Command<SupervisionEnded>(OnSupervisionEnded);
        Command<TakeOver>(OnTakeOver);
        Command<TakeOverAnswered>(OnTakeOverAnswered);
    }

    private void OnSupervise(Supervise wish)
    {
        if (WhyNotSupervise() is { } refusal)
        {
            Reply(refusal);
            return;
        }

        if (_supervising is { } former && former != wish.Interaction)
        {
            _interactions.Tell(new LeaveTalk(former, Id), Self);
            _supervision = null;
        }

        (_supervising, _isUnseen) = (wish.Interaction, ListensUnseen);
        var asker = Sender;
        var talk = new SuperviseTalk(
            wish.Interaction, Id, _profile.DisplayName, _leg!.Value, wish.Mode, _isUnseen);
        _interactions.Ask<AgentReply>(talk, SuperviseWithin).PipeTo(
            Self,
            success: reply => new SuperviseAnswered(wish.Interaction, asker, reply),
            failure: _ => new SuperviseAnswered(
                wish.Interaction, asker, new AgentReply.Refused(AgentRefusal.PbxUnavailable)));
        Publish();
    }

    // His right or the rules may have changed while he listens.
    private void TellWhetherSeen()
    {
        if (_supervising is { } interaction && ListensUnseen != _isUnseen)
        {
            _isUnseen = ListensUnseen;
            _interactions.Tell(new ShowListener(interaction, Id, _isUnseen), Self);
        }
    }

    private AgentRefusal? WhyNotSupervise() =>
        !_profile.IsSupervisor ? AgentRefusal.NotAllowed
        : _state.Status == AgentStatus.SignedOut ? AgentRefusal.SignedOut
        : _state.Status is not (AgentStatus.Ready or AgentStatus.NotReady or AgentStatus.WrapUp)
            ? AgentRefusal.WrongState
        : _audio != AudioStatus.Open ? AgentRefusal.NoAudio
        : null;

    private void OnSuperviseAnswered(SuperviseAnswered answered)
    {
        answered.Asker.Tell(answered.Reply, Self);
        var standsAlready = _supervision?.Interaction == answered.Interaction; // Only the change of mode was refused.
        if (answered.Reply is AgentReply.Refused && _supervising == answered.Interaction && !standsAlready)
        {
            LeaveSupervision(); // It may have been carried out after all, too late.
        }
    }

    private void OnStopSupervising()
    {
        LeaveSupervision();
        Reply();
    }

    private void LeaveSupervision()
    {
        if (_supervising is { } interaction)
        {
            _interactions.Tell(new LeaveTalk(interaction, Id), Self);
            ForgetSupervision();
        }
    }

    // The leg is his: nobody else knows whether it is in another talk by now, or in this one as its agent's.
    private void ForgetSupervision()
    {
        (_supervising, _supervision) = (null, null);
        if (_leg is { } leg && _audio == AudioStatus.Open && _state.Status != AgentStatus.Reserved && !IsInTalk)
        {
            InBackground("park", _services.Pbx.ParkAsync(leg, CancellationToken.None));
        }

        Publish();
    }

    private void OnSupervisionChanged(SupervisionChanged changed)
    {
        if (changed.Supervision.Interaction == _supervising)
        {
            _supervision = changed.Supervision;
            Publish();
        }
    }

    private void OnSupervisionEnded(SupervisionEnded ended)
    {
        if (ended.Interaction == _supervising)
        {
            ForgetSupervision();
        }
    }

    private void OnTakeOver(TakeOver wish)
    {
        var refusal = WhyNotSupervise() ?? (_state.HasInteraction ? AgentRefusal.WrongState : null);
        if (refusal is not null)
        {
            Reply(refusal);
            return;
        }

        var (asker, leg) = (Sender, _leg!.Value);
        Keep(new AgentStartedCall(Id, wish.Interaction, _services.Now), () =>
        {
            if (_supervising != wish.Interaction)
            {
                LeaveSupervision(); // His leg cannot be in two talks.
            }

            _interactions.Ask<AgentReply>(new TakeOverTalk(wish.Interaction, Id, leg), SuperviseWithin).PipeTo(
                Self,
                success: reply => new TakeOverAnswered(wish.Interaction, asker, reply),
                failure: _ => new TakeOverAnswered(wish.Interaction, asker, null));
        });
    }

    private void OnTakeOverAnswered(TakeOverAnswered answered)
    {
        answered.Asker.Tell(answered.Reply ?? new AgentReply.Refused(AgentRefusal.PbxUnavailable), Self);
        if (_state.Status != AgentStatus.Reserved || _state.Interaction != answered.Interaction)
        {
            return;
        }

        if (answered.Reply is AgentReply.Refused)
        {
            BecomeIdle(reason: null);
        }
        else if (answered.Reply is null)
        {
            _interactions.Tell(new ClaimInteraction(answered.Interaction, Id), Self); // It may be his after all.
        }
    }

    private sealed record TakeOverAnswered(InteractionId Interaction, IActorRef Asker, AgentReply? Reply);

    private sealed record SuperviseAnswered(InteractionId Interaction, IActorRef Asker, AgentReply Reply);
}
