using CrmUms.Acd.Ivr;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Interactions;

// A caller who waits is told his place, and how long it may take.
public sealed partial class InteractionActor
{
    private const string AnnouncementTimer = "announcement";

    private ToldEstimate? _told; // The first one: what he reckons with.
    private bool _announcementAwaitsPlace;

    private AnnouncementRule? Announcement => _entry?.Rule.Announcement;

    private void ScheduleAnnouncement()
    {
        if (Announcement is { } rule && !Timers.IsTimerActive(AnnouncementTimer))
        {
            var due = (State.QueuedAt ?? _services.Now) + TimeSpan.FromSeconds(rule.FirstAfterSeconds);
            StartTimerFor(AnnouncementTimer, AnnouncementDue.Instance, due);
        }
    }

    // After a restart what was due meanwhile is due now.
    private void StartTimerFor(string timer, object message, DateTimeOffset due)
    {
        var left = due - _services.Now;
        if (left > TimeSpan.Zero)
        {
            Timers.StartSingleTimer(timer, message, left);
        }
        else
        {
            Self.Tell(message, Self);
        }
    }

    private void OnAnnouncementDue()
    {
        if (Announcement is not { } rule || !IsWaiting)
        {
            return;
        }

        Timers.StartSingleTimer(
            AnnouncementTimer, AnnouncementDue.Instance, TimeSpan.FromSeconds(rule.EverySeconds));
        if (State.Stage == InteractionStage.Queued && _sound is null)
        {
            _announcementAwaitsPlace = true; // Whoever is being offered will talk soon: nothing is told to him.
            TellQueue(queue => new GetPlace(queue));
        }
    }

    private void OnQueuePlace(QueuePlace place)
    {
        OfferCallbackBy(place);
        var isAwaited = _announcementAwaitsPlace;
        _announcementAwaitsPlace = false;
        if (Announcement is { } rule && isAwaited && State.Stage == InteractionStage.Queued && _sound is null)
        {
            Announce(place, rule);
        }
    }

    private void Announce(QueuePlace place, AnnouncementRule rule)
    {
        var now = _services.Now; // Before he hears it.
        var wait = rule.EstimatedWait ? place.EstimatedWait : null;
        var prompts = QueueAnnouncement.Prompts(rule.Position ? place.Position : null, wait, WaitLanguage);
        IReadOnlyList<string> all =
            _callbackOffered && MayBeCalledBack ? [.. prompts, QueueAnnouncement.CallbackOffer] : prompts;
        if (place.Position is not null && prompts.Count > 0 && Say(all) && wait is { } told)
        {
            _told ??= new ToldEstimate(told, now);
        }
    }

    private sealed record AnnouncementDue
    {
        public static AnnouncementDue Instance { get; } = new();
    }
}
