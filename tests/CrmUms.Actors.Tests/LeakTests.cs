using System.Runtime.CompilerServices;

namespace CrmUms.Actors.Tests;

public sealed class LeakTests : TestKit.TestKit
{
    [Fact]
    public void A_hundred_thousand_actors_come_and_go_and_leave_nothing()
    {
        var traces = new List<WeakReference>();
        Cycle(1_000, traces);
        Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Cycle(100_000, traces);
        TestKit.TestSystem.WaitUntilIdle(Sys);
        Collect();

        traces.Count(trace => trace.IsAlive).ShouldBeLessThan(10);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(8 * 1024 * 1024);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Cycle(int count, List<WeakReference> traces)
    {
        var parent = Sys.ActorOf<Parent>();
        Watch(parent);
        for (var index = 0; index < count; index++)
        {
            parent.Tell(index);
        }

        parent.Tell(traces);
        ExpectMsg("all gone", TimeSpan.FromSeconds(60));
        parent.Tell(PoisonPill.Instance);
        ExpectTerminated(parent);
    }

    private static void Collect()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    /// <summary>Starts children that use everything an actor can hold on to, and sees them all stop.</summary>
    private sealed class Parent : ReceiveActor
    {
        private readonly List<WeakReference> _made = [];
        private IActorRef _whenGone = ActorRefs.Nobody;
        private int _alive;

        public Parent()
        {
            Receive<int>(_ =>
            {
                var child = Context.Watch(Context.ActorOf(Props.Create(() => new Child(Context.System, _made))));
                child.Tell("work");
                child.Tell(PoisonPill.Instance);
                _alive++;
            });
            Receive<List<WeakReference>>(traces =>
            {
                _whenGone = Sender;
                traces.AddRange(_made.TakeLast(1_000));
                Report();
            });
            Receive<Terminated>(_ =>
            {
                _alive--;
                Report();
            });
        }

        private void Report()
        {
            if (_alive == 0 && !_whenGone.IsNobody())
            {
                _whenGone.Tell("all gone");
            }
        }
    }

    private sealed class Child : ReceiveActor, IWithTimers, IWithStash
    {
        public Child(ActorSystem system, List<WeakReference> made)
        {
            lock (made)
            {
                made.Add(new WeakReference(this));
            }

            system.EventStream.Subscribe(Self, typeof(Child));
            ReceiveAny(_ =>
            {
                Timers.StartPeriodicTimer("tick", "tick", TimeSpan.FromMinutes(1));
                Context.SetReceiveTimeout(TimeSpan.FromMinutes(1));
                Stash.Stash();
            });
        }

        public ITimerScheduler Timers { get; set; } = null!;

        public IStash Stash { get; set; } = null!;
    }
}
