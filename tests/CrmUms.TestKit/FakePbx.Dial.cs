using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit;

// Calls to the outside, and what those who are called do.
public sealed partial class FakePbx
{
    private readonly List<FakeDial> _dialled = [];

    /// <summary>What whoever is called does; looked at when the call is made.</summary>
    public Func<FakeDial, CalleeHabit> Callee { get; set; } = _ => CalleeHabit.Answers;

    /// <summary>Every call made, oldest first.</summary>
    public IReadOnlyList<FakeDial> Dialled
    {
        get
        {
            lock (_gate)
            {
                return [.. _dialled];
            }
        }
    }

    public Task DialAsync(
        LegId leg,
        DialTarget target,
        string callerId,
        TimeSpan timeout,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellation) =>
        RequestAsync($"dial {target} {leg}", () =>
        {
            var dial = new FakeDial(leg, target, callerId, timeout, headers);
            if (_legs.TryAdd(leg, new FakeLeg(leg) { Dial = dial }))
            {
                _dialled.Add(dial);
                clock.CreateTimer(_ => TimeOut(leg), null, timeout, Timeout.InfiniteTimeSpan);
                Follow(Callee(dial), leg);
            }

            return true;
        });

    /// <summary>Whom we call hears it ring.</summary>
    public void RingCallee(LegId leg)
    {
        lock (_gate)
        {
            var found = Leg(leg);
            if (!found.HasRung && !found.IsUp)
            {
                found.HasRung = true;
                Report(new OutboundLegRinging(leg));
            }
        }
    }

    /// <summary>Whom we call answers.</summary>
    public void AnswerCallee(LegId leg)
    {
        lock (_gate)
        {
            var found = Leg(leg);
            if (!found.IsUp)
            {
                found.IsUp = true;
                Report(new OutboundLegAnswered(leg, RecordingFileOf(leg), clock.GetUtcNow()));
            }
        }
    }

    /// <summary>
    /// Whom we call does not take the call (Q.850: 17 busy, 21 declined, 1 no such number), or hangs up.
    /// </summary>
    public void EndCallee(LegId leg, int cause = 16) => EndLeg(leg, cause);

    private void Follow(CalleeHabit habit, LegId leg)
    {
        if (habit is CalleeHabit.Answers or CalleeHabit.Declines or CalleeHabit.Rings)
        {
            RingCallee(leg);
        }

        switch (habit)
        {
            case CalleeHabit.Answers:
                AnswerCallee(leg);
                break;
            case CalleeHabit.IsBusy:
                EndCallee(leg, 17);
                break;
            case CalleeHabit.Declines:
                EndCallee(leg, 21);
                break;
            case CalleeHabit.IsUnknown:
                EndCallee(leg, 1);
                break;
            case CalleeHabit.Rings or CalleeHabit.IsSilent:
                break; // Until the call times out.
            default:
                throw new NotSupportedException(habit.ToString());
        }
    }

    private void TimeOut(LegId leg)
    {
        lock (_gate)
        {
            if (_legs.TryGetValue(leg, out var found) && !found.IsUp)
            {
                EndLeg(leg, 19);
            }
        }
    }

    private OutboundLegEnded EndOfDialled(FakeLeg leg, int cause)
    {
        var outcome = cause switch
        {
            _ when leg.IsUp => OutboundOutcome.HungUp,
            16 => OutboundOutcome.HungUp,
            17 => OutboundOutcome.Busy,
            21 => OutboundOutcome.Refused,
            19 when leg.HasRung => OutboundOutcome.NoAnswer,
            _ => OutboundOutcome.Unreachable,
        };
        return new OutboundLegEnded(leg.Id, cause, outcome, clock.GetUtcNow());
    }

    private static PbxOutboundLeg InSnapshot(FakeLeg leg) => new(
        leg.Id,
        OutboundLegs.InteractionOf(leg.Id) ?? throw new ArgumentException($"{leg.Id} is no name of a dialled leg."),
        leg.IsUp ? OutboundLegState.Answered : leg.HasRung ? OutboundLegState.Ringing : OutboundLegState.Dialled,
        leg.IsUp ? RecordingFileOf(leg.Id) : "",
        leg.Conversation);

    private static string RecordingFileOf(LegId leg) => $"{leg}.raw";
}
