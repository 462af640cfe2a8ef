using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Supervisors in the talk: let in, heard by others than before, let out. They hear through the agent's leg, so they
// follow it into every segment; a new leg is tapped anew.
public sealed partial class InteractionActor
{
    private const int SupervisorsMax = 5;

    // Live: after a restart nobody listens, and the PBX has ended what there was.
    private readonly Dictionary<AgentId, TalkSupervisor> _supervisors = [];

    private void ReceiveSupervision()
    {
        Command<SuperviseTalk>(OnSuperviseTalk);
        Command<TalkTapped>(OnTalkTapped);
        Command<TapFailed>(OnTapFailed);
        Command<ShowListener>(OnShowListener);
        Command<LeaveTalk>(OnLeaveTalk);
    }

    private bool HasAudibleTalk =>
        _state is { Voicemail: null, AudioLostSince: null } && HasAgentInTalk && OwnerLeg is not null;

    private bool HasAgentInTalk => _state is { } state && InteractionLifecycle.HasAgentInTalk(state.Stage);

    private CallSupervisor? SupervisorInTalk => (
        from one in _supervisors.Values
        where one.Standing is not null && one.IsSeen
        orderby one.Standing!.Mode descending
        select new CallSupervisor(one.Name, one.Standing!.Mode)).FirstOrDefault();

    private void OnSuperviseTalk(SuperviseTalk wish)
    {
        var former = _supervisors.GetValueOrDefault(wish.Agent);
        var isFull = former is null && _supervisors.Count >= SupervisorsMax;
        if (!HasAudibleTalk || IsInHandOf(wish.Agent) || isFull)
        {
            Reply(Sender, AgentRefusal.WrongState);
            return;
        }

        var tap = new Tap(SupervisionId.New(), OwnerLeg!.Value, wish.Mode);
        _supervisors[wish.Agent] = new TalkSupervisor(
            wish.Name, wish.Leg, wish.IsUnseen, _services.Now, former?.Standing, tap);
        MakeTap(wish.Agent, tap, Sender);
    }

    private void MakeTap(AgentId supervisor, Tap tap, IActorRef asker)
    {
        var leg = _supervisors[supervisor].Leg;
        _services.Pbx.SuperviseAsync(tap.Id, leg, tap.AgentLeg, tap.Mode, NoCancellation).PipeTo(
            Self,
            success: outcome => new TalkTapped(supervisor, tap, asker, outcome),
            failure: error => new TapFailed(supervisor, tap, asker, error));
    }

    private void OnTalkTapped(TalkTapped tapped)
    {
        var (who, tap, asker, outcome) = tapped;
        if (!_supervisors.TryGetValue(who, out var supervisor) || supervisor.Wanted != tap)
        {
            EndTap(tap); // He has left, or wants something else, meanwhile.
            Reply(asker, AgentRefusal.WrongState);
            return;
        }

        if (outcome is LegOutcome.Gone || !HasAudibleTalk)
        {
            GiveUpTap(who, tap);
            Reply(asker, AgentRefusal.NoAudio);
            return;
        }

        if (supervisor.Standing is { } former)
        {
            EndTap(former);
        }

        var standing = _supervisors[who] = supervisor with { Standing = tap, Wanted = null };
        if (supervisor.Standing?.Mode == tap.Mode)
        {
            Reply(asker); // As before, with the agent's new leg; or he has come for help, where he was already.
            InformAgent();
            return;
        }

        KeepSupervised(who, standing, () =>
        {
            Reply(asker);
            InformAgent();
        });
    }

    private void KeepSupervised(AgentId who, TalkSupervisor supervisor, Action then)
    {
        var (agent, mode) = (State.Agent!.Value, supervisor.Standing!.Mode);
        Keep(new TalkSupervised(_id, who, agent, mode, _services.Now) { IsSeen = supervisor.IsSeen }, then);
    }

    private void OnShowListener(ShowListener show)
    {
        if (!_supervisors.TryGetValue(show.Agent, out var supervisor))
        {
            return;
        }

        var changed = _supervisors[show.Agent] = supervisor with { IsUnseen = show.IsUnseen };
        if (changed.Standing is not null && changed.IsSeen != supervisor.IsSeen && HasAgentInTalk)
        {
            KeepSupervised(show.Agent, changed, InformAgent);
        }
    }

