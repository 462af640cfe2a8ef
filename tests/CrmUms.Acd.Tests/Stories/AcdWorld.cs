using System.Diagnostics.CodeAnalysis;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>
/// The whole ACD on a hand-turned clock, with a PBX without telephones. Can be killed and started again.
/// </summary>
internal sealed class AcdWorld : IAsyncDisposable, IClientDirectory, IStaffDirectory
{
    public static readonly TimeSpan RingFor = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan WrapUpFor = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10); // Of the machine, never of the story.

    private readonly List<AgentDriver> _agents = [];
    private ActorSystem? _system;
    private AcdRefs? _refs;

    private AcdWorld() => Pbx = new FakePbx(fact => _refs?.PbxFacts.Tell(fact, ActorRefs.NoSender), Clock);

    public ManualTimeProvider Clock { get; } = new();

    public WitnessJournal Journal { get; } = new();

    public FakePbx Pbx { get; }

    public AcdOptions Options { get; } = new();

    /// <summary>Whom the CRM core knows; others are strangers.</summary>
    public Dictionary<string, CallerIdentity> Clients { get; } = [];

    public static async Task<AcdWorld> StartAsync(int agents = 1)
    {
        var world = new AcdWorld();
        for (var number = 1; number <= agents; number++)
        {
            world._agents.Add(new AgentDriver(world, new AgentId(new Guid(number, 0, 0, new byte[8]))));
        }

        await world.StartServerAsync();
        await world.ConfigureAsync(Queue("support", "1000", greeting: "hello"));
        await world.ConfigureAsync(Queue("express", "1001", greeting: ""));
        return world;
    }

    public static QueueConfiguration Queue(string id, string number, string greeting) =>
        new(new QueueId(id), id, [number], "support", greeting, "ru", "default", RingFor, WrapUpFor, WaitingMax: 10);

    public AgentDriver Agent(int number) => _agents[number - 1];

    public Task<QueueReply> ConfigureAsync(QueueConfiguration queue) =>
        _refs!.Queues.Ask<QueueReply>(new ConfigureQueue(queue), Patience).WaitAsync(Patience);

    public Task<QueueViews> QueuesAsync() =>
        _refs!.Queues.Ask<QueueViews>(new GetQueueViews(), Patience).WaitAsync(Patience);

    // Asks time out on the turned clock; the machine's clock bounds the test.
    public Task<AgentReply> DoAsync(IAgentCommand command) =>
        _refs!.Agents.Ask<AgentReply>(command, Patience).WaitAsync(Patience);

    /// <summary>News of an interaction to an agent, as if one had sent it.</summary>
    public void Tell(IAgentNews news) => _refs!.Agents.Tell(news, ActorRefs.NoSender);

    public Task<AgentView> ViewAsync(AgentId agent) =>
        _refs!.Agents.Ask<AgentView>(new GetAgentView(agent), Patience).WaitAsync(Patience);

    public void Turn(TimeSpan by) => Clock.Advance(by);

    /// <summary>The server dies: nothing is said to anybody. Calls go on in the PBX.</summary>
    public async Task KillServerAsync()
    {
        _refs = null;
        await _system!.Terminate().WaitAsync(Patience);
    }

    public async Task StartServerAsync()
    {
        _system = ActorSystem.Create("acd", new ActorSystemOptions { TimeProvider = Clock, Journal = Journal });
        var services = new AcdServices(Pbx, Pbx, this, this, Journal, Options, Clock, NullLogger.Instance);
        _refs = await AcdRoot.StartAsync(_system, services, Patience).WaitAsync(Patience);
        _refs.PbxFacts.Tell(Pbx.Snapshot(), ActorRefs.NoSender);
    }

    public static async Task EventuallyAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            (TimeProvider.System.GetElapsedTime(deadline) < Patience).ShouldBeTrue($"In vain waited for: {what()}");
            await Task.Yield();
        }
    }

    public static Task EventuallyAsync(Func<bool> condition, string what) =>
        EventuallyAsync(() => Task.FromResult(condition()), () => what);

    public Task<CallerIdentity?> FindByNumberAsync(PhoneNumber number, CancellationToken cancellation) =>
        Task.FromResult(Clients.GetValueOrDefault(number.E164));

    public Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AgentProfile>>([.. _agents.Select(agent => agent.Profile)]);

    [SuppressMessage("Usage", "CA1816", Justification = "A sealed test helper without a finalizer.")]
    public async ValueTask DisposeAsync() => await _system!.Terminate();
}
