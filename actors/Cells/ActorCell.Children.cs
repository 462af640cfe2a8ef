using System.Globalization;

namespace CrmUms.Actors.Cells;

internal sealed partial class ActorCell
{
    // Guarded, as the guardian's children are made from any thread; null until there is one.
    private readonly Lock _childGate = new();
    private Dictionary<string, ChildStats>? _children;
    private HashSet<LocalActorRef>? _dying;
    private bool _childless;
    private int _unnamed;

    public IActorRef ActorOf(Props props, string? name = null)
    {
        if (name is not null && !ActorPath.IsValidPathElement(name))
        {
            throw new InvalidActorNameException($"\"{name}\" is not a name for an actor.");
        }

        LocalActorRef child;
        lock (_childGate)
        {
            if (_childless)
            {
                throw new InvalidOperationException($"{_self} is stopping and starts no children.");
            }

            name ??= string.Create(CultureInfo.InvariantCulture, $"${++_unnamed}");
            _children ??= new Dictionary<string, ChildStats>(StringComparer.Ordinal);
            if (_children.ContainsKey(name))
            {
                throw new InvalidActorNameException($"The actor name \"{name}\" is taken below {_self.Path}.");
            }

            child = new LocalActorRef(
                SystemImpl, props, _self, new ActorPath(_self.Path, name, SystemImpl.NextUid()));
            _children.Add(name, new ChildStats(child));
        }

        ActorMeters.Live.Add(1);
        child.Start();
        return child;
    }

    public IActorRef Child(string name)
    {
        lock (_childGate)
        {
            return _children?.GetValueOrDefault(name)?.Ref ?? (IActorRef)ActorRefs.Nobody;
        }
    }

    public IEnumerable<IActorRef> GetChildren() => AllChildren().Select(stats => stats.Ref);

    public ChildStats[] AllChildren()
    {
        lock (_childGate)
        {
            return _children is { Count: > 0 } ? [.. _children.Values] : [];
        }
    }

    public void Stop(IActorRef child)
    {
        if (ActorRefWrapper.Unwrap(child) is not LocalActorRef target)
        {
            return;
        }

        if (StatsOf(target) is not null)
        {
            (_dying ??= []).Add(target);
        }

        target.SendSystem(new TerminateMessage());
    }

    public void ChildFailed(LocalActorRef child, Exception cause)
    {
        if (StatsOf(child) is not { } stats)
        {
            return;
        }

        try
        {
            if (_actor is null || !_actor.EffectiveStrategy.HandleFailure(this, stats, cause))
            {
                Fail(cause, perpetrator: child);
            }
        }
        catch (Exception broken) when (Fault.IsForTheParent(broken))
        {
            Fail(broken, perpetrator: child);
        }
    }

    private ChildStats? StatsOf(LocalActorRef child)
    {
        lock (_childGate)
        {
            return _children?.GetValueOrDefault(child.Path.Name) is { } stats && ReferenceEquals(stats.Ref, child)
                ? stats
                : null;
        }
    }

    private void RemoveChild(LocalActorRef child)
    {
        lock (_childGate)
        {
            if (_children?.GetValueOrDefault(child.Path.Name) is { } stats && ReferenceEquals(stats.Ref, child))
            {
                _children.Remove(child.Path.Name);
                _dying?.Remove(child);
            }
        }
    }

    private ChildStats[] ForbidChildren()
    {
        lock (_childGate)
        {
            _childless = true;
        }

        return AllChildren();
    }
}
