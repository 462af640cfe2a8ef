namespace CrmUms.Actors.Tests;

/// <summary>Messages to <see cref="Worker"/>; everything else it is told, it reports.</summary>
public static class Work
{
    public sealed record Fail(Exception Cause);

    public sealed record Add(int Amount);

    public sealed record GetTotal;

    public sealed record StartChild(string Name);

    public sealed record ForChild(string Name, object Message);
}

/// <summary>An actor with state, children and a talkative life cycle, for tests of the kernel.</summary>
public sealed class Worker : ReceiveActor
{
    private readonly IActorRef _reports;
    private readonly SupervisorStrategy? _strategy;
    private readonly string _name;
    private int _total;

    public Worker(IActorRef reports, string name = "worker", SupervisorStrategy? strategy = null)
    {
        _reports = reports;
        _name = name;
        _strategy = strategy;
        Receive<Work.Fail>(fail => throw fail.Cause);
        Receive<Work.Add>(add => _total += add.Amount);
        Receive<Work.GetTotal>(_ => Sender.Tell(_total));
        Receive<Work.StartChild>(start => Sender.Tell(
            Context.ActorOf(Props.Create(() => new Worker(reports, start.Name, strategy)), start.Name)));
        Receive<Work.ForChild>(inner => Context.Child(inner.Name).Forward(inner.Message));
        ReceiveAny(message => _reports.Tell($"{_name} {message}"));
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategy ?? base.SupervisorStrategy();

    protected override void PreStart() => _reports.Tell($"{_name} starts");

    protected override void PostStop() => _reports.Tell($"{_name} stops");

    protected override void PreRestart(Exception reason, object message)
    {
        _reports.Tell($"{_name} restarts for {reason.Message}");
        base.PreRestart(reason, message);
    }
}

public sealed class AccidentException(string message) : Exception(message);
