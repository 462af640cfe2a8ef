using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// From the router's choice to the talk: offer, ring, answer, or the head of the queue again.
public sealed partial class InteractionActor
{
    private const string RingTimer = "ring";

    private Joining? _joining;
    private AgentChosen? _chosenEarly;

    private void ReceiveOffer()
    {
        Command<AgentChosen>(OnAgentChosen);
        Command<RefuseOffer>(OnRefuseOffer);
        Command<RangOut>(_ => OnRangOut());
        Command<AnswerCaller>(OnAnswerCaller);
        Command<Joined>(OnJoined);
        Command<JoinFailed>(OnJoinFailed);
    }

    private void OnAgentChosen(AgentChosen chosen)
    {
        if (State is { HasCaller: false, CallbackDueAt: { } due } && due > _services.Now)
        {
            chosen.Recipient.Tell(AnnounceAvailability.Instance, Self); // He is called later.
            return;
        }

        if (_former is { } former && chosen.Reason.Grounds?.Queue == former.Rule.Queue)
        {
            chosen.Recipient.Tell(AnnounceAvailability.Instance, Self); // He is leaving that queue.
            return;
        }

        if (State.Stage < InteractionStage.Queued || _former is not null)
        {
            _chosenEarly = chosen; // His place in the queue is written with the offer.
            return;
        }

        if (State.Stage != InteractionStage.Queued)
        {
            chosen.Recipient.Tell(AnnounceAvailability.Instance, Self); // The caller left meanwhile: the agent is free.
            return;
        }

        Offer(chosen, [], () => { });
    }

    /// <param name="chosen">Whom the router found.</param>
    /// <param name="before">What happened just before and is not written yet.</param>
    /// <param name="then">What else is to be done when all is written, after the agent is told.</param>
    private void Offer(AgentChosen chosen, IReadOnlyList<IInteractionEvent> before, Action then)
    {
        var now = _services.Now;
        var waiting = before.Aggregate(_state, StateAfter)!;
        var offered = new InteractionOffered(_id, chosen.Agent, chosen.Reason, now + Queue.RingFor, now)
        {
            ScreenPopUrl = ScreenPopOf(waiting),
        };
        IReadOnlyList<IInteractionEvent> happenings = [.. before, offered];
        var after = happenings.Aggregate(_state, StateAfter)!;
        // Both write at the same time, so that one commit holds both. His answer waits until ours is kept; an agent who
        // finds himself reserved for an offer that never was kept is set free when he asks for it (ClaimInteraction).
        TellAgent(new OfferInteraction(chosen.Agent, View(after), offered.AnswerBy)
        {
            IsPicked = chosen.Reason.Grounds?.Personal == PreferredAgent.Picked,
        });
        // Only a saving of time: joining makes the meeting place itself when this was lost.
        InBackground("prepare join", _services.Pbx.PrepareJoinAsync(after.NextConversation, NoCancellation));
        Keep(happenings, () =>
        {
            RingUntil(offered.AnswerBy);
            then();
        });
    }

    // His page has counted since the offer was made, not since it was kept.
    private void RingUntil(DateTimeOffset answerBy)
    {
        var left = answerBy - _services.Now;
        if (left > TimeSpan.Zero)
        {
            Timers.StartSingleTimer(RingTimer, RangOut.Instance, left);
        }
        else
        {
            Self.Tell(RangOut.Instance, Self);
        }
    }

    private void OnRangOut()
    {
        if (_joining is null)
        {
            EndOffer(OfferEnding.NoAnswer); // Otherwise he has answered just before.
        }
    }

    private void OnRefuseOffer(RefuseOffer refused)
    {
        if (State.Stage == InteractionStage.Offered && IsInHandOf(refused.Agent) && _joining is null)
        {
            EndOffer(OfferEnding.AgentUnavailable);
        }
        else if (State.Stage == InteractionStage.Dialling && IsInHandOf(refused.Agent))
        {
            GiveUpDialling();
        }
    }

    /// <summary>
    /// The caller goes back to the head of his queue: he keeps the time at which he was first queued.
    /// </summary>
    /// <param name="ending">Why.</param>
    /// <param name="musicAnew">His music may be over, or was never begun.</param>
    private void EndOffer(OfferEnding ending, bool musicAnew = false)
    {
        Timers.Cancel(RingTimer);
        if (State.Stage != InteractionStage.Offered || State.Agent is not { } agent)
        {
            return;
        }

        var prepared = State.NextConversation;
        Keep(new OfferEnded(_id, agent, ending, _services.Now), () =>
        {
            TellAgent(new CallTaken(agent, _id, TakenBecause[ending]));
            Dissolve(prepared);
            if (musicAnew && _answered)
            {
                PlayWaitingMusic();
            }

            Enqueue();
        });
    }

    private void OnAnswerCaller(AnswerCaller answer)
    {
        if (_state?.Stage != InteractionStage.Offered || !IsInHandOf(answer.Agent))
        {
            Reply(Sender, AgentRefusal.NotYours);
            return;
        }

        if (_joining is not null)
        {
            Reply(Sender, AgentRefusal.WrongState);
            return;
        }

        if (IsCallback && !State.HasCaller)
        {
            DialBack(answer);
            return;
        }

        Timers.Cancel(RingTimer);
        if (State.Voicemail is not null)
        {
            KeepJoined(new Joining(JoinPurpose.Connect, State.NextConversation, answer.AgentLeg, Sender));
            return;
        }

        BeginJoin(JoinPurpose.Connect, answer.AgentLeg, Sender);
    }

