using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// The interaction in hand: offered, talked with, taken away.
public sealed partial class AgentActor
{
    private const int DigitsMax = 32;
    private const string OverdueTimer = "offer-overdue";
    private static readonly TimeSpan OverdueAfter = TimeSpan.FromSeconds(5);

    private DateTimeOffset? _answerBy;

    private void ReceiveCall()
    {
        Command<OfferInteraction>(OnOfferInteraction);
        Command<CallChanged>(OnCallChanged);
        Command<CallTaken>(OnCallTaken);
        Command<OfferIsOverdue>(OnOfferIsOverdue);
        Command<AnswerOffer>(answer => Wish(answer.Interaction, leg => new AnswerCaller(answer.Interaction, Id, leg)));
        Command<HoldCaller>(hold => Wish(hold.Interaction, _ => new HoldTalk(hold.Interaction, Id)));
        Command<ResumeCaller>(resume => Wish(resume.Interaction, leg => new ResumeTalk(resume.Interaction, Id, leg)));
        Command<MuteMicrophone>(mute => Wish(
            mute.Interaction, leg => new MuteTalk(mute.Interaction, Id, leg, mute.Muted)));
        Command<SendDigits>(OnSendDigits);
        // None of these needs a leg of ours: they work also when our audio is lost.
        Command<HangUpCaller>(hangUp =>
        {
            _hungUp = hangUp.Interaction;
            Say(new EndTalk(hangUp.Interaction, Id));
        });
        Command<AskForHelp>(ask => Say(new AskHelp(ask.Interaction, Id, ask.Reason)));
        Command<WithdrawRequestForHelp>(withdraw => Say(new WithdrawHelp(withdraw.Interaction, Id)));
        // The interaction knows whether it was his: he may have handed it on.
        Command<ReportTalkQuality>(report => _interactions.Forward(
            new KeepTalkQuality(report.Interaction, Id, report.Quality)));
    }

    private void OnOfferInteraction(OfferInteraction offer)
    {
        if (!IsAvailable)
        {
            _interactions.Tell(new RefuseOffer(offer.Call.Interaction, Id), Self);
            AnnounceAgain();
            return;
        }

        var isAutoAnswered = offer.IsPicked || _rule is { AutoAnswer: true };
        Keep(new AgentReserved(Id, offer.Call.Interaction, _services.Now, isAutoAnswered), () =>
        {
            _call = offer.Call;
            (_failedDial, _endedTalk) = (null, null);
            _answerBy = offer.AnswerBy;
            var overdueIn = offer.AnswerBy - _services.Now + OverdueAfter;
            Timers.StartSingleTimer(OverdueTimer, new OfferIsOverdue(offer.Call.Interaction), overdueIn);
            if (isAutoAnswered)
            {
                PlayTone(offer.Call.Interaction);
            }
        });
    }

    // Whoever offered would have taken it back by now. If he is gone for good, nobody else would ever set us free.
    private void OnOfferIsOverdue(OfferIsOverdue overdue)
    {
        if (_state.Status == AgentStatus.Reserved && overdue.Interaction == _state.Interaction)
        {
            _interactions.Tell(new ClaimInteraction(overdue.Interaction, Id), Self);
        }
    }

    private void OnCallChanged(CallChanged changed)
    {
        if (changed.Call.Interaction != _state.Interaction)
        {
            return; // It left our hand meanwhile.
        }

        _call = changed.Call;
        var (id, interaction, now) = (Id, changed.Call.Interaction, _services.Now);
        IAgentEvent? move = (changed.Call.Stage, _state.Status) switch
        {
            ("connected" or "conference", AgentStatus.Reserved) => new AgentStartedTalking(id, interaction, now),
            ("connected" or "consulting" or "conference", AgentStatus.Held) =>
                new AgentResumedCaller(id, interaction, now),
            ("held", AgentStatus.Talking) => new AgentHeldCaller(id, interaction, now),
            _ => null,
        };
        if (move is null)
        {
            Publish();
        }
        else
        {
            Keep(move, () => SayWhereAudioIs(move));
        }
    }

