namespace CrmUms.Actors;

/// <summary>Makes actors whose constructors need more than Props can carry.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }

    ActorBase Produce();

    void Release(ActorBase actor);
}
