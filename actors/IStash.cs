namespace CrmUms.Actors;

/// <summary>
/// Messages put aside until the actor wants them; they come back before all that waits in the mailbox.
/// </summary>
public interface IStash
{
    /// <exception cref="IllegalActorStateException">The same message is put aside a second time.</exception>
    /// <exception cref="StashOverflowException">The bound of the stash is reached.</exception>
    void Stash();

    void Unstash();

    void UnstashAll();

    void UnstashAll(Func<Envelope, bool> predicate);

    IEnumerable<Envelope> ClearStash();

    void Prepend(IEnumerable<Envelope> envelopes);
}

public interface IActorStash
{
    IStash Stash { get; set; }
}

public interface IWithUnrestrictedStash : IActorStash;

/// <summary>The kernel fills <see cref="IActorStash.Stash"/> after the constructor and before PreStart.</summary>
public interface IWithStash : IWithUnrestrictedStash;

public interface IWithUnboundedStash : IWithUnrestrictedStash;
