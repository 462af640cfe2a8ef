using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace CrmUms.KernelBenches;

/// <summary>How many events 1,000 actors persist in a second, and how long each waits for its commit.</summary>
internal static class JournalBench
{
    private const int Actors = 1_000;
    private static readonly TimeSpan For = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync()
    {
        await using var target = await JournalTarget.OpenAsync();
        await RunOnceAsync(target, TimeSpan.FromSeconds(2), "warm");
        var (count, waits) = await RunOnceAsync(target, For, "run");

        var sorted = waits.Order().ToArray();
        var perSecond = Math.Round(count / For.TotalSeconds);
        Console.WriteLine($"{target.Name}: {perSecond:N0} events/s by {Actors:N0} actors");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "journal",
            cores = Environment.ProcessorCount,
            journal = target.Name,
            actors = Actors,
            eventsPerSecond = perSecond,
            commitMsP50 = At(sorted, 0.50),
            commitMsP99 = At(sorted, 0.99),
        }));
        return 0;
    }

    private static async Task<(long Count, ConcurrentBag<double> Waits)> RunOnceAsync(
        JournalTarget target, TimeSpan span, string phase)
    {
        using var system = target.CreateSystem();
        using var stop = new CancellationTokenSource();
        var waits = new ConcurrentBag<double>();
        var writers = Enumerable.Range(0, Actors)
            .Select(index => system.ActorOf(Props.Create(
                () => new Writer($"bench-{phase}-{Environment.ProcessId}-{index}", waits, stop.Token))))
            .ToArray();
        await Task.WhenAll(writers.Select(writer => writer.Ask<bool>(Writer.AreYouReady, TimeSpan.FromSeconds(30))));

        foreach (var writer in writers)
        {
            writer.Tell(Writer.Go);
        }

        await Task.Delay(span, TimeProvider.System);
        var count = waits.Count;
        await stop.CancelAsync();
        await system.Terminate();
        return (count, waits);
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[(int)((sorted.Length - 1) * share)], 2);

    /// <summary>Persists one event after the other for as long as the bench runs.</summary>
    private sealed class Writer : ReceivePersistentActor
    {
        public static readonly object Go = new();
        public static readonly object AreYouReady = "ready?";
        private readonly ConcurrentBag<double> _waits;
        private readonly CancellationToken _stop;
        private long _sentAt;

        public Writer(string persistenceId, ConcurrentBag<double> waits, CancellationToken stop)
        {
            PersistenceId = persistenceId;
            _waits = waits;
            _stop = stop;
            RecoverAny(_ => { });
            Command<string>(_ => Sender.Tell(true));
            CommandAny(_ => PersistNext());
        }

        public override string PersistenceId { get; }

        private void PersistNext()
        {
            _sentAt = Stopwatch.GetTimestamp();
            var changed = new BenchEvent(
                PersistenceId, "NotReady", "break", Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
            Persist(changed, _ =>
            {
                _waits.Add(Stopwatch.GetElapsedTime(_sentAt).TotalMilliseconds);
                if (!_stop.IsCancellationRequested)
                {
                    Self.Tell(Go);
                }
            });
        }
    }
}

/// <summary>An event of the size that an agent's change of state has.</summary>
internal sealed record BenchEvent(string Agent, string State, string Reason, Guid Interaction, DateTimeOffset At);
