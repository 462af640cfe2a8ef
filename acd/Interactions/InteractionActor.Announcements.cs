using CrmUms.Acd.Ivr;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Interactions;

// A caller who waits is told his place, and how long it may take.
public sealed partial class InteractionActor
{
    private const string AnnouncementTimer = "announcement";
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(1);

    private ToldEstimate? _told; // The first one: what he reckons with.

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
        Timers.StartSingleTimer(timer, message, left > SoonAgain ? left : SoonAgain);
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
            TellQueue(queue => new GetPlace(queue)); // Whoever is being offered will talk soon: nothing is told to him.
        }
    }

    private void OnQueuePlace(QueuePlace place)
    {
        if (Announcement is not { } rule || State.Stage != InteractionStage.Queued || _sound is not null)
        {
            return;
        }

        var wait = rule.EstimatedWait ? place.EstimatedWait : null;
        var prompts = QueueAnnouncement.Prompts(rule.Position ? place.Position : null, wait, WaitLanguage);
        if (place.Position is not null && prompts.Count > 0 && Say(prompts) && wait is { } told)
        {
            _told ??= new ToldEstimate(told, _services.Now);
        }
    }

    private sealed record AnnouncementDue
    {
        public static AnnouncementDue Instance { get; } = new();
    }
}
