using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// Calls to somebody who wants to hear a flow. When he answers he is a caller like any other, who called the flow.
public sealed partial class InteractionsActor
{
    private static readonly TimeSpan TestRingMax = TimeSpan.FromSeconds(30);
    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly Dictionary<LegId, CallIntoFlow> _testCalls = []; // Dialled and not answered yet.

    private void OnCallIntoFlow(CallIntoFlow call)
    {
        if (!_plan.Flows.HasFlow(call.Flow))
        {
            Sender.Tell(new TestCallReply(IsPlaced: false), Self);
            return;
        }

        var leg = OutboundLegs.NameOf(NewId(), 0); // Those whom his flow will call for him are counted from 1.
        var target = DialTarget.Of(call.Number);
        var (self, services) = (Self, _services);
        _testCalls[leg] = call;
        _services.Pbx
            .DialAsync(leg, target, call.Number.E164, TestRingMax, NoHeaders, CancellationToken.None)
            .PipeTo(
                Sender,
                Self,
                success: () => new TestCallReply(IsPlaced: true),
                failure: error =>
                {
                    self.Tell(new OutboundLegEnded(
                        leg, Cause: 0, OutboundOutcome.Unreachable, services.Now));
                    return new Status.Failure(error);
                });
    }

    private void OnOutboundLegRinging(OutboundLegRinging ringing)
    {
        if (!_testCalls.ContainsKey(ringing.Leg))
        {
            ToDialler(ringing.Leg, ringing);
        }
    }

    private void OnOutboundLegAnswered(OutboundLegAnswered answered)
    {
        if (_testCalls.Remove(answered.Leg, out var call))
        {
            LeadIntoFlow(answered.Leg, call, answered.RecordingFile, answered.At);
        }
        else
        {
            ToDialler(answered.Leg, answered);
        }
    }

    // His leg names the interaction, so that after a crash the leg is no stray and he goes on where he was.
    private void LeadIntoFlow(LegId leg, CallIntoFlow call, string recordingFile, DateTimeOffset at)
    {
        var interaction = OutboundLegs.InteractionOf(leg)!.Value;
        _byLeg[leg] = interaction;
        Open(interaction).Tell(
            new TakeCall(
                new CallArrived(leg, NumberPlan.NumberOfFlow(call.Flow), call.Number.E164, recordingFile, at), _plan),
            Self);
    }

    /// <summary>After a gap: who was being called may have answered in it, or is gone.</summary>
    private void CompareTestCalls(PbxSnapshot snapshot)
    {
        var left = snapshot.OutboundLegs.ToDictionary(leg => leg.Leg);
        foreach (var (leg, call) in _testCalls)
        {
            if (!left.TryGetValue(leg, out var found))
            {
                _testCalls.Remove(leg);
            }
            else if (found.State == OutboundLegState.Answered)
            {
                _testCalls.Remove(leg);
                LeadIntoFlow(leg, call, found.RecordingFile, snapshot.At);
            }
        }
    }

    private void OnOutboundLegEnded(OutboundLegEnded ended)
    {
        if (_byLeg.ContainsKey(ended.Leg))
        {
            ToOwner(ended.Leg, new CallerLegEnded(ended.Leg, ended.Cause, ended.At));
        }
        else if (!_testCalls.Remove(ended.Leg))
        {
            ToDialler(ended.Leg, ended);
        }
    }
}

/// <summary>
/// Command to the <c>interactions</c> actor: call this number and lead whoever answers through a published flow.
/// Answered by <see cref="TestCallReply"/>.
/// </summary>
public sealed record CallIntoFlow(string Flow, PhoneNumber Number);

/// <summary>Reply: it rings, or there is no such flow.</summary>
public sealed record TestCallReply(bool IsPlaced);
