using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Random days: whatever happens in whatever order, nobody is lost, and nobody has two.</summary>
public sealed class ChaosStories
{
    private const int Agents = 3;
    private const int Steps = 150;

    /// <summary>Twelve days; more with CRMUMS_SEEDS=300.</summary>
    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("CRMUMS_SEEDS") ?? "12", null))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_a_random_day_everybody_can_be_served_again(int seed)
    {
        var random = new Random(seed);
        await using var world = await AcdWorld.StartAsync(Agents);
        await SetUpAsync(world);
        var supervisor = await world.SupervisorAsync();
        var callers = new List<LegId>();
        for (var step = 0; step < Steps; step++)
        {
            await HappenAsync(world, random, callers);
            await SuperviseAsync(world, random, supervisor);
        }

        await GoHomeAsync(world, callers);

        HoldsForEveryAgent(world);
        await AcdWorld.EventuallyAsync(() => world.Pbx.TapCount == 0, $"no tap stands (seed {seed})");
        await HoldsForEveryInteractionAsync(world);
        world.Turn(TimeSpan.FromHours(1)); // Nobody is over his occupancy any more.
        for (var number = 1; number <= Agents; number++)
        {
            await world.Agent(number).OpenPageAsync();
            await world.Agent(number).MeasureAsync();
            await world.Agent(number).MakeReadyAsync();
            var caller = world.Pbx.ArriveCall("1001");
            var call = await world.Agent(number).AnswerAsync();
            world.Pbx.Hears(caller).Kind.ShouldBe("leg", $"seed {seed}");
            await world.Agent(number).HangUpAsync(call);
            await world.Agent(number).IsAsync(AgentStatus.WrapUp);
            await world.Agent(number).MakeReadyAsync();
            await world.Agent(number).MakeNotReadyAsync("break");
        }
    }

    // Everything that agents can be asked for at once: limits, more time, calls answered for one of them.
    private static Task SetUpAsync(AcdWorld world) => world.ChangeAsync(
        RuleChange.To(new SettingsRule { Id = SettingsRule.TheOne, NoAnswersMax = 2, InactivityMinutes = 1 }),
        RuleChange.To(new ReasonRule { Id = "break", Names = new RuleNames("П", "T", "B"), LimitMinutes = 1 }),
        RuleChange.To(AcdWorld.Queue("express") with { WrapUpExtensionSeconds = 20 }),
        RuleChange.To(world.Agent(1).Rule with { AutoAnswer = true }),
        RuleChange.To(world.Agent(2).Rule with { OccupancyMaxPercent = 90 }));

    private static async Task HappenAsync(AcdWorld world, Random random, List<LegId> callers)
    {
        var agent = world.Agent(random.Next(Agents) + 1);
        switch (random.Next(18))
        {
            case 0 or 1 or 2:
                callers.Add(world.Pbx.ArriveCall(random.Next(3) == 0 ? "1000" : "1001"));
                break;
            case 3:
                LeaveSomebody(world, random, callers);
                break;
            case 4:
                callers.ForEach(caller => FinishPrompt(world, caller));
                break;
            case 5:
                await agent.OpenPageAsync();
                break;
            case 6 or 7:
                await agent.MakeReadyAsync();
                break;
            case 8:
                await agent.MakeNotReadyAsync("break");
                break;
            case 9:
                await agent.ClosePageAsync();
                break;
            case 10:
                world.Turn(TimeSpan.FromSeconds(random.Next(1, 30)));
                break;
            case 11:
                world.Pbx.LoseLink();
                LeaveSomebody(world, random, callers);
                callers.Add(world.Pbx.ArriveCall("1001"));
                world.Pbx.RestoreLink();
                break;
            case 12 when random.Next(3) == 0:
                await world.KillServerAsync();
                LeaveSomebody(world, random, callers);
                await world.StartServerAsync();
                break;
            case 13:
                await agent.MeasureAsync(random.Next(3) == 0, random.Next(3) == 0);
                break;
            case 14:
                world.Pbx.Snapshot().AgentLegs.ToList().ForEach(leg => FinishTone(world, leg.Leg));
                await agent.MoveMouseAsync();
                break;
            default:
                await WishAsync(world, random, agent);
                break;
        }
    }

    // Now and then a supervisor goes into the talk of somebody, changes his mind, or loses his page.
    private static async Task SuperviseAsync(AcdWorld world, Random random, AgentDriver supervisor)
    {
        switch (random.Next(6))
        {
            case 0 when (await world.Agent(random.Next(Agents) + 1).ViewAsync()).Call is { } call:
                await supervisor.SuperviseAsync(call, (SupervisionMode)random.Next(3));
                break;
            case 1:
                await supervisor.StopSupervisingAsync();
                break;
            case 2 when random.Next(5) == 0:
                await supervisor.ClosePageAsync();
                await supervisor.OpenPageAsync();
                break;
            default:
                break;
        }
    }

    private static void FinishPrompt(AcdWorld world, LegId caller)
    {
        try
        {
            world.Pbx.FinishPrompt(caller);
        }
        catch (ArgumentException)
        {
            // He has been hung up meanwhile.
        }
    }

    private static void FinishTone(AcdWorld world, LegId leg)
    {
        if (world.Pbx.Hears(leg).Kind == "prompt")
        {
            FinishPrompt(world, leg);
        }
    }

    private static void LeaveSomebody(AcdWorld world, Random random, List<LegId> callers)
    {
        if (callers.Where(world.Pbx.IsAlive).ToList() is { Count: > 0 } alive)
        {
            world.Pbx.HangUpCaller(alive[random.Next(alive.Count)]);
        }
    }

    // The page may say anything at any time; most of it is refused, none of it may harm.
    private static async Task WishAsync(AcdWorld world, Random random, AgentDriver agent)
    {
        if ((await agent.ViewAsync()).Call is not { } call)
        {
            return;
        }

        _ = random.Next(7) switch
        {
            0 or 1 => await world.DoAsync(new AnswerOffer(agent.Profile.Agent, call.Interaction)),
            2 => await agent.HoldAsync(call),
            3 => await agent.ResumeAsync(call),
            4 => await agent.HangUpAsync(call),
            5 => await agent.ExtendAsync(call),
            _ => await agent.RecordAsync(call),
        };
    }

    private static async Task GoHomeAsync(AcdWorld world, List<LegId> callers)
    {
        // A busy machine may not have taken them yet: whoever comes later than this would find everybody gone home.
        var alive = callers.Where(world.Pbx.IsAlive).ToList();
        await AcdWorld.EventuallyAsync(
            () => !alive.Where(world.Pbx.IsAlive)
                .Except(world.Journal.Of<InteractionArrived>().Select(arrived => arrived.Caller)).Any(),
            "everybody who calls was taken");
        callers.ForEach(caller => world.Pbx.HangUpCaller(caller));
        for (var number = 1; number <= Agents; number++)
        {
            var agent = world.Agent(number);
            AgentView? lastSeen = null;
            await AcdWorld.EventuallyAsync(
                async () =>
                {
                    await agent.MakeReadyAsync(); // Ends a wrap-up.
                    await agent.MakeNotReadyAsync("break");
                    var view = lastSeen = await agent.ViewAsync();
                    return view.Status is AgentStatus.NotReady or AgentStatus.SignedOut;
                },
                () => $"agent {number} is idle; {lastSeen}; open are {Open(world)}"
            );
        }

        await AcdWorld.EventuallyAsync(
            async () => (await world.Journal.ListAsync(CancellationToken.None)).Count == 0,
            () => $"every interaction is closed; open are {Open(world)}"
        );
        await AcdWorld.EventuallyAsync(
            async () => (await world.QueuesAsync()).Queues.All(queue => queue.Waiting == 0),
            () => "nobody waits"
        );
    }

    private static string Open(AcdWorld world) =>
        string.Join(
            Environment.NewLine,
            world
                .Journal.Of<IInteractionEvent>()
                .GroupBy(happening => happening.Interaction)
                .Where(history => !history.OfType<InteractionClosed>().Any())
                .SelectMany(history => history)
        );

    private static void HoldsForEveryAgent(AcdWorld world)
    {
        foreach (var history in world.Journal.Of<IAgentEvent>().GroupBy(happening => happening.Agent))
        {
            var state = AgentState.SignedOut;
            foreach (var happening in history)
            {
                state = state.After(happening); // Throws on a move that the life cycle does not have.
            }

            state.Interaction.ShouldBeNull();
        }
    }

    // One who hung up at once may be taken only now.
    private static Task HoldsForEveryInteractionAsync(AcdWorld world) => AcdWorld.EventuallyAsync(
        () => Task.FromResult(StatesOfInteractions(world).All(state => state.Stage == InteractionStage.Closed)),
        () => $"every interaction is closed; open are {Open(world)}");

    private static Dictionary<InteractionId, InteractionState>.ValueCollection StatesOfInteractions(AcdWorld world)
    {
        var talking = new Dictionary<AgentId, InteractionId>();
        var states = new Dictionary<InteractionId, InteractionState>();
        foreach (var happening in world.Journal.Of<IInteractionEvent>())
        {
            var id = happening.Interaction;
            states[id] = InteractionState.Begun(happening) ?? states[id].After(happening);
            if (happening is InteractionConnected connected)
            {
                talking.TryAdd(connected.Agent, id).ShouldBeTrue("An agent has two callers.");
            }
            else if (happening is InteractionEnded or AgentGivenUp)
            {
                talking.Where(pair => pair.Value == id).ToList().ForEach(pair => talking.Remove(pair.Key));
            }
        }

        return states.Values;
    }
}
