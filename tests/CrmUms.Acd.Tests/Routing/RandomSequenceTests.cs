using System.Globalization;
using CrmUms.Acd.Routing;

namespace CrmUms.Acd.Tests.Routing;

/// <summary>
/// Sequences of events drawn by chance. CRMUMS_SEQUENCES says how many; a failure names the seed of its sequence, and
/// CRMUMS_SEED runs that one alone.
/// </summary>
[Collection(nameof(RandomSequenceTests))]
public sealed class RandomSequenceTests
{
    private const int InputsEach = 40;

    private static readonly int Sequences = int.Parse(
        Environment.GetEnvironmentVariable("CRMUMS_SEQUENCES") ?? "20000", CultureInfo.InvariantCulture);

    [Fact]
    public void Whatever_the_core_is_told_it_decides_as_its_model_does() => Each(static seed =>
    {
        var random = new Random(seed);
        var core = new CheckedCore(AnyCentre.Rules(random));
        var now = Centre.Noon;
        for (var step = 0; step < InputsEach; step++)
        {
            core.On(Any(random, now), now);
            now = now.AddSeconds(random.Next(4) > 0 ? 0 : random.Next(12));
        }
    });

    [Fact]
    public void In_a_centre_where_messages_are_late_and_actors_crash_nobody_is_lost_or_served_twice() =>
        Each(static seed => new RoutingWorld(new Random(seed)).Run(InputsEach));

    [Fact]
    public void A_core_that_is_told_how_another_stands_goes_on_as_that_one() => Each(static seed =>
    {
        var random = new Random(seed);
        var first = new RoutingCore(AnyCentre.Rules(random));
        var now = Centre.Noon;
        for (var step = 0; step < InputsEach; step++)
        {
            first.On(Any(random, now), now);
            now = now.AddSeconds(random.Next(4) > 0 ? 0 : random.Next(12));
        }

        first.On(new RoutingInput.Tick(), now);
        var second = new RoutingCore(RoutingRules.None);
        foreach (var word in first.Words())
        {
            Require(second.On(word, now).Count == 0, "telling how one stands decides nothing");
        }

        for (var step = 0; step < InputsEach / 2; step++)
        {
            var input = Any(random, now);
            Require(
                Tape.Text(first.On(input, now)) == Tape.Text(second.On(input, now)), "both decide the same afterwards");
            now = now.AddSeconds(random.Next(4) > 0 ? 0 : random.Next(12));
        }
    }, share: 10);

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It does not hold that {what}.");
        }
    }

    private static void Each(Action<int> run, int share = 1)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("CRMUMS_SEED"), CultureInfo.InvariantCulture, out var only))
        {
            run(only);
            return;
        }

        Parallel.For(0, Sequences / share, seed => Run(run, seed));
    }

    private static void Run(Action<int> run, int seed)
    {
        try
        {
            run(seed);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Sequence of seed {seed}: {failure.Message}", failure);
        }
    }

    private static RoutingInput Any(Random random, DateTimeOffset now) => random.Next(20) switch
    {
        < 6 => new RoutingInput.CallerWaiting(
            Caller(random), AnyCentre.QueueOf(random), random.Next(-5, 6), now.AddSeconds(-random.Next(20)),
            AnyCentre.Preferred(random, now))
        {
            Skills = AnyCentre.Wish(random),
            SkillsOnly = random.Next(2) == 0,
        },
        < 8 => new RoutingInput.CallerGone(Caller(random)),
        < 9 => new RoutingInput.PriorityRaised(Caller(random), random.Next(-5, 6)),
        < 15 => new RoutingInput.AgentAvailable(
            Agent(random), now.AddSeconds(-random.Next(5)), random.Next(5) / 4.0, random.Next(4),
            random.Next(4) > 0 ? null : new Dictionary<string, int> { ["chat"] = random.Next(2) }),
        < 17 => new RoutingInput.AgentUnavailable(Agent(random), "talking"),
        < 18 => new RoutingInput.AgentSignedOut(Agent(random)),
        < 19 => random.Next(4) > 0
            ? new RoutingInput.AgentChanged(AnyCentre.Agent(random, random.Next(1, AnyCentre.Agents + 1)), 2)
            : new RoutingInput.RulesReplaced(AnyCentre.Rules(random, version: 3)),
        _ => AnyCentre.Wish(random) is { } wish
            ? new RoutingInput.WishNamed(AnyCentre.QueueOf(random), wish)
            : new RoutingInput.Tick(),
    };

    private static Acd.Shared.InteractionId Caller(Random random) => Centre.Caller(random.Next(1, 9));

    private static Acd.Shared.AgentId Agent(Random random) => Centre.Agent(random.Next(1, AnyCentre.Agents + 1));
}

/// <summary>They take all processors: tests that wait for actors shall not run beside them.</summary>
[CollectionDefinition(nameof(RandomSequenceTests), DisableParallelization = true)]
public sealed class RandomSequences;
