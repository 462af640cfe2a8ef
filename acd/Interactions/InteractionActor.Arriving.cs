using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;

namespace CrmUms.Acd.Interactions;

// The first moment of a call without a greeting. The queue and the router answer from memory, within a millisecond;
// then his arrival, his place and the first offer are written in one commit. Nobody outside is told anything before.
public sealed partial class InteractionActor
{
    private const string PlaceTimer = "place";
    private static readonly TimeSpan PlaceWithin = TimeSpan.FromSeconds(1);

    private InteractionArrived? _arrival;

    private void ArriveInQueue(InteractionArrived arrival)
    {
        _arrival = arrival;
        Timers.StartSingleTimer(PlaceTimer, PlaceIsLate.Instance, PlaceWithin);
        var priority = Bounded(PriorityOf(arrival.Dialled, identity: null));
        TellQueue(queue => new EnqueueCaller(queue, _id, Since: null, priority));
        BecomeStacked(Arriving);
    }

    private void Arriving()
    {
        Command<AgentChosen>(chosen => _chosenEarly = chosen);
        Command<EnqueueOutcome.Waits>(waits => Self.Tell(new PlaceKnown(waits.Since), Self));
        Command<EnqueueOutcome>(outcome => WriteArrival(() => OnEnqueueOutcome(outcome)));
        Command<PlaceKnown>(OnFirstPlaceKnown);
        Command<PlaceIsLate>(_ => WriteArrival(Proceed));
        Command<CallerLegEnded>(_ => WriteArrival(CallerLeft));
        CommandAny(_ => Stash.Stash());
    }

    private void OnFirstPlaceKnown(PlaceKnown known)
    {
        var queued = new InteractionQueued(_id, Queue.Queue, known.Since);
        if (_chosenEarly is { } chosen)
        {
            _chosenEarly = null;
            Offer(chosen, [_arrival!, queued], HasArrived);
        }
        else
        {
            Keep([_arrival!, queued], HasArrived);
        }

        void HasArrived()
        {
            GoOn();
            AnswerOnPbx();
            StartWaiting();
        }
    }

    private void WriteArrival(Action then) => Keep(_arrival!, () =>
    {
        GoOn();
        then();
    });

    private void GoOn()
    {
        Timers.Cancel(PlaceTimer);
        UnbecomeStacked();
        Stash.UnstashAll();
    }

    private sealed record PlaceIsLate
    {
        public static PlaceIsLate Instance { get; } = new();
    }
}
