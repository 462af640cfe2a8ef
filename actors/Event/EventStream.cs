using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Event;

/// <summary>
/// Publish and subscribe by type: whoever subscribes to a type hears it and everything derived from it.
/// </summary>
public class EventStream
{
    private readonly Lock _gate = new();
    private volatile ImmutableList<(Type Channel, IActorRef Subscriber)> _subscriptions = [];
    private volatile ConcurrentDictionary<Type, IActorRef[]> _subscribersByType = new();

    public bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_gate)
        {
            if (_subscriptions.Contains((channel, subscriber)))
            {
                return false;
            }

            Replace(_subscriptions.Add((channel, subscriber)));
        }

        // A dead subscriber would be told for ever; its cell takes it out when it stops.
        (subscriber as LocalActorRef)?.Cell.SubscribedTo(this);
        return true;
    }

    public bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        lock (_gate)
        {
            return Replace(_subscriptions.Remove((channel, subscriber)));
        }
    }

    public bool Unsubscribe(IActorRef subscriber)
    {
        lock (_gate)
        {
            return Replace(_subscriptions.RemoveAll(subscription => subscription.Subscriber.Equals(subscriber)));
        }
    }

    public void Publish(object @event)
    {
        foreach (var subscriber in _subscribersByType.GetOrAdd(@event.GetType(), SubscribersOf))
        {
            subscriber.Tell(@event, ActorRefs.NoSender);
        }
    }

    private IActorRef[] SubscribersOf(Type type) => _subscriptions
        .Where(subscription => subscription.Channel.IsAssignableFrom(type))
        .Select(subscription => subscription.Subscriber)
        .Distinct()
        .ToArray();

    private bool Replace(ImmutableList<(Type Channel, IActorRef Subscriber)> subscriptions)
    {
        var changed = subscriptions != _subscriptions;
        _subscriptions = subscriptions;
        _subscribersByType = new ConcurrentDictionary<Type, IActorRef[]>();
        return changed;
    }
}
