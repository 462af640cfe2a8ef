using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace CrmUms.Actors.Cells;

/// <summary>Turns the recipe given to Props into actor instances, without reflection on the hot way.</summary>
internal sealed class ActorMaker
{
    private const BindingFlags Constructors =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.CreateInstance;

    private readonly Func<ActorBase> _make;
    private readonly IIndirectActorProducer? _producer;

    private ActorMaker(
        Type actorType, object?[] arguments, Func<ActorBase> make, IIndirectActorProducer? producer = null)
    {
        ActorType = actorType;
        Arguments = arguments;
        _make = make;
        _producer = producer;
    }

    public Type ActorType { get; }

    public object?[] Arguments { get; }

    /// <summary>The arguments are worked out once, here, so that a restart sees what the first start saw.</summary>
    public static ActorMaker From<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase
    {
        if (factory.Body is not NewExpression { Constructor: { } constructor } creation)
        {
            throw new ArgumentException("Props need an expression of the form () => new T(args).", nameof(factory));
        }

        var arguments = creation.Arguments.Select(ValueOf).ToArray();
        return new ActorMaker(typeof(TActor), arguments, Bind(ConstructorInvoker.Create(constructor), arguments));
    }

    public static ActorMaker From(Type actorType, object?[] arguments)
    {
        if (!typeof(ActorBase).IsAssignableFrom(actorType))
        {
            throw new ArgumentException($"{actorType} is not an actor.", nameof(actorType));
        }

        // The constructor is chosen by the arguments at the first start, as a wrong list must fail that actor only.
        return new ActorMaker(
            actorType, arguments, () => (ActorBase)Activator.CreateInstance(
                actorType, Constructors, binder: null, arguments, CultureInfo.InvariantCulture)!);
    }

    public static ActorMaker From(IIndirectActorProducer producer, object?[] arguments) =>
        new(producer.ActorType, arguments, producer.Produce, producer);

    public ActorBase Make() => _make();

    public void Release(ActorBase actor) => _producer?.Release(actor);

    private static Func<ActorBase> Bind(ConstructorInvoker constructor, object?[] arguments) =>
        () => (ActorBase)constructor.Invoke(arguments.AsSpan());

    private static object? ValueOf(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: { } owner } => field.GetValue(ValueOf(owner)),
        MemberExpression { Member: FieldInfo { IsStatic: true } field } => field.GetValue(obj: null),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var operand }
            when expression.Type.IsAssignableFrom(operand.Type) => ValueOf(operand),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile()(),
    };
}
