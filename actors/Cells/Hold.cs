namespace CrmUms.Actors.Cells;

/// <summary>Why user messages wait in the mailbox although the actor is healthy.</summary>
[Flags]
internal enum Hold
{
    None = 0,

    /// <summary>An asynchronous handler is under way.</summary>
    Awaiting = 1,

    /// <summary>A persistent actor reads its past.</summary>
    Recovering = 2,

    /// <summary>A Persist waits for its commit.</summary>
    Persisting = 4,

    /// <summary>The actor or its old instance waits for its children to stop.</summary>
    Stopping = 8,
}