    private void OnTapFailed(TapFailed failed)
    {
        _services.Log.StepFailed(_id, "supervise", failed.Cause);
        GiveUpTap(failed.Supervisor, failed.Tap);
        Reply(failed.Asker, AgentRefusal.PbxUnavailable);
    }

    // Whoever was in the talk before stays in it as he was; one whose tap is gone with the agent's leg is let out.
    private void GiveUpTap(AgentId who, Tap tap)
    {
        EndTap(tap);
        if (!_supervisors.TryGetValue(who, out var supervisor) || supervisor.Wanted != tap)
        {
            return;
        }

        if (supervisor.Standing is { } standing && standing.Mode != tap.Mode)
        {
            _supervisors[who] = supervisor with { Wanted = null };
            return;
        }

        _supervisors.Remove(who);
        LetOut(supervisor);
        TellAgent(new SupervisionEnded(who, _id));
        KeepLeft(who, supervisor);
    }

    private void OnLeaveTalk(LeaveTalk leave)
    {
        if (!_supervisors.Remove(leave.Agent, out var supervisor))
        {
            return;
        }

        LetOut(supervisor);
        KeepLeft(leave.Agent, supervisor);
    }

    private void KeepLeft(AgentId who, TalkSupervisor supervisor)
    {
        if (supervisor.Standing is not null && HasAgentInTalk)
        {
            Keep(new TalkUnsupervised(_id, who, _services.Now), InformAgent);
        }
    }

    /// <summary>At every move: whoever listens goes with the agent's leg, and no further than the talk.</summary>
    private void FollowTalk(InteractionState? before, InteractionState after)
    {
        if (_supervisors.Count == 0 || before is null)
        {
            return;
        }

        if (after.Agent != before.Agent || !HasAgentInTalk)
        {
            LetAllOut();
        }
        else
        {
            FollowLeg();
        }
    }

    /// <summary>The agent may have another leg since.</summary>
    private void FollowLeg() => TapAnew(tap => tap.AgentLeg != OwnerLeg);

    private void TapAnew(Func<Tap, bool> isGone)
    {
        foreach (var (who, supervisor) in _supervisors.ToList())
        {
            if (HasAudibleTalk && supervisor.Standing is { } standing && isGone(supervisor.Wanted ?? standing))
            {
                var tap = new Tap(SupervisionId.New(), OwnerLeg!.Value, standing.Mode);
                _supervisors[who] = supervisor with { Wanted = tap };
                MakeTap(who, tap, ActorRefs.Nobody);
            }
        }
    }

    private void LetAllOut()
    {
        foreach (var (supervisor, one) in _supervisors)
        {
            LetOut(one);
            TellAgent(new SupervisionEnded(supervisor, _id));
        }

        _supervisors.Clear();
    }

    // His leg is his own agent actor's, who parks it.
    private void LetOut(TalkSupervisor supervisor)
    {
        foreach (var tap in new[] { supervisor.Standing, supervisor.Wanted }.OfType<Tap>())
        {
            EndTap(tap);
        }
    }

    private void EndTap(Tap tap) =>
        InBackground("end supervision", _services.Pbx.EndSupervisionAsync(tap.Id, NoCancellation));

    private void InformSupervisors()
    {
        foreach (var (who, supervisor) in _supervisors)
        {
            if (supervisor.Standing is { } tap && State.Agent is { } agent)
            {
                TellAgent(new SupervisionChanged(who, new SupervisionView(_id, agent, tap.Mode, View())));
            }
        }
    }

    private sealed record Tap(SupervisionId Id, LegId AgentLeg, SupervisionMode Mode);

    /// <param name="Name">The supervisor's name.</param>
    /// <param name="Leg">His audio leg.</param>
    /// <param name="IsUnseen">While he only listens, the agent is not to see it.</param>
    /// <param name="AskedAt">When he asked for it last.</param>
    /// <param name="Standing">What he hears through; null before the PBX has carried out his first wish.</param>
    /// <param name="Wanted">What the PBX is making; null for nothing.</param>
    private sealed record TalkSupervisor(
        string Name, LegId Leg, bool IsUnseen, DateTimeOffset AskedAt, Tap? Standing, Tap? Wanted)
    {
        public bool IsSeen => !IsUnseen || Standing is { Mode: not SupervisionMode.Listen };
    }

    private sealed record TalkTapped(AgentId Supervisor, Tap Tap, IActorRef Asker, LegOutcome Outcome);

    private sealed record TapFailed(AgentId Supervisor, Tap Tap, IActorRef Asker, Exception Cause);
}
