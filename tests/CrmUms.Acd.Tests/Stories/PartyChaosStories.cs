using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.TestKit;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>
/// Agents call, hand on, consult and confer at random, and anybody hangs up at any step: nobody is left in silence, and
/// nothing is left behind.
/// </summary>
public sealed class PartyChaosStories
{
    private const int Agents = 4;
    private const int Everybody = Agents + 1; // The last is a supervisor.
    private const int Steps = 120;
    private const int RequestsShown = 60;

    private static readonly CalleeHabit[] Habits =
        [CalleeHabit.Answers, CalleeHabit.Answers, CalleeHabit.Rings, CalleeHabit.IsBusy, CalleeHabit.Declines];

    /// <summary>Sixteen days; more with CRMUMS_SEEDS=300.</summary>
    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("CRMUMS_SEEDS") ?? "16", null))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Whoever_hangs_up_whenever_nobody_is_left_in_silence(int seed) => LiveAsync(seed, hasGaps: false);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Nor_when_the_link_or_the_server_is_gone_meanwhile(int seed) => LiveAsync(seed, hasGaps: true);

    private static async Task LiveAsync(int seed, bool hasGaps)
    {
        var random = new Random(seed);
        await using var world = await AcdWorld.StartAsync(Agents);
        await world.ChangeAsync(
            RuleChange.To(new SettingsRule { Id = SettingsRule.TheOne, NoAnswersMax = 20, OutboundWrapUpSeconds = 10 }),
            RuleChange.To(AcdWorld.Queue("express") with { WrapUpSeconds = 0 }),
            RuleChange.To(new SkillRule { Id = "support", Name = "Support" }));
        await world.SupervisorAsync();
        var callers = new List<LegId>();
        for (var step = 0; step < Steps; step++)
        {
            await HappenAsync(world, random, callers, hasGaps);
            if (step % 8 == 7)
            {
                await NobodyIsInSilenceAsync(world, seed, step);
            }
        }

        await EndAsync(world, callers, seed, hasGaps);
    }

    private static async Task HappenAsync(
        AcdWorld world, Random random, List<LegId> callers, bool hasGaps)
    {
        var agent = world.Agent(random.Next(Agents) + 1);
        world.Pbx.Callee = _ => Habits[random.Next(Habits.Length)];
        switch (random.Next(20))
        {
            case 0 or 1:
                callers.Add(world.Pbx.ArriveCall("1001"));
                break;
            case 2 or 3:
                await agent.OpenPageAsync();
                await agent.MakeReadyAsync();
                break;
            case 4:
                HangUpSomebody(world, random);
                break;
            case 5 when random.Next(3) == 0:
                await agent.ClosePageAsync();
                break;
            case 6:
                world.Turn(TimeSpan.FromSeconds(random.Next(1, 25)));
                break;
            case 7:
                AnswerSomebody(world);
                break;
            case 8 when hasGaps && random.Next(2) == 0:
                world.Pbx.LoseLink();
                HangUpSomebody(world, random);
                AnswerSomebody(world);
                world.Turn(TimeSpan.FromSeconds(1)); // A comparison of the same instant would know nothing of new legs.
                world.Pbx.RestoreLink();
                break;
            case 9 when hasGaps && random.Next(4) == 0:
                await world.KillServerAsync();
                HangUpSomebody(world, random);
                await world.StartServerAsync();
                break;
            case 10:
                await agent.DialAsync(SharedCall.Outside);
                break;
            case 11:
                await agent.CallAsync(world.Agent(random.Next(Agents) + 1));
                break;
            case 12 or 13:
                await SuperviseAsync(world.Agent(Everybody), random, await agent.ViewAsync());
                break;
            default:
                await WishAsync(world, random, agent);
                break;
        }
    }

    private static async Task WishAsync(AcdWorld world, Random random, AgentDriver agent)
    {
        if ((await agent.ViewAsync()).Call is not { } call)
        {
            return;
        }

        var other = new CallTarget.Agent(world.Agent(random.Next(Agents) + 1).Id);
        CallTarget target = random.Next(3) switch
        {
            0 => new CallTarget.Number(SharedCall.Outside),
            _ => other,
        };
        var parties = call.Parties.Select(party => party.Id).DefaultIfEmpty(PartyId.Client).ToList();
        _ = random.Next(18) switch
        {
            0 or 1 or 2 => await world.DoAsync(new AnswerOffer(agent.Id, call.Interaction)),
            3 => await agent.HoldAsync(call),
            4 => await agent.ResumeAsync(call),
            5 => await agent.HangUpAsync(call),
            6 => await agent.TransferAsync(call, target, "note"),
            7 or 8 => await agent.ConsultAsync(call, target),
            9 or 10 => await agent.AddAsync(call, target),
            11 => await agent.MutePartyAsync(call, parties[random.Next(parties.Count)], random.Next(2) == 0),
            12 => await agent.RemoveAsync(call, parties[random.Next(parties.Count)]),
            13 => await agent.TransferAsync(call, AnyLine(random)),
            14 => await agent.RecordAsync(call),
            16 or 17 => await agent.MuteAsync(call, random.Next(3) != 0),
            _ => await agent.StepAsync(call, (PartyStep)random.Next(5)),
        };
    }

    private static async Task SuperviseAsync(AgentDriver supervisor, Random random, AgentView agent)
    {
        var own = (await supervisor.ViewAsync()).Call;
        _ = (random.Next(8), own, agent.Call) switch
        {
            (0, { } his, _) => await supervisor.HangUpAsync(his),
            (1, { } his, _) => await supervisor.MuteAsync(his, muted: true),
            (2, { } his, _) => await supervisor.RecordAsync(his),
            (3, null, _) => await supervisor.StopSupervisingAsync(),
            (4 or 5 or 6, null, { } theirs) => await supervisor.TakeOverAsync(theirs),
            (_, null, { } theirs) => await supervisor.SuperviseAsync(theirs, (SupervisionMode)random.Next(3)),
            _ => await supervisor.MoveMouseAsync(),
        };
    }

    private static CallTarget AnyLine(Random random) => random.Next(2) == 0
        ? new CallTarget.Queue(new QueueId("support"))
        : new CallTarget.Skill("support", random.Next(1, 8));

    // A caller, somebody whom we called, or an agent's audio.
    private static void HangUpSomebody(AcdWorld world, Random random)
    {
        var snapshot = world.Pbx.Snapshot();
        Action[] ends =
        [
            .. snapshot.Callers.Select(caller => (Action)(() => world.Pbx.HangUpCaller(caller.Arrival.Leg))),
            .. snapshot.OutboundLegs.Select(leg => (Action)(() => world.Pbx.EndCallee(leg.Leg))),
            .. snapshot.AgentLegs.Take(1).Select(leg => (Action)(() => world.Pbx.DropAgentLeg(leg.Agent))),
        ];
        if (ends.Length > 0)
        {
            ends[random.Next(ends.Length)]();
        }
    }

    private static void AnswerSomebody(AcdWorld world)
    {
        foreach (var leg in world.Pbx.Snapshot().OutboundLegs)
        {
            try
            {
                world.Pbx.AnswerCallee(leg.Leg);
            }
            catch (ArgumentException)
            {
                // He has been given up meanwhile.
            }
        }
    }

    private static Task NobodyIsInSilenceAsync(AcdWorld world, int seed, int step)
    {
        List<LegId> silent = [];
        var looks = 0;
        return AcdWorld.EventuallyAsync(
            () =>
            {
                if (++looks % 500 == 0)
                {
                    world.Turn(TimeSpan.FromSeconds(1)); // What failed while the link was gone is tried again.
                }

                var snapshot = world.Pbx.Snapshot();
                silent =
                [
                    .. snapshot.Callers.Select(caller => caller.Arrival.Leg).Where(IsInSilence),
                    .. snapshot.OutboundLegs
                        .Where(leg => leg.State == OutboundLegState.Answered)
                        .Select(leg => leg.Leg).Where(IsInSilence),
                ];
                return Task.FromResult(silent.Count == 0);
            },
            () => $"nobody is in silence (seed {seed}, step {step}): {string.Join(", ", silent)}; {Open(world)}"
                + $"\nThe PBX was asked:\n{string.Join('\n', world.Pbx.Requests.TakeLast(RequestsShown))}");

        bool IsInSilence(LegId leg) =>
            world.Pbx.Hears(leg).Kind == "nothing" && world.Pbx.CompanyOf(leg).Count < 2;
    }

    private static async Task EndAsync(AcdWorld world, List<LegId> callers, int seed, bool hasGaps)
    {
        callers.ForEach(caller => world.Pbx.HangUpCaller(caller));
        world.Pbx.Snapshot().OutboundLegs.ToList().ForEach(leg => world.Pbx.EndCallee(leg.Leg));
        AgentView[] views = [];
        await AcdWorld.EventuallyAsync(
            async () =>
            {
                for (var number = 1; number <= Everybody; number++)
                {
                    var view = await world.Agent(number).ViewAsync();
                    if (view.Call is { } call)
                    {
                        await world.Agent(number).HangUpAsync(call);
                    }

                    await world.Agent(number).StopSupervisingAsync();
                    await world.Agent(number).MakeReadyAsync();
                    await world.Agent(number).MakeNotReadyAsync("break");
                }

                views = await Task.WhenAll(
                    Enumerable.Range(1, Everybody).Select(each => world.Agent(each).ViewAsync()));
                return views.All(view => view.Status is AgentStatus.NotReady or AgentStatus.SignedOut);
            },
            () => $"everybody is idle (seed {seed}); {string.Join("\n", views.Select(view => view))}; {Open(world)}");
        await AcdWorld.EventuallyAsync(
            async () => (await world.Journal.ListAsync(CancellationToken.None)).Count == 0,
            () => $"every interaction is closed (seed {seed}); {Open(world)}");
        // A request to dissolve a room may be lost with the link; then it stands, and nobody is in it.
        await AcdWorld.EventuallyAsync(
            () => Task.FromResult(
                (world.Pbx is { Rooms.Count: 0, TapCount: 0 } || hasGaps)
                && world.Pbx.Snapshot().OutboundLegs.Count == 0
                && world.Pbx.Snapshot().AgentLegs.All(
                    leg => leg.Conversation is null && (hasGaps || !world.Pbx.IsMuted(leg.Leg)))),
            () => $"nothing is left (seed {seed}): {string.Join(", ", world.Pbx.Rooms)}; {world.Pbx.TapCount} taps; "
                + string.Join(", ", world.Pbx.Snapshot().AgentLegs.Select(
                    leg => $"{leg.Agent} in {leg.Conversation}, muted {world.Pbx.IsMuted(leg.Leg)}"))
                + string.Join(", ", world.Pbx.Snapshot().OutboundLegs)
                + string.Join('\n', world.Journal.Of<IInteractionEvent>().Where(
                    happening => world.Pbx.Rooms.Any(room => room.Interaction == happening.Interaction)
                        || world.Pbx.Snapshot().OutboundLegs.Any(leg => leg.Interaction == happening.Interaction)))
                + $"\nThe PBX was asked:\n{string.Join('\n', world.Pbx.Requests.TakeLast(RequestsShown))}");
        foreach (var history in world.Journal.Of<IAgentEvent>().GroupBy(happening => happening.Agent))
        {
            history.Aggregate(AgentState.SignedOut, (state, happening) => state.After(happening))
                .Interaction.ShouldBeNull();
        }
    }

    private static string Open(AcdWorld world) => string.Join(
        Environment.NewLine,
        world.Journal.Of<IInteractionEvent>()
            .GroupBy(happening => happening.Interaction)
            .Where(history => !history.OfType<InteractionClosed>().Any())
            .SelectMany(history => history.TakeLast(14)));
}
