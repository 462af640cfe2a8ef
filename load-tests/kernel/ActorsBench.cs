using System.Text.Json;

namespace CrmUms.KernelBenches;

/// <summary>Tell and ask throughput, between one pair and among 10,000 actors.</summary>
internal static class ActorsBench
{
    private const int InFlight = 16;
    private const int Runs = 3;

    public static async Task<int> RunAsync()
    {
        using var system = ActorSystem.Create("bench");
        var figures = new Dictionary<string, Measure>
        {
            ["tellOnePair"] = await TellAsync(system, pairs: 1, messages: 20_000_000),
            ["tell1000Pairs"] = await TellAsync(system, pairs: 1_000, messages: 20_000_000),
            ["tell10000Actors"] = await TellAsync(system, pairs: 5_000, messages: 20_000_000),
            ["askOnePair"] = await AskAsync(system, actors: 1, askers: 1, asks: 200_000),
            ["ask10000Actors"] = await AskAsync(system, actors: 10_000, askers: 64, asks: 1_000_000),
        };
        foreach (var (name, measure) in figures)
        {
            var cost = $"{measure.BytesEach:N2} bytes, {measure.CpuNanosEach:N1} ns of a processor each";
            Console.WriteLine($"{name,-16} {measure.PerSecond,14:N0}/s, {cost}");
        }

        await system.Terminate();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "actors",
            cores = Environment.ProcessorCount,
            inFlight = InFlight,
            figures,
        }));
        return 0;
    }

    private static Task<Measure> TellAsync(ActorSystem system, int pairs, int messages) =>
        Measure.MedianAsync(Runs, async () =>
        {
            using var done = new CountdownEvent(pairs);
            var share = Math.Max(1, messages / pairs / 2);
            var players = new List<IActorRef>();
            for (var index = 0; index < pairs; index++)
            {
                // One of the two ends the game; the other never comes to its last message.
                players.Add(system.ActorOf(Props.Create(() => new PingPong(share, done))));
                players.Add(system.ActorOf(Props.Create(() => new PingPong(int.MaxValue, done))));
            }

            var measure = await Measure.OfAsync(2L * share * pairs, () =>
            {
                for (var index = 0; index < players.Count; index += 2)
                {
                    players[index].Tell(new PingPong.Serve(players[index + 1], InFlight));
                }

                return Task.Run(done.Wait);
            });
            await Task.WhenAll(players.Select(player => player.GracefulStop(TimeSpan.FromSeconds(10))));
            return measure;
        });

    private static Task<Measure> AskAsync(ActorSystem system, int actors, int askers, int asks) =>
        Measure.MedianAsync(Runs, async () =>
        {
            var echoes = Enumerable.Range(0, actors)
                .Select(_ => system.ActorOf(Props.Create(() => new Echo())))
                .ToArray();
            var measure = await Measure.OfAsync(asks, () => Task.WhenAll(Enumerable.Range(0, askers).Select(
                asker => AskerAsync(echoes, asker, asks / askers))));
            await Task.WhenAll(echoes.Select(echo => echo.GracefulStop(TimeSpan.FromSeconds(10))));
            return measure;
        });

    private static async Task AskerAsync(IActorRef[] echoes, int first, int asks)
    {
        await Task.Yield();
        for (var index = 0; index < asks; index++)
        {
            var echo = echoes[(first + (index * 64)) % echoes.Length];
            await echo.Ask<PingPong.Ball>(PingPong.Ball.Instance, TimeSpan.FromSeconds(10)).ConfigureAwait(false);
        }
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => Receive<PingPong.Ball>(ball => Sender.Tell(ball));
    }
}
