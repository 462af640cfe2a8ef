using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Agents;

// What the rules bound: how long a reason may last, how long nobody may be at the page, how much of his time he works.
public sealed partial class AgentActor
{
    private const string ReasonTimer = "reason-limit";
    private const string InactivityTimer = "inactivity";
    private const string OccupancyTimer = "occupancy";
    private static readonly TimeSpan LookAtOccupancyAtLeast = TimeSpan.FromSeconds(1);

    private DateTimeOffset _activeAt; // The last sign of life from his page.

    private void ReceiveLimits()
    {
        Command<ReportActivity>(_ => OnReportActivity());
        Command<ReasonLasts>(_ => OnReasonLasts());
        Command<NobodySeen>(_ => OnNobodySeen());
        Command<OccupancyMayHaveFallen>(_ => OnOccupancyMayHaveFallen());
    }

    private WorkFigures Work => _state.Work ?? WorkFigures.None;

    private int? LimitMinutes =>
        _state is { Status: AgentStatus.NotReady, Reason: { } reason }
            ? _rules.Find<ReasonRule>(reason)?.LimitMinutes
            : null;

    private DateTimeOffset? LimitAt => LimitMinutes is { } minutes ? _state.Since.AddMinutes(minutes) : null;

    // A talk is a sign of life: what comes after it begins with it.
    private DateTimeOffset? InactiveAt =>
        _state.Status == AgentStatus.Ready && _rules.Settings.InactivityMinutes is > 0 and var minutes
            ? (_activeAt > _state.Since ? _activeAt : _state.Since).AddMinutes(minutes)
            : null;

    private double? OccupancyMax => _rule?.OccupancyMaxPercent / 100.0;

    private bool IsOverOccupancy => OccupancyMax is { } share && Work.IdleUntil(share, _services.Now) > TimeSpan.Zero;

    /// <summary>Sets the timers of the present state. Safe to repeat.</summary>
    private void WatchLimits()
    {
        Watch(ReasonTimer, _state.IsOverLimit ? null : LimitAt - _services.Now, ReasonLasts.Instance);
        Watch(InactivityTimer, InactiveAt - _services.Now, NobodySeen.Instance);
        WatchOccupancy();
    }

    private void WatchOccupancy()
    {
        var isWatched = _state.Status == AgentStatus.Ready && IsOverOccupancy;
        var left = isWatched ? Work.IdleUntil(OccupancyMax!.Value, _services.Now) : TimeSpan.Zero;
        Watch(
            OccupancyTimer,
            isWatched ? (left > LookAtOccupancyAtLeast ? left : LookAtOccupancyAtLeast) : null,
            OccupancyMayHaveFallen.Instance);
    }

    private void Watch(string timer, TimeSpan? left, object message)
    {
        Timers.Cancel(timer);
        if (left > TimeSpan.Zero)
        {
            Timers.StartSingleTimer(timer, message, left.Value);
        }
        else if (left is not null)
        {
            Self.Tell(message, Self);
        }
    }

    private void OnReportActivity()
    {
        _activeAt = _services.Now; // The timer finds it when it rings: no timer is moved with every key.
        Reply();
    }

    private void OnReasonLasts()
    {
        if (!_state.IsOverLimit && LimitMinutes is { } minutes && LimitAt <= _services.Now)
        {
            Keep(new AgentOverstayed(Id, _state.Reason!, minutes, _services.Now));
        }
    }

    private void OnNobodySeen()
    {
        if (InactiveAt is not { } at)
        {
            return;
        }

        if (at <= _services.Now)
        {
            Keep(new AgentBecameNotReady(Id, NotReadyReasons.Inactive, _services.Now));
        }
        else
        {
            Watch(InactivityTimer, at - _services.Now, NobodySeen.Instance);
        }
    }

    private void OnOccupancyMayHaveFallen()
    {
        WatchOccupancy();
        Publish();
    }

    private sealed record ReasonLasts
    {
        public static ReasonLasts Instance { get; } = new();
    }

    private sealed record NobodySeen
    {
        public static NobodySeen Instance { get; } = new();
    }

    private sealed record OccupancyMayHaveFallen
    {
        public static OccupancyMayHaveFallen Instance { get; } = new();
    }
}
