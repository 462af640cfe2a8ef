namespace CrmUms.Actors.Cells;

/// <summary>A behaviour as a list of handlers, tried in the order of their declaration.</summary>
internal sealed class Handlers
{
    private readonly List<Handler> _declared = [];

    // What fits a type is worked out at the first message of that type; most actors see few types, often in a row.
    private Dictionary<Type, Handler[]>? _byType;
    private Type? _lastType;
    private Handler[] _lastFitting = [];
    private bool _closed;

    public static Handlers Build(ref Handlers? building, Action configure)
    {
        var outer = building;
        var handlers = new Handlers();
        building = handlers;
        try
        {
            configure();
        }
        finally
        {
            building = outer;
        }

        return handlers;
    }

    public void Add<T>(Action<T> handler, Predicate<T>? shouldHandle)
    {
        if (shouldHandle is null)
        {
            AddLast(new ActionHandler<T>(handler), catchesAll: typeof(T) == typeof(object));
        }
        else
        {
            AddLast(new FilteredHandler<T>(handler, shouldHandle), catchesAll: false);
        }
    }

    public void Add<T>(Func<T, bool> handler) => AddLast(new DecidingHandler<T>(handler), catchesAll: false);

    public void Add(Type messageType, Action<object> handler, Predicate<object>? shouldHandle) =>
        AddLast(
            new UntypedHandler(messageType, handler, shouldHandle),
            catchesAll: messageType == typeof(object) && shouldHandle is null);

    public void AddAny(Action<object> handler) => AddLast(new ActionHandler<object>(handler), catchesAll: true);

    public bool TryHandle(object message)
    {
        var type = message.GetType();
        foreach (var handler in ReferenceEquals(type, _lastType) ? _lastFitting : Fitting(type))
        {
            if (handler.TryHandle(message))
            {
                return true;
            }
        }

        return false;
    }

    private Handler[] Fitting(Type type)
    {
        _byType ??= [];
        if (!_byType.TryGetValue(type, out var fitting))
        {
            fitting = _declared.Where(handler => handler.MessageType.IsAssignableFrom(type)).ToArray();
            _byType.Add(type, fitting);
        }

        _lastType = type;
        _lastFitting = fitting;
        return fitting;
    }

    private void AddLast(Handler handler, bool catchesAll)
    {
        if (_closed)
        {
            throw new InvalidOperationException("A handler that catches everything must be the last one.");
        }

        _closed = catchesAll;
        _declared.Add(handler);
    }

    private abstract class Handler(Type messageType)
    {
        public Type MessageType { get; } = messageType;

        /// <summary>Called only with messages of <see cref="MessageType"/>.</summary>
        public abstract bool TryHandle(object message);
    }

    private sealed class ActionHandler<T>(Action<T> handler) : Handler(typeof(T))
    {
        public override bool TryHandle(object message)
        {
            handler((T)message);
            return true;
        }
    }

    private sealed class FilteredHandler<T>(Action<T> handler, Predicate<T> shouldHandle) : Handler(typeof(T))
    {
        public override bool TryHandle(object message)
        {
            var fits = shouldHandle((T)message);
            if (fits)
            {
                handler((T)message);
            }

            return fits;
        }
    }

    private sealed class DecidingHandler<T>(Func<T, bool> handler) : Handler(typeof(T))
    {
        public override bool TryHandle(object message) => handler((T)message);
    }

    private sealed class UntypedHandler(Type messageType, Action<object> handler, Predicate<object>? shouldHandle)
        : Handler(messageType)
    {
        public override bool TryHandle(object message)
        {
            if (shouldHandle is not null && !shouldHandle(message))
            {
                return false;
            }

            handler(message);
            return true;
        }
    }
}
