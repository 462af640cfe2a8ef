using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Persistence;

/// <summary>A persistent actor whose commands and replayed events are lists of handlers by message type.</summary>
public abstract class ReceivePersistentActor : UntypedPersistentActor
{
    private readonly Handlers _initialCommands = new();
    private readonly Handlers _recovers = new();
    private Handlers? _building;
    private bool _constructed;

    protected ReceivePersistentActor() => _building = _initialCommands;

    protected sealed override void OnCommand(object message)
    {
        if (!_initialCommands.TryHandle(message))
        {
            Unhandled(message);
        }
    }

    protected sealed override void OnRecover(object message)
    {
        if (!_recovers.TryHandle(message))
        {
            Unhandled(message);
        }
    }

    protected void Become(Action configure) => base.Become(BehaviourOf(configure));

    protected void BecomeStacked(Action configure) => base.BecomeStacked(BehaviourOf(configure));

    protected void Command<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Commands().Add(handler, shouldHandle);

    protected void Command<T>(Predicate<T> shouldHandle, Action<T> handler) => Commands().Add(handler, shouldHandle);

    protected void Command<T>(Func<T, bool> handler) => Commands().Add(handler);

    protected void Command(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Commands().Add(messageType, handler, shouldHandle);

    protected void Command(Action<object> handler) => Commands().AddAny(handler);

    protected void CommandAny(Action<object> handler) => Commands().AddAny(handler);

    protected void CommandAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Commands().Add<T>(message => Cell.RunTask(handler, message), shouldHandle);

    protected void CommandAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) =>
        CommandAsync(handler, shouldHandle);

    protected void CommandAnyAsync(Func<object, Task> handler) =>
        Commands().AddAny(message => Cell.RunTask(handler, message));

    protected void Recover<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Recovers().Add(handler, shouldHandle);

    protected void Recover<T>(Predicate<T> shouldHandle, Action<T> handler) => Recovers().Add(handler, shouldHandle);

    protected void Recover<T>(Func<T, bool> handler) => Recovers().Add(handler);

    protected void Recover(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Recovers().Add(messageType, handler, shouldHandle);

    protected void RecoverAny(Action<object> handler) => Recovers().AddAny(handler);

    internal override void Constructed()
    {
        _building = null;
        _constructed = true;
    }

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

    private Handlers Commands() => _building ?? throw new InvalidOperationException(
        "Command handlers are declared in the constructor or in the action given to Become.");

    private Handlers Recovers() => !_constructed ? _recovers : throw new InvalidOperationException(
        "Recover handlers are declared in the constructor.");
}