    // It ended, or was opened anew, while the two were being joined: then nobody was told, for there was no talk yet.
    private void SayWhereAudioIs(IAgentEvent move)
    {
        if (move is not AgentStartedTalking || _state.Interaction is not { } interaction)
        {
            return;
        }

        _interactions.Tell(
            _audio == AudioStatus.Open && _leg is { } leg
                ? new AgentAudioBack(interaction, Id, leg)
                : new AgentAudioGone(interaction, Id),
            Self);
    }

    private void OnCallTaken(CallTaken taken)
    {
        if (taken.Interaction != _state.Interaction)
        {
            return;
        }

        _failedDial = taken.Failed;
        if (_state.Status == AgentStatus.WrapUp)
        {
            FinishWrapUp(); // It was closed while we were away.
            return;
        }

        if (taken.Reason == CallTakenReason.NoAnswer && _state.Status == AgentStatus.Reserved)
        {
            MissOffer(taken.Interaction);
            return;
        }

        var reason = taken.Reason switch
        {
            CallTakenReason.AudioFailed => NotReadyReasons.AudioLost,
            CallTakenReason.Withdrawn when !_pageConnected => NotReadyReasons.PageClosed,
            _ => null,
        };
        BecomeIdle(reason);
    }

    // Once may happen to anybody; as often as the rules say, he is not there.
    private void MissOffer(InteractionId interaction)
    {
        var inARow = _state.UnansweredInARow + 1;
        var isTooMany = inARow >= _rules.Settings.NoAnswersMax;
        Keep(
            new AgentMissedOffer(Id, interaction, inARow, _services.Now),
            () => BecomeIdle(isTooMany ? NotReadyReasons.NoAnswer : null));
    }

    /// <summary>After an interaction: not ready for the reason given or planned, ready otherwise.</summary>
    private void BecomeIdle(string? reason)
    {
        _call = null;
        _answerBy = null;
        var notReady = reason ?? _state.NextReason ?? WhatIsMissing();
        if (notReady is null)
        {
            Keep(new AgentBecameReady(Id, _services.Now));
        }
        else
        {
            Keep(new AgentBecameNotReady(Id, notReady, _services.Now));
        }
    }

    /// <summary>What has been gone for too long while he had a caller; null when nothing has.</summary>
    private string? WhatIsMissing()
    {
        if (!_pageConnected && !Timers.IsTimerActive(PageTimer))
        {
            return NotReadyReasons.PageClosed;
        }

        var audioIsGone = _audio == AudioStatus.Closed && !Timers.IsTimerActive(AudioTimer);
        return audioIsGone ? NotReadyReasons.AudioLost : null;
    }

    private void OnSendDigits(SendDigits send)
    {
        if (send.Digits is null or { Length: 0 or > DigitsMax }
            || !send.Digits.All(digit => char.IsAsciiDigit(digit) || digit is '*' or '#'))
        {
            Reply(AgentRefusal.BadInput);
            return;
        }

        Wish(send.Interaction, _ => new SendTalkDigits(send.Interaction, Id, send.Digits));
    }

    private void Say(IInteractionCommand wish)
    {
        if (wish.Interaction == _state.Interaction)
        {
            _interactions.Forward(wish);
        }
        else
        {
            Reply(AgentRefusal.NotYours);
        }
    }

    /// <summary>Hands a wish of the page on; the interaction answers the page itself.</summary>
    private void Wish(InteractionId interaction, Func<LegId, IInteractionCommand> wish)
    {
        if (interaction != _state.Interaction)
        {
            Reply(AgentRefusal.NotYours);
        }
        else if (_leg is not { } leg || _audio != AudioStatus.Open)
        {
            Reply(AgentRefusal.NoAudio);
        }
        else
        {
            _interactions.Forward(wish(leg));
        }
    }

    private sealed record OfferIsOverdue(InteractionId Interaction);
}
