using CrmUms.Acd.Agents;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// The interaction changes hands: to an agent, to those outside, to a queue or a skill. Who had it wraps up; his result
// is kept and ends nothing.
public sealed partial class InteractionActor
{
    private const string LineTimer = "line";
    private static readonly TimeSpan LineWithin = TimeSpan.FromSeconds(10); // The queue answers at once, or is gone.

    private readonly List<AgentId> _formerClaims = [];
    private LineTransfer? _transfer; // Until the queue has taken the client, or has not.

    private void ReceiveTransfers()
    {
        Command<EnqueueOutcome>(OnTransferOutcome, _ => _transfer is not null);
        Command<AgentChosen>(chosen => _chosenEarly = chosen, _ => _transfer is not null);
        Command<TransferPlaceKnown>(OnTransferPlaceKnown);
        Command<LineSilent>(_ => FailTransfer(PartyLeaving.NoAgents), _ => _transfer is not null);
        Command<RecordResult>(OnFormerResult, record => IsFormer(record.Agent));
        Command<ClaimInteraction>(
            OnFormerClaim, claim => IsFormer(claim.Agent) && _state is { Stage: not InteractionStage.Closed });
    }

    // How long he wraps up is known with the rules, which come with the comparison after a restart.
    private void OnFormerClaim(ClaimInteraction claim)
    {
        if (ReferenceEquals(_plan, NumberPlan.Empty))
        {
            _formerClaims.Add(claim.Agent);
        }
        else
        {
            TellFormer(claim.Agent);
        }
    }

    private void AnswerFormerClaims()
    {
        _formerClaims.ForEach(TellFormer);
        _formerClaims.Clear();
    }

    private void TellFormer(AgentId former) =>
        TellAgent(new TalkEnded(former, ClosingViewFor(former), WrapUpFor));

    private bool IsFormer(AgentId agent) =>
        _state is { } state && state.Agent != agent && state.Former.ContainsKey(agent);

    /// <summary>Of those who are in, the agent who can take it over, or else somebody outside.</summary>
    private Party? Successor()
    {
        var talking = State.Parties.Where(party => party.IsTalking).ToList();
        var outside = talking.Find(party => party.Agent is null);
        var others = talking.Count + (State.HasCaller ? 1 : 0);
        return others < 2 ? null : talking.Find(party => party.Agent is not null) ?? outside;
    }

    /// <param name="before">What happened just before and is not written yet.</param>
    /// <param name="next">Whose it is from now on.</param>
    /// <param name="segment">In which talk.</param>
    /// <param name="then">What follows when it is written.</param>
    /// <param name="taken">Null: who had it wraps up. Otherwise why he does not.</param>
    private void HandOver(
        IReadOnlyList<IInteractionEvent> before,
        Party next,
        int segment,
        Action then,
        CallTakenReason? taken = null)
    {
        var (state, from, now) = (State, State.Agent!.Value, _services.Now);
        List<IInteractionEvent> happenings = [.. before];
        if (next.Agent is { } to)
        {
            happenings.Add(new InteractionHandedOver(_id, from, to, segment, now));
            if (state is { Stage: InteractionStage.Conference, Parties.Count: 1 })
            {
                happenings.Add(new ConferenceEnded(_id, now));
            }
        }
        else
        {
            // Nobody is there any more who could let them in, or wait for them.
            happenings.AddRange(Absent(next).Select(
                party => new PartyLeft(_id, party.Id, PartyLeaving.CallEnded, now)));
            happenings.Add(new InteractionHandedOutside(_id, from, segment, now));
        }

        var (leg, wasMuted, silenced) = (OwnerLeg, State.IsAgentMuted, SilencedLegs());
        var absent = next.Agent is null ? Absent(next) : [];
        Timers.Cancel(AudioGoneTimer);
        Keep(happenings, () =>
        {
            _ownerLeg = null;
            then();
            AfterArranging(() =>
            {
                Open(silenced);
                absent.ForEach(party => Release(party, PartyLeaving.CallEnded, isLegGone: false));
                Arrange(Arrangement.HandOver);
                AfterArranging(() => ReleaseFormer(from, leg, wasMuted, taken, WrapUpFor));
                InformAgent();
            });
        });
    }

    private List<Party> Absent(Party next) =>
        [.. State.Parties.Where(party => party.Id != next.Id && !party.IsTalking)];

    private void ReleaseFormer(
        AgentId from, LegId? leg, bool wasMuted, CallTakenReason? taken, TimeSpan wrapUpFor)
    {
        if (leg is { } his)
        {
            InBackground("park", _services.Pbx.ParkAsync(his, NoCancellation));
            Open(his, wasMuted);
        }

        TellAgent(taken is { } reason
            ? new CallTaken(from, _id, reason)
            : new TalkEnded(from, ClosingViewFor(from), wrapUpFor));
    }

    private void TransferToLine(InviteToTalk invite, IActorRef asker)
    {
        if (LineFor(invite.Target) is not { } entry)
        {
            Reply(asker, AgentRefusal.UnknownQueue);
            return;
        }

        var transfer = new LineTransfer(_entry, _asked);
        Keep([.. BeforeInvitation(invite)], () =>
        {
            Reply(asker);
            (_transfer, _entry, _asked) = (transfer, entry, (entry.Rule.Queue, WishOf(invite.Target)));
            TellQueue(WaitInLine);
            Timers.StartSingleTimer(LineTimer, LineSilent.Instance, LineWithin);
            Arrange(Arrangement.Hold);
            InformAgent();
        });
    }