    private void BeginJoin(JoinPurpose purpose, LegId agentLeg, IActorRef asker)
    {
        (_hasMetNobody, _ownerLeg) = (false, null);
        _joining = new Joining(purpose, State.NextConversation, agentLeg, asker);
        if (_answered)
        {
            Join(_joining); // Otherwise as soon as the PBX has answered the caller.
        }
    }

    private void JoinNow(Joining joining) =>
        _services.Pbx.JoinAsync(joining.Conversation, State.Caller, joining.AgentLeg, NoCancellation).PipeTo(
            Self,
            success: outcome => new Joined(joining, outcome),
            failure: error => new JoinFailed(joining, error));

    private void OnJoined(Joined joined)
    {
        var (joining, outcome) = joined;
        if (!ReferenceEquals(_joining, joining))
        {
            Reply(joining.Asker, AgentRefusal.NotYours); // Hung up, or lost his audio, while the two were being joined.
            DissolveUnused(joining.Conversation);
            HearMusicAgain();
            return;
        }

        _joining = null;
        switch (outcome)
        {
            case LegOutcome.Gone gone when gone.Leg == State.Caller:
                Reply(joining.Asker, AgentRefusal.NotYours);
                CallerLeft();
                break;
            case LegOutcome.Gone:
                Reply(joining.Asker, AgentRefusal.NoAudio);
                OnAgentLegMissing(joining);
                break;
            default:
                KeepJoined(joining);
                break;
        }
    }

    // After a gap the same joining may have been asked for twice: the second needs the room of the first.
    private void DissolveUnused(ConversationId conversation)
    {
        if (conversation != _joining?.Conversation && conversation != State.Conversation)
        {
            Dissolve(conversation);
        }
    }

    /// <summary>A joining that came too late has ended what he heard.</summary>
    private void HearMusicAgain()
    {
        if (_joining is not null)
        {
            return; // Somebody else is coming.
        }

        if (State is { Stage: InteractionStage.Connected, AudioLostSince: not null })
        {
            PlaySoftMusic();
        }
        else if (State.Stage is InteractionStage.Queued or InteractionStage.Offered or InteractionStage.Held)
        {
            PlayWaitingMusic();
        }
    }

    private void KeepJoined(Joining joining)
    {
        var (now, agent, segment) = (_services.Now, State.Agent!.Value, joining.Conversation.Segment);
        IInteractionEvent joined = joining.Purpose switch
        {
            JoinPurpose.Connect => new InteractionConnected(_id, agent, joining.AgentLeg, segment, now),
            JoinPurpose.Resume => new InteractionResumed(_id, segment, now),
            JoinPurpose.Restore => new AgentAudioRestored(_id, agent, joining.AgentLeg, segment, now),
            _ => throw new NotSupportedException(joining.Purpose.ToString()),
        };
        var left = State.Conversation;
        Keep(joined, () =>
        {
            InformAgent();
            Reply(joining.Asker);
            Timers.Cancel(AnnouncementTimer);
            TellQueue(queue => new LeaveQueue(queue, _id, _told));
            _told = null;
            if (left.Segment > 0)
            {
                Dissolve(left);
            }
        });
    }

    private void OnJoinFailed(JoinFailed failed)
    {
        _services.Log.StepFailed(_id, "join", failed.Cause);
        Reply(failed.Joining.Asker, AgentRefusal.PbxUnavailable);
        if (!ReferenceEquals(_joining, failed.Joining))
        {
            return;
        }

        _joining = null;
        if (State.Stage == InteractionStage.Offered)
        {
            EndOffer(OfferEnding.AgentUnavailable, musicAnew: true);
        }
        else if (State.Stage == InteractionStage.Dialling)
        {
            GiveUpDialling();
        }
        else if (failed.Joining.Purpose == JoinPurpose.Restore)
        {
            StartAudioGoneTimer(); // Another leg may come, or another agent.
        }
    }

    private void OnAgentLegMissing(Joining joining)
    {
        if (State.Stage == InteractionStage.Dialling)
        {
            GiveUpDialling();
        }
        else if (joining.Purpose == JoinPurpose.Connect)
        {
            EndOffer(OfferEnding.AudioFailed, musicAnew: true);
        }
        else
        {
            LoseAgentAudio();
        }
    }

    private void Dissolve(ConversationId conversation) =>
        InBackground("dissolve", _services.Pbx.DissolveAsync(conversation, NoCancellation));

    private static readonly Dictionary<OfferEnding, CallTakenReason> TakenBecause = new()
    {
        [OfferEnding.NoAnswer] = CallTakenReason.NoAnswer,
        [OfferEnding.AgentUnavailable] = CallTakenReason.Withdrawn,
        [OfferEnding.AudioFailed] = CallTakenReason.AudioFailed,
    };

    private enum JoinPurpose
    {
        Connect,
        Resume,
        Restore,
    }

    private sealed record Joining(JoinPurpose Purpose, ConversationId Conversation, LegId AgentLeg, IActorRef Asker);

    private sealed record Joined(Joining Joining, LegOutcome Outcome);

    private sealed record JoinFailed(Joining Joining, Exception Cause);

    private sealed record RangOut
    {
        public static RangOut Instance { get; } = new();
    }
}
