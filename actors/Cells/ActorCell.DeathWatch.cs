namespace CrmUms.Actors.Cells;

internal sealed partial class ActorCell
{
    // Whom this actor watches, with what to deliver instead of Terminated.
    private Dictionary<InternalActorRef, object?>? _watching;

    // Whose Terminated lies in the mailbox; Unwatch takes it back from there.
    private Dictionary<InternalActorRef, object?>? _deathsQueued;
    private HashSet<InternalActorRef>? _watchers;

    public IActorRef Watch(IActorRef subject) => Watch(subject, instead: null);

    public IActorRef WatchWith(IActorRef subject, object message) => Watch(subject, message);

    public IActorRef Unwatch(IActorRef subject)
    {
        if (ActorRefWrapper.Unwrap(subject) is { } target)
        {
            if (_watching?.Remove(target) == true)
            {
                target.SendSystem(new UnwatchMessage(_self));
            }

            _deathsQueued?.Remove(target);
        }

        return subject;
    }

    public void AddWatcher(InternalActorRef watcher) => (_watchers ??= []).Add(watcher);

    public void RemoveWatcher(InternalActorRef watcher) => _watchers?.Remove(watcher);

    public void Died(InternalActorRef deceased, bool existenceConfirmed)
    {
        if (_watching is not null && _watching.Remove(deceased, out var instead) && !_terminating)
        {
            // It takes its place in the mailbox behind what the deceased had sent before.
            (_deathsQueued ??= [])[deceased] = instead;
            Post(new Terminated(deceased, existenceConfirmed, addressTerminated: false), deceased);
        }

        if (deceased is LocalActorRef local)
        {
            RemoveChild(local);
            ContinueWhenChildrenAreGone();
        }
    }

    private IActorRef Watch(IActorRef subject, object? instead)
    {
        if (ActorRefWrapper.Unwrap(subject) is not { } target || ReferenceEquals(target, _self))
        {
            return subject;
        }

        _watching ??= [];
        if (_watching.TryGetValue(target, out var before))
        {
            if (!Equals(before, instead))
            {
                throw new InvalidOperationException(
                    $"{subject} is watched already with another message; call Unwatch first.");
            }

            return subject;
        }

        _watching.Add(target, instead);
        target.SendSystem(new WatchMessage(target, _self));
        return subject;
    }

    private void ReceivedTerminated(Terminated terminated)
    {
        if (ActorRefWrapper.Unwrap(terminated.ActorRef) is { } deceased
            && _deathsQueued?.Remove(deceased, out var instead) == true)
        {
            var message = instead ?? terminated;
            _message = message;
            _actor!.Handle(_behaviour, message);
        }
    }

    private void TellWatchersAndForget()
    {
        foreach (var watcher in _watchers ?? [])
        {
            if (!ReferenceEquals(watcher, _parent))
            {
                watcher.SendSystem(new DeathMessage(_self, existenceConfirmed: true));
            }
        }

        foreach (var (subject, _) in _watching ?? [])
        {
            subject.SendSystem(new UnwatchMessage(_self));
        }

        _parent.SendSystem(new DeathMessage(_self, existenceConfirmed: true));
        _watchers = null;
        _watching = null;
        _deathsQueued = null;
    }
}
