namespace CrmUms.Actors;

/// <summary>
/// An actor's own timers, by key. They end with the actor and with its restart; a message of a timer that was
/// cancelled or replaced is never delivered, even when it already lay in the mailbox.
/// </summary>
public interface ITimerScheduler
{
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    bool IsTimerActive(object key);

    void Cancel(object key);

    void CancelAll();
}

/// <summary>The kernel fills <see cref="Timers"/> after the constructor and before PreStart.</summary>
public interface IWithTimers
{
    ITimerScheduler Timers { get; set; }
}
