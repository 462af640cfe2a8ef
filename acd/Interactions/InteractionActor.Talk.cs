using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Interactions;

// The talk: hold and resume, digits, hang up, and an agent whose audio is lost and comes back.
public sealed partial class InteractionActor
{
    private const string AudioGoneTimer = "audio-gone";

    private void ReceiveTalk()
    {
        Command<HoldTalk>(OnHoldTalk);
        Command<HoldStarted>(OnHoldStarted);
        Command<ResumeTalk>(OnResumeTalk);
        Command<SendTalkDigits>(OnSendTalkDigits);
        Command<WishCarriedOut>(OnWishCarriedOut);
        Command<WishFailed>(OnWishFailed);
        Command<EndTalk>(OnEndTalk);
        Command<AgentAudioGone>(OnAgentAudioGone);
        Command<AgentAudioBack>(OnAgentAudioBack);
        Command<AudioGoneTooLong>(_ => GiveUpAgent());
    }

    private void OnHoldTalk(HoldTalk hold)
    {
        if (Refuses(hold, InteractionStage.Connected))
        {
            return;
        }

        var asker = Sender;
        _services
            .Pbx.PlayMusicAsync(State.Caller, Music, NoCancellation)
            .PipeTo(
                Self,
                success: outcome => new HoldStarted(asker, outcome),
                failure: error => new WishFailed(asker, "hold", error)
            );
    }

    private void OnHoldStarted(HoldStarted held)
    {
        var isTalking = State is { Stage: InteractionStage.Connected, AudioLostSince: null };
        if (!OnLegOutcome(held.Outcome) || !isTalking)
        {
            Reply(held.Asker, AgentRefusal.NotYours);
            return;
        }

        Keep(
            new InteractionHeld(_id, _services.Now),
            () =>
            {
                InformAgent();
                Reply(held.Asker);
            }
        );
    }

    private void OnResumeTalk(ResumeTalk resume)
    {
        if (!Refuses(resume, InteractionStage.Held))
        {
            BeginJoin(JoinPurpose.Resume, resume.AgentLeg, Sender);
        }
    }

    private void OnSendTalkDigits(SendTalkDigits send)
    {
        if (Refuses(send, InteractionStage.Connected, InteractionStage.Consulting, InteractionStage.Conference))
        {
            return;
        }

        if (DigitsTo is not { } leg)
        {
            Reply(Sender, AgentRefusal.WrongState);
            return;
        }

        var asker = Sender;
        _services
            .Pbx.SendDigitsAsync(leg, send.Digits, NoCancellation)
            .PipeTo(
                Self,
                success: outcome => new WishCarriedOut(asker, outcome),
                failure: error => new WishFailed(asker, "digits", error)
            );
    }

    private void OnWishCarriedOut(WishCarriedOut done)
    {
        var isOfParty = done.Outcome is LegOutcome.Gone gone && IsPartyLeg(gone.Leg); // Its end is told by itself.
        Reply(done.Asker, !isOfParty && OnLegOutcome(done.Outcome) ? null : AgentRefusal.NotYours);
    }

    private void OnWishFailed(WishFailed failed)
    {
        _services.Log.StepFailed(_id, failed.Wish, failed.Cause);
        Reply(failed.Asker, AgentRefusal.PbxUnavailable);
    }

    private void OnEndTalk(EndTalk end)
    {
        if (State.Stage == InteractionStage.Dialling && IsInHandOf(end.Agent))
        {
            Reply(Sender);
            GiveUpDialling();
            return;
        }

        if (Refuses(end, InteractionStage.Connected, InteractionStage.Held))
        {
            return;
        }

        Reply(Sender);
        if (State.Voicemail is not null)
        {
            End(InteractionEnding.MessageHeard, hangUp: null);
        }
        else if (GoesOnAfterTalk())
        {
            ReturnToFlow();
        }
        else
        {
            End(InteractionEnding.AgentHungUp, HangUpReason.Normal);
        }
    }

