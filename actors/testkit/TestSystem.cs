using CrmUms.Actors.Persistence;

namespace CrmUms.Actors.TestKit;

/// <summary>
/// Makes actor systems whose time stands still until the test turns it, and whose rest a test can wait for: turning the
/// clock waits, at every instant, until no actor has anything left to do.
/// </summary>
public static class TestSystem
{
    private static readonly TimeSpan RestMax = TimeSpan.FromSeconds(10);
    private static int _count;

    /// <param name="options">Journal and clock are filled in where they are missing.</param>
    /// <param name="name">Name of the system; by default a fresh one.</param>
    public static ActorSystem Create(ActorSystemOptions? options = null, string? name = null)
    {
        options ??= new ActorSystemOptions();
        var scheduler = options.Scheduler as TestScheduler
            ?? new TestScheduler(options.TimeProvider as ManualTimeProvider ?? new ManualTimeProvider());
        var system = ActorSystem.CreateObserved(
            name ?? $"test-{Interlocked.Increment(ref _count)}",
            options with
            {
                TimeProvider = scheduler.TimeProvider,
                Scheduler = scheduler,
                Journal = options.Journal ?? new InMemoryJournal(),
            });
        scheduler.TimeProvider.Settle += () => WaitUntilIdle(system);
        return system;
    }

    /// <summary>
    /// Returns when no turn runs or is scheduled and nothing waits for the journal. Tasks that actors await or pipe are
    /// not seen: wait for their outcome instead.
    /// </summary>
    /// <exception cref="TestKitException">Something still moves after ten seconds.</exception>
    public static void WaitUntilIdle(ActorSystem system)
    {
        if (system.Busy?.WaitUntilIdle(RestMax) == false)
        {
            throw new TestKitException($"{system.Name} did not come to rest within {RestMax}.");
        }
    }
}
