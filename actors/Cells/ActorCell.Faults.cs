using System.Reflection;
using CrmUms.Actors.Event;
using CrmUms.Actors.Scheduling;
using CrmUms.Actors.Stashing;

namespace CrmUms.Actors.Cells;

internal sealed partial class ActorCell
{
    private int _suspended;
    private bool _failed;
    private bool _terminating;
    private object? _failedMessage;
    private LocalActorRef? _perpetrator;
    private Exception? _restartCause;
    private TimerScheduler? _timers;
    private Stash? _stash;
    private EventStream? _subscribedTo;

    public bool IsFailed => _failed;

    public bool IsTerminating => _terminating;

    public void SubscribedTo(EventStream stream) => _subscribedTo = stream;

    public void Create()
    {
        try
        {
            NewInstance();
            _actor!.AroundPreStart();
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            ReleaseInstance();
            Fail(new ActorInitializationException(_self, $"{Props.Type} could not start: {cause.Message}", cause));
        }
    }

    /// <summary>Stops handling user messages and asks the parent what shall be done.</summary>
    public void Fail(Exception cause, LocalActorRef? perpetrator = null)
    {
        if (_failed || _terminating)
        {
            ActorLog.FailedAgain(SystemImpl.Log, _self.Path, cause);
            return;
        }

        _failed = true;
        _failedMessage = _message;
        _perpetrator = perpetrator;
        _suspended++;
        foreach (var child in AllChildren())
        {
            if (!ReferenceEquals(child.Ref, perpetrator))
            {
                child.Ref.SendSystem(new SuspendMessage());
            }
        }

        _parent.SendSystem(new FailedMessage(_self, cause));
    }

    public void Suspend()
    {
        _suspended++;
        foreach (var child in AllChildren())
        {
            child.Ref.SendSystem(new SuspendMessage());
        }
    }

    public void Resume(bool becauseOfFailure)
    {
        if (_actor is null && !_terminating)
        {
            // There is nothing to go on with: the first instance was never made.
            Recreate(new ActorInitializationException(_self, "Resumed before it could start."));
            return;
        }

        _suspended = Math.Max(0, _suspended - 1);
        if (becauseOfFailure)
        {
            _failed = false;
            _failedMessage = null;
        }

        foreach (var child in AllChildren())
        {
            child.Ref.SendSystem(new ResumeMessage(ReferenceEquals(child.Ref, _perpetrator) && becauseOfFailure));
        }

        _perpetrator = null;
        if (_suspended == 0)
        {
            _actor?.Resumed();
        }
    }

    public void Recreate(Exception cause)
    {
        if (_terminating || _restartCause is not null)
        {
            return;
        }

        ActorMeters.Restarts.Add(1);
        _restartCause = cause;
        if (_actor is { } failed)
        {
            try
            {
                failed.AroundPreRestart(cause, _failedMessage);
            }
            catch (Exception broken) when (Fault.IsForTheParent(broken))
            {
                var reason = new PreRestartException(_self, broken, cause, _failedMessage);
                ActorLog.HookFailed(SystemImpl.Log, _self.Path, reason);
            }

            ReleaseInstance();
        }
        else
        {
            foreach (var child in AllChildren())
            {
                Stop(child.Ref);
            }
        }

        AddHold(Hold.Stopping);
        ContinueWhenChildrenAreGone();
    }

    public void Terminate()
    {
        if (_terminating)
        {
            return;
        }

        _terminating = true;
        AddHold(Hold.Stopping);
        SetReceiveTimeout(null);
        foreach (var child in ForbidChildren())
        {
            Stop(child.Ref);
        }

        ContinueWhenChildrenAreGone();
    }

    private void ContinueWhenChildrenAreGone()
    {
        if (_terminating)
        {
            if (AllChildren().Length == 0)
            {
                FinishTerminate();
            }
        }
        else if (_restartCause is { } cause && _dying is null or { Count: 0 })
        {
            _restartCause = null;
            FinishRecreate(cause);
        }
    }

    private void FinishRecreate(Exception cause)
    {
        var survivors = AllChildren();
        var failedMessage = _failedMessage;
        _suspended = Math.Max(0, _suspended - 1);
        _failed = false;
        _failedMessage = null;
        _perpetrator = null;
        _holds = Hold.None;
        try
        {
            NewInstance();
            _actor!.AroundPostRestart(cause, failedMessage);
            foreach (var child in survivors)
            {
                child.Ref.SendSystem(new RecreateMessage(cause));
            }
        }
        catch (Exception broken) when (Fault.IsForTheParent(broken))
        {
            ReleaseInstance();
            Fail(new PostRestartException(_self, broken, cause));
        }
    }

    private void FinishTerminate()
    {
        try
        {
            _actor?.AroundPostStop();
        }
        catch (Exception broken) when (Fault.IsForTheParent(broken))
        {
            ActorLog.HookFailed(SystemImpl.Log, _self.Path, broken);
        }

        ReleaseInstance();
        _subscribedTo?.Unsubscribe(_self);
        _dead = true;
        _holds = Hold.None;
        _suspended = 0;
        _children = null;
        _dying = null;
        ActorMeters.Live.Add(-1);
        TellWatchersAndForget();
    }

    private void NewInstance()
    {
        _claimable = true;
        _behaviours.Clear();
        try
        {
            var actor = Props.NewActor();
            if (_claimable)
            {
                throw new ActorInitializationException(_self, "The producer handed out an actor made elsewhere.");
            }

            _actor = actor;
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } cause)
        {
            throw new ActorInitializationException(_self, cause.Message, cause);
        }
        finally
        {
            _claimable = false;
        }

        Equip(_actor);
    }

    private void Equip(ActorBase actor)
    {
        if (Props.SupervisorStrategy is { } strategy)
        {
            actor.EffectiveStrategy = strategy;
        }

        if (actor is IWithTimers withTimers)
        {
            withTimers.Timers = _timers = new TimerScheduler(this);
        }

        if (actor is IActorStash withStash)
        {
            withStash.Stash = _stash = new Stash(this);
        }

        // A constructor may have called Become.
        _behaviour = _behaviours.Count > 0 ? _behaviours[^1] : actor.BaseReceive;
        actor.Constructed();
    }

    private void ReleaseInstance()
    {
        _timers?.CancelAll();
        _timers = null;
        _stash?.UnstashAll();
        _stash = null;
        if (_actor is { } actor)
        {
            _actor = null;
            Props.Release(actor);
        }

        _behaviours.Clear();
        _behaviour = static _ => false;
        _message = null;
        _sender = null;
    }
}
