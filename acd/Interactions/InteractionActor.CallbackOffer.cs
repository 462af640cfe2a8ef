using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;

namespace CrmUms.Acd.Interactions;

// A caller who waits long, or is likely to, may press a key and hang up.
public sealed partial class InteractionActor
{
    private const string CallbackOfferTimer = "callback-offer";
    private static readonly TimeSpan EstimateEvery = TimeSpan.FromSeconds(30);

    private bool _callbackOffered;
    private bool _offerAwaitsPlace;

    private void ReceiveCallbackOffer() => Command<CallbackOfferDue>(_ => OnCallbackOfferDue());

    private bool MayBeCalledBack =>
        _entry?.Rule.Callback is not null && State is { HasCaller: true, Callback: null, Number.Number: not null };

    private void ScheduleCallbackOffer()
    {
        if (!MayBeCalledBack || _callbackOffered || Timers.IsTimerActive(CallbackOfferTimer))
        {
            return;
        }

        var queued = State.QueuedAt ?? _services.Now;
        var due = CallbackRule.OfferAtEstimatedWaitSeconds is null ? CallbackRule.OfferAfterSeconds ?? 0 : 0;
        StartTimerFor(CallbackOfferTimer, CallbackOfferDue.Instance, queued.AddSeconds(due));
    }

    private void OnCallbackOfferDue()
    {
        if (!MayBeCalledBack || _callbackOffered || !IsWaiting)
        {
            return;
        }

        var waited = _services.Now - (State.QueuedAt ?? _services.Now);
        if (State.Stage == InteractionStage.Queued && _sound is null
            && waited.TotalSeconds >= CallbackRule.OfferAfterSeconds)
        {
            OfferCallback();
            return;
        }

        if (CallbackRule.OfferAtEstimatedWaitSeconds is not null)
        {
            _offerAwaitsPlace = true;
            TellQueue(queue => new GetPlace(queue));
        }

        var again = waited + EstimateEvery;
        if (CallbackRule.OfferAfterSeconds is { } seconds && TimeSpan.FromSeconds(seconds) is var after
            && waited < after && after < again)
        {
            again = after;
        }

        Timers.StartSingleTimer(CallbackOfferTimer, CallbackOfferDue.Instance, again - waited);
    }

    private void OfferCallbackBy(QueuePlace place)
    {
        var isExpected = place.EstimatedWait?.TotalSeconds >= CallbackRule.OfferAtEstimatedWaitSeconds;
        if (_offerAwaitsPlace && isExpected && MayBeCalledBack && State.Stage == InteractionStage.Queued
            && _sound is null)
        {
            OfferCallback();
        }

        _offerAwaitsPlace = false;
    }

    private void OfferCallback()
    {
        _callbackOffered = true;
        Timers.Cancel(CallbackOfferTimer);
        Say([QueueAnnouncement.CallbackOffer]);
    }

    /// <summary>False when the key meant nothing here.</summary>
    private bool TakesCallback(char key)
    {
        if (!_callbackOffered || key != _services.Options.CallbackKey || !MayBeCalledBack
            || State.Stage != InteractionStage.Queued || _former is not null)
        {
            return false;
        }

        return Agree(Queue.Queue, State.Number.Number!.Value.E164, () =>
        {
            Timers.Cancel(OverflowTimer);
            Timers.Cancel(AnnouncementTimer);
            Timers.Cancel(FlowTimer);
            if (!Say([QueueAnnouncement.CallbackAgreed], HangUpUntilCallback))
            {
                HangUpUntilCallback();
            }
        });
    }

    // An agent may have been found meanwhile: then he need not be called back.
    private void HangUpUntilCallback()
    {
        if (State is { Stage: InteractionStage.Queued, HasCaller: true })
        {
            HangUp(HangUpReason.Normal);
            QueueCallback();
        }
    }

    private sealed record CallbackOfferDue
    {
        public static CallbackOfferDue Instance { get; } = new();
    }
}
