namespace CrmUms.Actors;

/// <summary>What a parent does about a failed child.</summary>
public enum Directive
{
    /// <summary>The message is lost, the state is kept.</summary>
    Resume = 0,

    /// <summary>The message and the state are lost, the mailbox is kept.</summary>
    Restart = 1,

    /// <summary>The parent fails with the same exception.</summary>
    Escalate = 2,

    Stop = 3,
}

public interface IDecider
{
    Directive Decide(Exception cause);
}

public class LocalOnlyDecider(Func<Exception, Directive> decider) : IDecider
{
    public Directive Decide(Exception cause) => decider(cause);
}

public static class Decider
{
    public static LocalOnlyDecider From(Func<Exception, Directive> localOnlyDecider) => new(localOnlyDecider);
}
