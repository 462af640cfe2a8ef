namespace CrmUms.Actors.TestKit;

/// <summary>
/// Base of a test class: one system for each test, on a clock turned by hand. What the test tells, it tells in the name
/// of <see cref="TestKitBase.TestActor"/>.
/// </summary>
public class TestKit : TestKitBase, IDisposable
{
    public TestKit()
        : this(new ActorSystemOptions())
    {
    }

    public TestKit(ActorSystemOptions options)
        : this(TestSystem.Create(options))
    {
    }

    public TestKit(ActorSystem? system, string? testActorName = null)
        : base(new PlainAssertions(), system, testActorName) =>
        BecomeImplicitSender();

    public TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    public void Dispose()
    {
        AfterAll();
        Shutdown();
        GC.SuppressFinalize(this);
    }

    /// <summary>For what a test class has to put away before its system stops.</summary>
    protected virtual void AfterAll()
    {
    }
}
