using System.Diagnostics.CodeAnalysis;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>
/// The whole ACD on a hand-turned clock, with a PBX without telephones. Can be killed and started again.
/// </summary>
internal sealed class AcdWorld : IAsyncDisposable, IClientDirectory, IStaffDirectory, ILastAgents,
    IHandBackTickets
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

    public FakePrompts Prompts { get; } = new();

    public FakeHttpLookUps Http { get; } = new();

    /// <summary>Whom the CRM core knows; others are strangers.</summary>
    public Dictionary<string, CallerIdentity> Clients { get; } = [];

    /// <summary>Who talked with whom last, and when.</summary>
    public Dictionary<string, (AgentId Agent, DateTimeOffset At)> LastTalks { get; } = [];

    public static async Task<AcdWorld> StartAsync(int agents = 1)
    {
        var world = new AcdWorld();
        for (var number = 1; number <= agents; number++)
        {
            world._agents.Add(new AgentDriver(world, new AgentId(new Guid(number, 0, 0, new byte[8]))));
        }

        await world.StartServerAsync();
        await world.ChangeAsync([
            RuleChange.To(new SkillRule { Id = "support", Name = "Support" }),
            RuleChange.To(new ReasonRule { Id = "break", Names = new RuleNames("Перерыв", "Tanaffus", "Break") }),
            RuleChange.To(new ReasonRule { Id = "lunch", Names = new RuleNames("Обед", "Tushlik", "Lunch") }),
            RuleChange.To(Queue("support")),
            RuleChange.To(Number("1000", "support", greeting: "hello")),
            RuleChange.To(Queue("express")),
            RuleChange.To(Number("1001", "express")),
            .. world._agents.Select(agent => RuleChange.To(agent.Rule)),
        ]);
        return world;
    }

    public static QueueRule Queue(string id) => new()
    {
        Id = id,
        Name = id,
        Requirement = "support",
        RingSeconds = (int)RingFor.TotalSeconds,
        WrapUpSeconds = (int)WrapUpFor.TotalSeconds,
        WaitingMax = 10,
    };

    public static NumberRule Number(string number, string queue, string greeting = "") =>
        new() { Id = number, Target = RuleTarget.Queue(queue), Greeting = greeting };

    public AgentDriver Agent(int number) => _agents[number - 1];

    /// <summary>Changes the rules; all of it makes sense.</summary>
    public async Task ChangeAsync(params IReadOnlyList<RuleChange> changes)
    {
        var reply = await TryChangeAsync(changes);
        var problems = (reply as RulesReply.Refused)?.Problems ?? [];
        reply.ShouldBeOfType<RulesReply.Accepted>(string.Join("; ", problems));
    }

    public Task<RulesReply> TryChangeAsync(params IReadOnlyList<RuleChange> changes) =>
        _refs!.Rules.Ask<RulesReply>(new ChangeRules(changes, null, "test"), Patience).WaitAsync(Patience);

    /// <summary>Somebody comes to work here while the server runs.</summary>
    public async Task<AgentDriver> HireAsync()
    {
        var agent = new AgentDriver(this, new AgentId(new Guid(_agents.Count + 1, 0, 0, new byte[8])));
        _agents.Add(agent);
        await RefreshStaffAsync();
        return agent;
    }

    /// <summary>Somebody comes to work here who never says how he is.</summary>
    public AgentProfile HireSilent()
    {
        var agent = new AgentDriver(this, new AgentId(new Guid(_agents.Count + 1, 0, 0, new byte[8])));
        Journal.Unreadable = $"agent-{agent.Profile.Agent}";
        _agents.Add(agent);
        _refs!.Agents.Tell(new RefreshStaff(), ActorRefs.NoSender);
        return agent.Profile;
    }

    /// <summary>How all agents are; these have answered when the time of those who are silent has passed.</summary>
    public async Task<AgentViews> AgentsAsync(params IReadOnlyList<AgentDriver> answering)
    {
        var asked = _refs!.Agents.Ask<AgentViews>(new GetAgentViews());
        foreach (var agent in answering)
        {
            await agent.ViewAsync(); // Asked after that, and so answered after that.
        }

        Turn(TimeSpan.FromSeconds(2));
        return await asked.WaitAsync(Patience);
    }

    /// <summary>A supervisor comes to work here, and opens his page.</summary>
    public async Task<AgentDriver> SupervisorAsync(bool mayListenUnseen = false)
    {
        var id = new AgentId(new Guid(1_000 + _agents.Count, 0, 0, new byte[8]));
        var supervisor = new AgentDriver(this, id, isSupervisor: true, mayListenUnseen);
        _agents.Add(supervisor);
        await RefreshStaffAsync();
        await supervisor.OpenPageAsync();
        return supervisor;
    }

    public Task RefreshStaffAsync() =>
        _refs!.Agents.Ask<StaffRefreshed>(new RefreshStaff(), Patience).WaitAsync(Patience);

    public async Task DismissAsync(AgentDriver agent)
    {
        _agents.Remove(agent);
        await RefreshStaffAsync();
    }

    /// <summary>From now on no queue answers anybody.</summary>
    public Task SilenceQueuesAsync() => _refs!.Queues.GracefulStop(Patience).WaitAsync(Patience);

    public Task<QueueViews> QueuesAsync() =>
        _refs!.Queues.Ask<QueueViews>(new GetQueueViews(), Patience).WaitAsync(Patience);

    public Task<PriorityReply> GivePriorityAsync(InteractionId interaction, int points) =>
        _refs!.Interactions.Ask<PriorityReply>(
            new GivePriority(interaction, points, _agents[0].Profile.Agent), Patience).WaitAsync(Patience);

    public Task<TestCallReply> CallIntoFlowAsync(string flow, string number) =>
        _refs!.Interactions.Ask<TestCallReply>(
            new CallIntoFlow(flow, PhoneNumber.FromE164(number)), Patience).WaitAsync(Patience);

    public Task<TakeOutReply> TakeOutAsync(InteractionId interaction, string? queue = null) =>
        _refs!.Interactions.Ask<TakeOutReply>(
            new TakeOutCaller(
                interaction, queue is null ? null : new QueueId(queue), _agents[0].Profile.Agent),
            Patience).WaitAsync(Patience);

    public async Task<AssignRefusal?> AssignAsync(InteractionId interaction, AgentDriver to) =>
        (await _refs!.Agents.Ask<AssignReply>(
            new AssignCaller(interaction, to.Profile.Agent, _agents[0].Profile.Agent), Patience)
            .WaitAsync(Patience)).Refusal;

    /// <summary>An agent takes a waiting caller to himself; null when he may.</summary>
    public async Task<AgentRefusal?> PickAsync(InteractionId interaction, AgentDriver by) =>
        (await DoAsync(new PickCaller(by.Profile.Agent, interaction)) as AgentReply.Refused)?.Reason;

    public Task<DayFigures> FiguresAsync() =>
        _refs!.Figures.Ask<DayFigures>(new GetFigures(), Patience).WaitAsync(Patience);

    /// <summary>Who waits, whoever goes first before the others.</summary>
    public async Task<IReadOnlyList<WaitingInLine>> WaitingAsync() =>
        (await _refs!.Queues.Ask<WaitingLines>(new GetWaitingLines(Max: 10), Patience).WaitAsync(Patience)).Callers;

    // Asks time out on the turned clock; the machine's clock bounds the test.
    public Task<AgentReply> DoAsync(IAgentCommand command) =>
        _refs!.Agents.Ask<AgentReply>(command, Patience).WaitAsync(Patience);

    public Task<T> AskAsync<T>(IAgentCommand query) => _refs!.Agents.Ask<T>(query, Patience).WaitAsync(Patience);

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
        Pbx.EndTaps(); // As the comparison does with which a gateway begins.
        _system = ActorSystem.Create("acd", new ActorSystemOptions { TimeProvider = Clock, Journal = Journal });
        var services = new AcdServices(
            Pbx, Pbx, this, this, Prompts, Http, Journal, this, this, Options, Clock, NullLogger.Instance);
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

    public Task<CallerIdentity?> FindAsync(string by, string value, CancellationToken cancellation) =>
        Task.FromResult(Clients.GetValueOrDefault(value));

    string IHandBackTickets.Issue(InteractionId interaction, string request) => $"{interaction}_{request}";

    /// <summary>Whoever was handed a caller hands him back.</summary>
    public Task<HandBackReply> HandBackAsync(string ticket, string summary) =>
        _refs!.Interactions.Ask<HandBackReply>(
            new HandCallerBack(
                new InteractionId(Guid.ParseExact(ticket.Split('_', 2)[0], "n")),
                new FlowEvent.AssistantReturned(
                    ticket.Split('_', 2)[1], summary, "the dialogue", new Dictionary<string, string>())),
            Patience).WaitAsync(Patience);

    Task<AgentId?> ILastAgents.FindAsync(PhoneNumber number, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult<AgentId?>(
            LastTalks.TryGetValue(number.E164, out var last) && last.At >= since ? last.Agent : null);

    public Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AgentProfile>>([.. _agents.Select(agent => agent.Profile)]);

    [SuppressMessage("Usage", "CA1816", Justification = "A sealed test helper without a finalizer.")]
    public async ValueTask DisposeAsync() => await _system!.Terminate();
}
