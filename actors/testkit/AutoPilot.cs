namespace CrmUms.Actors.TestKit;

/// <summary>Answers for a probe, on the probe's own turn, before the test sees the message.</summary>
public abstract class AutoPilot
{
    public static KeepRunning KeepRunning { get; } = new();

    public static NoAutoPilot NoAutoPilot { get; } = new();

    public abstract AutoPilot Run(IActorRef sender, object message);
}

public sealed class KeepRunning : AutoPilot
{
    public override AutoPilot Run(IActorRef sender, object message) => this;
}

public sealed class NoAutoPilot : AutoPilot
{
    public override AutoPilot Run(IActorRef sender, object message) => this;
}

public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);

public sealed class DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) : AutoPilot
{
    public override AutoPilot Run(IActorRef sender, object message) => autoPilotDelegate(sender, message);
}
