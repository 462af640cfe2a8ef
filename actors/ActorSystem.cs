using CrmUms.Actors.Cells;
using CrmUms.Actors.Event;
using CrmUms.Actors.Mailboxes;
using CrmUms.Actors.Persistence;
using CrmUms.Actors.Scheduling;
using Microsoft.Extensions.Logging;

namespace CrmUms.Actors;

/// <summary>A family of actors with one clock, one journal and one end.</summary>
public sealed class ActorSystem : IActorRefFactory, IDisposable
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<PersistenceRuntime> _persistence;
    private readonly LocalActorRef _guardian;
    private long _uid;

    private ActorSystem(string name, ActorSystemOptions options, BusyCounter? busy)
    {
        Name = name;
        Busy = busy;
        ThroughputMax = Math.Max(1, options.ThroughputMax);
        MailboxMax = Math.Max(1_000, options.MailboxMax);
        MailboxAlarm = options.MailboxAlarm;
        StashMax = options.StashMax;
        TimeProvider = options.TimeProvider;
        Scheduler = options.Scheduler ?? new TimeProviderScheduler(options.TimeProvider);
        Log = options.LoggerFactory.CreateLogger("CrmUms.Actors");
        _persistence = new Lazy<PersistenceRuntime>(() => new PersistenceRuntime(
            options.Journal ?? throw new InvalidOperationException("The actor system was given no journal."),
            options,
            Log,
            busy));

        var root = new ActorPath($"akka://{name}");
        DeadLetterRef = new DeadLetterRef(this, new ActorPath(root, "deadLetters", uid: 0));
        Root = new RootRef(this, root);
        _guardian = new LocalActorRef(this, Props.Create(() => new Guardian()), Root, new ActorPath(root, "user", 0));
        _guardian.Start();
    }

    public string Name { get; }

    public EventStream EventStream { get; } = new();

    public IActorRef DeadLetters => DeadLetterRef;

    public IScheduler Scheduler { get; }

    /// <summary>Completes when the last actor has stopped and the journal has written what was handed to it.</summary>
    public Task WhenTerminated => _terminated.Task;

    internal DeadLetterRef DeadLetterRef { get; }

    internal RootRef Root { get; }

    internal TimeProvider TimeProvider { get; }

    internal ILogger Log { get; }

    internal int ThroughputMax { get; }

    internal int MailboxMax { get; }

    internal int MailboxAlarm { get; }

    internal int StashMax { get; }

    internal BusyCounter? Busy { get; }

    internal PersistenceRuntime Persistence => _persistence.Value;

    public static ActorSystem Create(string name) => Create(name, new ActorSystemOptions());

    public static ActorSystem Create(string name, ActorSystemOptions options) => new(name, options, busy: null);

    public IActorRef ActorOf(Props props, string? name = null) => _guardian.Cell.ActorOf(props, name);

#pragma warning disable CA1822 // The caller names the system, as in Akka.NET.
    public void Stop(IActorRef actor) => ActorRefWrapper.Unwrap(actor)?.SendSystem(new TerminateMessage());
#pragma warning restore CA1822

    /// <summary>Stops all actors, children before parents.</summary>
    public Task Terminate()
    {
        _guardian.SendSystem(new TerminateMessage());
        return WhenTerminated;
    }

    public void Dispose() => Terminate();

    internal static ActorSystem CreateObserved(string name, ActorSystemOptions options) =>
        new(name, options, new BusyCounter());

    internal long NextUid() => Interlocked.Increment(ref _uid);

    internal async Task FinishAsync()
    {
        if (_persistence.IsValueCreated)
        {
            await _persistence.Value.DisposeAsync();
        }

        _terminated.TrySetResult();
    }
}
