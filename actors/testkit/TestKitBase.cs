using System.Linq.Expressions;
using CrmUms.Actors.Cells;

namespace CrmUms.Actors.TestKit;

/// <summary>A test's own actor in a system, and what may be expected of the messages that reach it.</summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private readonly ITestKitAssertions _assertions;
    private readonly Mail _mail = new();

    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
    {
        _assertions = assertions;
        Sys = system ?? TestSystem.Create();
        TestActor = Sys.ActorOf(
            Props.Create<TestActor>(_mail), testActorName ?? $"testActor{Interlocked.Increment(ref _testActors)}");
    }

    private static int _testActors;

    public ActorSystem Sys { get; }

    public IActorRef TestActor { get; }

    public TestKitSettings TestKitSettings { get; init; } = new();

    public bool HasMessages => _mail.Arrived.Count > 0;

    public object? LastMessage { get; private set; }

    /// <summary>Who sent what was last received.</summary>
    public IActorRef LastSender { get; private set; } = ActorRefs.Nobody;

    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() =>
        Sys.ActorOf(Props.Create<TActor>());

    public IActorRef ActorOf<TActor>(string name)
        where TActor : ActorBase, new() =>
        Sys.ActorOf(Props.Create<TActor>(), name);

    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase =>
        Sys.ActorOf(Props.Create(factory));

    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string name)
        where TActor : ActorBase =>
        Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Starts a child of the test actor.</summary>
    public IActorRef ChildActorOf(Props props, string? name = null) => Request(new ChildRequest(props, name));

    public virtual TestProbe CreateTestProbe(string? name = null) => new(Sys, _assertions, name);

    public IActorRef Watch(IActorRef actorToWatch)
    {
        Request(new WatchRequest(actorToWatch));
        return actorToWatch;
    }

    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        Request(new UnwatchRequest(actorToUnwatch));
        return actorToUnwatch;
    }

    public void SetAutoPilot(AutoPilot pilot) => _mail.Pilot = pilot;

    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) => _mail.Ignore = shouldIgnoreMessage;

    public void IgnoreMessages<TMsg>() => IgnoreMessages(static message => message is TMsg);

    public void IgnoreNoMessages() => _mail.Ignore = null;

    /// <summary>
    /// Stops the system; with <paramref name="verifySystemShutdown"/> it fails when that takes too long.
    /// </summary>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var ended = ((IAsyncResult)Sys.Terminate()).AsyncWaitHandle.WaitOne(
            duration ?? TestKitSettings.DefaultTimeout);
        if (verifySystemShutdown && !ended)
        {
            _assertions.Fail($"{Sys.Name} did not stop in time.");
        }
    }

    private protected void BecomeImplicitSender() => ImplicitSender.Current = TestActor;

    private IActorRef Request(object request)
    {
        var answer = TestActor.Ask<IActorRef>(request, Timeout.InfiniteTimeSpan);
        if (!((IAsyncResult)answer).AsyncWaitHandle.WaitOne(TestKitSettings.DefaultTimeout))
        {
            _assertions.Fail("The test actor did not answer.");
        }

        return answer.GetAwaiter().GetResult();
    }
}