    // A skill has no music, no hours and no limits: he waits in the queue that he came through, or else in the first.
    private QueueEntry? LineFor(CallTarget target) => target is CallTarget.Queue queue
        ? _plan.ByQueue(queue.Id)
        : _entry ?? _plan.ByQueue(_plan.Rules.All<QueueRule>()
            .FirstOrDefault(rule => rule.Channel == RoutingCapacity.Voice)?.Queue);

    private static SkillWish WishOf(CallTarget target) =>
        target is CallTarget.Skill skill ? SkillWish.Of(new SkillAsked(skill.Id, skill.Level)) : default;

    private EnqueueCaller WaitInLine(QueueId queue) => WishNow.IsAll
        ? WaitForSkill(queue)
        : new EnqueueCaller(queue, _id, State.QueuedAt, Priority)
        {
            IsNew = true,
            MayOverflow = false, // Elsewhere than he was sent: then rather back.
            WantsAgents = true,
        };

    // Whoever is meant for people with a skill is no newcomer of the queue in which he waits for them: it turns nobody
    // away, and whom its callers would like does not count.
    private EnqueueCaller WaitForSkill(QueueId queue) => new(queue, _id, State.QueuedAt ?? _services.Now, Priority)
    {
        MayOverflow = false,
        Preferred = Assigned is { } assigned ? [assigned] : [],
        Skills = WishNow.Skills,
        SkillsOnly = true,
    };

    private void OnTransferOutcome(EnqueueOutcome outcome)
    {
        switch (outcome)
        {
            case EnqueueOutcome.Waits waits:
                Self.Tell(new TransferPlaceKnown(waits.Since), Self); // Behind an agent who is chosen already.
                break;
            case EnqueueOutcome.Full:
                FailTransfer(PartyLeaving.QueueFull);
                break;
            case EnqueueOutcome.Closed:
                FailTransfer(PartyLeaving.QueueClosed);
                break;
            default:
                FailTransfer(PartyLeaving.NoAgents);
                break;
        }
    }

    private void OnTransferPlaceKnown(TransferPlaceKnown known)
    {
        if (_transfer is not { } transfer || State is not { Stage: InteractionStage.Transferring, Agent: { } from })
        {
            return; // The client has hung up.
        }

        var (now, leg, wasMuted) = (_services.Now, OwnerLeg, State.IsAgentMuted);
        var wrapUpFor = WrapUpForOf(transfer.Former);
        _transfer = null;
        Timers.Cancel(LineTimer);
        InteractionQueued queued = State.QueuedAt is null
            ? new(_id, Queue.Queue, known.Since)
            : new(_id, Queue.Queue, now, known.Since);
        queued = queued with { Skills = WishNow.Skills, SkillsOnly = WishNow.IsAll };
        IReadOnlyList<IInteractionEvent> happenings = [new InteractionHandedToQueue(_id, from, now), queued];
        Timers.Cancel(AudioGoneTimer);
        (_ownerLeg, _walkWasRead) = (null, false);
        if (_chosenEarly is { } chosen)
        {
            _chosenEarly = null;
            Offer(chosen, happenings, Handed);
        }
        else
        {
            Keep(happenings, () =>
            {
                StartWaiting();
                Handed();
            });
        }

        void Handed() => AfterArranging(() =>
        {
            PlayWaitingMusic();
            ReleaseFormer(from, leg, wasMuted, taken: null, wrapUpFor);
            DissolveRooms(except: null);
        });
    }

    /// <summary>He has not come in where he was to go: he is his agent's again.</summary>
    private void FailTransfer(PartyLeaving reason)
    {
        LeaveLine();
        var now = _services.Now;
        Keep([new TransferFailed(_id, reason, now), new InteractionResumed(_id, State.Segment + 1, now)], () =>
        {
            Arrange(Arrangement.Return);
            InformAgent();
        });
    }

    /// <summary>Of the queue to which he was to be handed nothing is wanted any more.</summary>
    private void LeaveLine()
    {
        if (_transfer is { } transfer)
        {
            Timers.Cancel(LineTimer);
            TellQueue(queue => new LeaveQueue(queue, _id));
            _chosenEarly?.Recipient.Tell(AnnounceAvailability.Instance, Self);
            (_transfer, _entry, _asked, _chosenEarly) = (null, transfer.Former, transfer.FormerlyAsked, null);
        }
    }

    private void OnFormerResult(RecordResult record)
    {
        if (State.Former[record.Agent])
        {
            Reply(Sender, AgentRefusal.WrongState);
            StopWhenClosed();
            return;
        }

        Keep(new HandOverResultRecorded(_id, record.Agent, record.Result, _services.Now), () =>
        {
            Reply(Sender);
            TellAgent(new ResultRecorded(record.Agent, _id));
            StopWhenClosed();
        });
    }

    /// <param name="Former">Where he was before.</param>
    /// <param name="FormerlyAsked">And what was asked for him there.</param>
    private sealed record LineTransfer(QueueEntry? Former, (QueueId Queue, SkillWish Wish)? FormerlyAsked);

    private sealed record LineSilent
    {
        public static LineSilent Instance { get; } = new();
    }

    private sealed record TransferPlaceKnown(DateTimeOffset Since);
}
