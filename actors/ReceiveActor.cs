using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

/// <summary>
/// An actor whose behaviour is a list of handlers by message type; the first that fits takes the message.
/// </summary>
public abstract class ReceiveActor : UntypedActor
{
    private readonly Handlers _initial = new();
    private Handlers? _building;

    protected ReceiveActor() => _building = _initial;

    protected sealed override void OnReceive(object message)
    {
        if (!_initial.TryHandle(message))
        {
            Unhandled(message);
        }
    }

    protected void Become(Action configure) => base.Become(BehaviourOf(configure));

    protected void BecomeStacked(Action configure) => base.BecomeStacked(BehaviourOf(configure));

    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Building().Add(handler, shouldHandle);

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Building().Add(handler, shouldHandle);

    protected void Receive<T>(Func<T, bool> handler) => Building().Add(handler);

    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Building().Add(messageType, handler, shouldHandle);

    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Building().Add(messageType, handler, shouldHandle);

    protected void ReceiveAny(Action<object> handler) => Building().AddAny(handler);

    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Building().Add<T>(message => Cell.RunTask(handler, message), shouldHandle);

    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) =>
        ReceiveAsync(handler, shouldHandle);

    protected void ReceiveAnyAsync(Func<object, Task> handler) =>
        Building().AddAny(message => Cell.RunTask(handler, message));

    internal override void Constructed() => _building = null;

    private UntypedReceive BehaviourOf(Action configure)
    {
        var handlers = Handlers.Build(ref _building, configure);
        return message =>
        {
            if (!handlers.TryHandle(message))
            {
                Unhandled(message);
            }
        };
    }

    private Handlers Building() => _building ?? throw new InvalidOperationException(
        "Handlers are declared in the constructor or in the action given to Become.");
}
