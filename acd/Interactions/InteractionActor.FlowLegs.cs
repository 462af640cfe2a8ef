using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// What a flow asks of the PBX beyond prompts: to record the caller, and to call somebody for him.
public sealed partial class InteractionActor
{
    // Talks with somebody whom a flow has dialled; apart from the segments of talks with agents.
    private const int DialledSegment = 1_000;

    private readonly List<PbxOutboundLeg> _legsFound = []; // What the last comparison found of ours.
    private string? _dialRequest;

    private LegId DialledLeg => OutboundLegs.NameOf(_id, State.Dials);

    private ConversationId DialledTalk => new(_id, DialledSegment + State.Dials);

    private void ReceiveFlowLegs()
    {
        Command<OutboundLegRinging>(_ => { });
        Command<OutboundLegAnswered>(OnDialledLegAnswered);
        Command<OutboundLegEnded>(OnDialledLegEnded);
        Command<DialledJoined>(OnDialledJoined);
        Command<HandCallerBack>(OnHandCallerBack);
    }

    private void RecordForFlow(FlowEffect effect)
    {
        switch (effect)
        {
            case FlowEffect.RecordVoicemail record:
                Ask(
                    "record",
                    _services.Pbx.RecordAsync(
                        State.Caller, record.Request, record.LengthMax, record.EndOnSilence, record.EndOnDigit,
                        NoCancellation),
                    new FlowEvent.RecordingFinished(record.Request, TimeSpan.Zero, Failed: true));
                break;
            case FlowEffect.StopRecording stop:
                InBackground("stop recording", _services.Pbx.StopRecordAsync(stop.Request, NoCancellation));
                break;
            case FlowEffect.DeliverVoicemail deliver:
                Deliver(deliver);
                break;
            default:
                throw new NotSupportedException(effect.GetType().Name);
        }
    }

    private void DialForFlow(FlowEffect effect)
    {
        switch (effect)
        {
            case FlowEffect.DialOut dial:
                Dial(dial.Request, dial.Number, dial.CallerId, dial.RingFor, NoHeaders);
                break;
            case FlowEffect.HandToAssistant hand:
                Dial(hand.Request, hand.Address, callerId: null, hand.RingFor, WithContext(hand));
                break;
            case FlowEffect.HangUpDialled:
                HangUpLeg(DialledLeg);
                break;
            default:
                throw new NotSupportedException(effect.GetType().Name);
        }
    }

    private void Dial(
        string request, string whom, string? callerId, TimeSpan ringFor, IReadOnlyDictionary<string, string> headers)
    {
        _dialRequest = request;
        if (!DialTarget.TryParse(whom, out var target))
        {
            Tell(new FlowEvent.DialEnded(request, FlowDialEnding.Failed));
            return;
        }

        _hasMetNobody = false;
        _services.Pbx
            .DialAsync(DialledLeg, target, callerId ?? State.Dialled, ringFor, headers, NoCancellation)
            .PipeTo(
                Self,
                success: () => new MusicStarted(LegOutcome.Done.Instance),
                failure: error =>
                {
                    _services.Log.StepFailed(_id, "dial", error);
                    return new FlowAnswer(new FlowEvent.DialEnded(request, FlowDialEnding.Failed));
                });
        PlayWaitingMusic();
    }

    // Whoever takes the call knows which interaction it is about, and how to hand it back.
    private Dictionary<string, string> WithContext(FlowEffect.HandToAssistant hand) => new(hand.Headers)
    {
        ["X-CrmUms-Interaction"] = _id.ToString(),
        ["X-CrmUms-Hand-Back"] = _services.HandBacks.Issue(_id, hand.Request),
    };

    private void OnHandCallerBack(HandCallerBack back)
    {
        var asker = Sender;
        if (!IsInFlow || _walk is not { IsOver: false } walk || walk.Progress.Awaited != back.Returned.Request)
        {
            asker.Tell(new HandBackReply(IsTaken: false), Self);
            return;
        }

        Walk(back.Returned, () => asker.Tell(new HandBackReply(IsTaken: true), Self));
    }

    private void OnDialledLegAnswered(OutboundLegAnswered answered)
    {
        if (State.Stage == InteractionStage.Dialling && answered.Leg == DialledLeg)
        {
            OnCallbackAnswered(answered.Leg, answered.RecordingFile);
            return;
        }

        if (answered.Leg != DialledLeg || !IsInFlow || _dialRequest is not { } request)
        {
            HangUpLeg(answered.Leg);
            return;
        }

        JoinDialled(request);
    }

    private void JoinDialled(string request)
    {
        var leg = DialledLeg;
        _services.Pbx.JoinAsync(DialledTalk, State.Caller, leg, NoCancellation).PipeTo(
            Self,
            success: outcome => new DialledJoined(request, outcome),
            failure: error =>
            {
                _services.Log.StepFailed(_id, "join", error);
                return new DialledJoined(request, new LegOutcome.Gone(leg));
            });
    }

    /// <summary>After a gap: who answered in it hears nobody yet.</summary>
    private void JoinDialledIfApart(FlowDial dial)
    {
        var isApart = dial == FlowDial.Answered
            && _legsFound.Find(leg => leg.Leg == DialledLeg)?.Conversation != DialledTalk;
        if (isApart && _dialRequest is { } request)
        {
            JoinDialled(request);
        }
    }

    private void OnDialledJoined(DialledJoined joined)
    {
        switch (joined.Outcome)
        {
            case LegOutcome.Gone gone when gone.Leg == State.Caller:
                CallerLeft();
                break;
            case LegOutcome.Gone:
                HangUpLeg(DialledLeg);
                Walk(new FlowEvent.DialEnded(joined.Request, FlowDialEnding.Failed));
                break;
            default:
                Walk(new FlowEvent.DialAnswered(joined.Request));
                break;
        }
    }

    private void OnDialledLegEnded(OutboundLegEnded ended)
    {
        if (State.Stage == InteractionStage.Dialling)
        {
            OnCallbackUnreached(ended.Leg, ended.Outcome);
        }
        else if (IsDialledByUs && ended.Leg == State.Caller)
        {
            CallerLeft();
        }
        else if (ended.Leg == DialledLeg && _dialRequest is { } request)
        {
            _dialRequest = null;
            Dissolve(DialledTalk);
            Walk(new FlowEvent.DialEnded(request, EndingOf(ended.Outcome)));
        }
    }

    /// <summary>What the PBX still has of the leg that the flow had dialled.</summary>
    private FlowDial DialOfFlow()
    {
        var found = _legsFound.Find(leg => leg.Leg == DialledLeg);
        _dialRequest = State.Flow?.Progress.Awaited;
        return found switch
        {
            null => FlowDial.Gone,
            { State: OutboundLegState.Answered } => FlowDial.Answered,
            _ => FlowDial.Ringing,
        };
    }

    private static FlowDialEnding EndingOf(OutboundOutcome outcome) => outcome switch
    {
        OutboundOutcome.HungUp => FlowDialEnding.HungUp,
        OutboundOutcome.Busy => FlowDialEnding.Busy,
        OutboundOutcome.NoAnswer => FlowDialEnding.NoAnswer,
        OutboundOutcome.Refused or OutboundOutcome.Unreachable => FlowDialEnding.Failed,
        _ => throw new NotSupportedException(outcome.ToString()),
    };

    private static readonly Dictionary<string, string> NoHeaders = [];

    private sealed record DialledJoined(string Request, LegOutcome Outcome);
}
