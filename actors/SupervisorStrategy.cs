using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

/// <summary>A parent's written policy for children that throw.</summary>
public abstract class SupervisorStrategy
{
    public static readonly IDecider DefaultDecider = Actors.Decider.From(static cause => cause switch
    {
        ActorInitializationException or ActorKilledException or DeathPactException => Directive.Stop,
        _ => Directive.Restart,
    });

    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    public static readonly OneForOneStrategy StoppingStrategy = new(static _ => Directive.Stop);

    public abstract IDecider Decider { get; }

    protected bool LoggingEnabled { get; set; } = true;

    /// <summary>Carries the directive out; false hands the failure up.</summary>
    internal bool HandleFailure(ActorCell parent, ChildStats child, Exception cause)
    {
        var directive = Decider.Decide(cause);
        if (LoggingEnabled)
        {
            ActorLog.ChildFailed(parent.SystemImpl.Log, child.Ref.Path, directive, cause);
        }

        switch (directive)
        {
            case Directive.Resume:
                child.Ref.SendSystem(new ResumeMessage(becauseOfFailure: true));
                return true;
            case Directive.Restart:
                ProcessFailure(parent, restart: true, child, cause);
                return true;
            case Directive.Stop:
                ProcessFailure(parent, restart: false, child, cause);
                return true;
            case Directive.Escalate:
            default:
                return false;
        }
    }

    internal abstract void ProcessFailure(ActorCell parent, bool restart, ChildStats child, Exception cause);

    private protected static int Milliseconds(TimeSpan? withinTimeRange) =>
        withinTimeRange is { } range ? (int)range.TotalMilliseconds : Timeout.Infinite;
}