    /// <summary>Answers the asker when the wish cannot be carried out now.</summary>
    private bool Refuses(IInteractionCommand wish, params ReadOnlySpan<InteractionStage> stages)
    {
        if (!IsInHandOf(wish.Agent))
        {
            Reply(Sender, AgentRefusal.NotYours);
            return true;
        }

        // Hanging up needs no audio of the agent's.
        var needsAudio = wish is not EndTalk;
        var isOutOfReach = needsAudio && (State.Voicemail is not null || State.AudioLostSince is not null);
        if (isOutOfReach || !stages.Contains(State.Stage) || IsBusy)
        {
            Reply(Sender, AgentRefusal.WrongState);
            return true;
        }

        return false;
    }

    private string Music => _entry?.Rule.Music ?? _services.Options.SoftMusic;

    private void OnAgentAudioGone(AgentAudioGone gone)
    {
        if (IsInHandOf(gone.Agent))
        {
            LoseAgentAudio();
        }
    }

    /// <summary>The caller stays: he hears soft music until the agent is back, or given up.</summary>
    private void LoseAgentAudio()
    {
        if (State.Stage == InteractionStage.Held || (State.Voicemail is not null && IsTalked))
        {
            ForgetMute();
            StartAudioGoneTimer(); // He hears music already, or there is nobody to hear any.
            return;
        }

        if (State.Stage != InteractionStage.Connected)
        {
            return;
        }

        _joining = null; // Whatever was being joined has lost one side; its answer is ignored.
        if (State.AudioLostSince is not null)
        {
            StartAudioGoneTimer(); // The leg that was to take its place has ended too.
            return;
        }

        Keep(
            new AgentAudioLost(_id, State.Agent!.Value, _services.Now),
            () =>
            {
                StartAudioGoneTimer();
                PlaySoftMusic();
                InformAgent();
            }
        );
    }

    private bool IsTalked => State.Stage is InteractionStage.Connected or InteractionStage.Held;

    private void PlaySoftMusic() =>
        _services
            .Pbx.PlayMusicAsync(State.Caller, _services.Options.SoftMusic, NoCancellation)
            .PipeTo(Self, success: outcome => new MusicStarted(outcome), failure: Failed("play soft music"));

    private void StartAudioGoneTimer() =>
        Timers.StartSingleTimer(AudioGoneTimer, AudioGoneTooLong.Instance, _services.Options.AudioGoneMax);

    private void OnAgentAudioBack(AgentAudioBack back)
    {
        if (!IsInHandOf(back.Agent))
        {
            return;
        }

        if (State.Stage == InteractionStage.Dialling)
        {
            _dialledFor = back.AgentLeg;
        }
        else if (State.Stage == InteractionStage.Held || State.Voicemail is not null)
        {
            _ownerLeg = back.AgentLeg;
            ForgetMute();
            FollowLeg();
            Timers.Cancel(AudioGoneTimer); // He resumes when he wants to.
        }
        else if (State.Stage == InteractionStage.Connected
            && (State.AudioLostSince is not null || State.AgentLeg != back.AgentLeg))
        {
            Timers.Cancel(AudioGoneTimer);
            BeginJoin(JoinPurpose.Restore, back.AgentLeg, ActorRefs.Nobody);
        }
    }

    private void GiveUpAgent()
    {
        if (State.Stage is not (InteractionStage.Connected or InteractionStage.Held) || State.Agent is not { } agent)
        {
            return;
        }

        if (State.Queue is null)
        {
            End(InteractionEnding.AgentHungUp, HangUpReason.Normal); // There is no line for him to stand in.
            return;
        }

        var room = State.Conversation;
        _ownerLeg = null;
        Keep(
            new AgentGivenUp(_id, agent, _services.Now),
            () =>
            {
                _walkWasRead = false; // He has waited as long as his flow let him: this is a new wait.
                TellAgent(new CallTaken(agent, _id, CallTakenReason.AudioFailed));
                PlayWaitingMusic();
                Dissolve(room);
                Enqueue();
            }
        );
    }

    private sealed record HoldStarted(IActorRef Asker, LegOutcome Outcome);

    private sealed record WishCarriedOut(IActorRef Asker, LegOutcome Outcome);

    private sealed record WishFailed(IActorRef Asker, string Wish, Exception Cause);

    private sealed record AudioGoneTooLong
    {
        public static AudioGoneTooLong Instance { get; } = new();
    }
}
