using System.Linq.Expressions;
using CrmUms.Actors.Cells;

namespace CrmUms.Actors;

/// <summary>
/// The recipe of an actor: every life of it, first start and restarts, is made from the same arguments.
/// </summary>
public class Props
{
    private readonly ActorMaker _maker;

    private Props(ActorMaker maker, SupervisorStrategy? supervisorStrategy)
    {
        _maker = maker;
        SupervisorStrategy = supervisorStrategy;
    }

    public Type Type => _maker.ActorType;

    public string TypeName => Type.FullName ?? Type.Name;

    public object?[] Arguments => _maker.Arguments;

    /// <summary>How the actor's children are supervised; null leaves the choice to the actor.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; }

    public static Props Create<TActor>(
        Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase =>
        new(ActorMaker.From(factory), supervisorStrategy);

    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase =>
        new(ActorMaker.From(typeof(TActor), args), supervisorStrategy: null);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() =>
        new(ActorMaker.From(typeof(TActor), []), supervisorStrategy);

    public static Props Create(Type type, params object?[] args) =>
        new(ActorMaker.From(type, args), supervisorStrategy: null);

    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args) =>
        new(ActorMaker.From(producer, args), supervisorStrategy: null);

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) => new(_maker, supervisorStrategy);

    public virtual ActorBase NewActor() => _maker.Make();

    internal void Release(ActorBase actor) => _maker.Release(actor);
}
