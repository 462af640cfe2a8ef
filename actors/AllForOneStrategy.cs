using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

/// <summary>The directive touches all children: they share one fate.</summary>
public class AllForOneStrategy : SupervisorStrategy
{
    public AllForOneStrategy(
        int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries ?? -1, Milliseconds(withinTimeRange), localOnlyDecider)
    {
    }

    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? -1, Milliseconds(withinTimeRange), decider)
    {
    }

    public AllForOneStrategy(
        int maxNrOfRetries,
        int withinTimeMilliseconds,
        Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    public AllForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        Decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, Timeout.Infinite, localOnlyDecider)
    {
    }

    public AllForOneStrategy(IDecider decider)
        : this(-1, Timeout.Infinite, decider)
    {
    }

    public override IDecider Decider { get; }

    public int MaxNumberOfRetries { get; }

    public int WithinTimeRangeMilliseconds { get; }

    internal override void ProcessFailure(ActorCell parent, bool restart, ChildStats child, Exception cause)
    {
        var all = parent.AllChildren();
        var now = parent.SystemImpl.Scheduler.MonotonicClock;

        // Every child is asked, and so counted, before any is touched.
        var mayRestart = restart;
        foreach (var stats in all)
        {
            mayRestart &= stats.MayRestart(MaxNumberOfRetries, WithinTimeRangeMilliseconds, now);
        }

        foreach (var stats in all)
        {
            if (!mayRestart)
            {
                parent.Stop(stats.Ref);
                continue;
            }

            if (!ReferenceEquals(stats.Ref, child.Ref))
            {
                stats.Ref.SendSystem(new SuspendMessage());
            }

            stats.Ref.SendSystem(new RecreateMessage(cause));
        }
    }
}
