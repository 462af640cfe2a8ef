using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Journal;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>A router of the real core whose days are written to a journal, always the same.</summary>
internal sealed class RecordedRouter(PostgresJournal journal, DateTimeOffset midnight)
{
    private readonly RoutingCore _core = new(RoutingRules.None);
    private readonly Random _random = new(11);
    private long _written;

    public AgentId[] Agents { get; } = [.. Enumerable.Range(0, 5).Select(_ => new AgentId(Guid.CreateVersion7()))];

    public IReadOnlyList<RoutingInput> Words => _core.Words();

    /// <summary>One happening a minute: an agent comes or goes, a caller comes.</summary>
    public async Task WorkAsync(double from, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var (agent, at) = (Agents[_random.Next(Agents.Length)], At(from + (round / 60.0)));
            RoutingInput input = _random.Next(4) switch
            {
                0 => new RoutingInput.AgentAvailable(agent, at, _random.NextDouble(), _random.Next(20)),
                1 => new RoutingInput.AgentUnavailable(agent, "wrap-up"),
                _ => new RoutingInput.CallerWaiting(
                    new InteractionId(Guid.CreateVersion7()), Call.Support, _random.Next(5), at, [])
                {
                    Skills = _random.Next(3) == 0 ? "uzbek >= 7" : null,
                },
            };
            await HearAsync(input, at);
        }
    }

    public async Task HearAsync(RoutingInput input, DateTimeOffset at)
    {
        await KeepAsync(new RouterHeard(input, at), at);
        foreach (var (caller, agent, reason) in _core.On(input, at))
        {
            await KeepAsync(new CallerRouted(caller, agent, reason, at), at);
        }
    }

    public async Task KeepAsync(object happened, DateTimeOffset at)
    {
        var stored = new PersistedEvent("router", ++_written, happened, at, Guid.Empty);
        await journal.WriteAsync([new AtomicWrite("router", [stored])], CancellationToken.None);
    }

    public RoutingRules Rules() => new(
        1,
        [
            new RoutingQueue(Call.Support, [new(TimeSpan.Zero, "uzbek >= 5"), new(TimeSpan.FromMinutes(5), "uzbek")])
            {
                Strategy = "weighted",
                Weights = new Dictionary<string, double> { ["skill-fit"] = 3, ["idle-time"] = 0.1, ["occupancy"] = 2 },
                SecondsPerPriorityPoint = 10,
            },
        ],
        [
            .. Agents.Select((agent, index) => new RoutingAgent(
                agent, new Dictionary<string, int> { ["uzbek"] = (2 * index) + 1 })),
        ]);

    private DateTimeOffset At(double hour) => midnight.AddHours(hour);
}
