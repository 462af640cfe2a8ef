using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.Acd.Tests.Stories;
using static CrmUms.Acd.Tests.Routing.Centre;

namespace CrmUms.Acd.Tests.Routing;

public sealed class RouterActorTests : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10); // Of the machine, never of the story.

    private const int LastOfWork = 10_000; // Nobody else waits under such a number.

    private readonly ManualTimeProvider _clock = new();
    private readonly WitnessJournal _journal = new();
    private readonly List<AgentChosen> _chosen = []; // Written by one actor, read when it has answered.
    private readonly ActorSystem _system;
    private readonly IActorRef _ear;
    private IActorRef _router;
    private int _words; // Said to the router.

    private CentreRules _rules = CentreRules.Empty
        .With(RuleCatalog.Of<QueueRule>(), new QueueRule { Id = "support", Requirement = "support" })
        .With(RuleCatalog.Of<QueueRule>(), new QueueRule { Id = "sales", Requirement = "sales" });

    public RouterActorTests()
    {
        _system = ActorSystem.Create("router", new ActorSystemOptions { TimeProvider = _clock, Journal = _journal });
        var chosen = _chosen;
        _ear = _system.ActorOf(Props.Create(() => new Ear(chosen)));
        _router = Start();
    }

    [Fact]
    public async Task A_caller_is_told_of_the_agent_who_has_the_skill()
    {
        Ready(1, ("support", 3));
        Ready(2, ("sales", 3));

        Call(1, "sales");

        (await ChosenAsync(1))[0].Agent.ShouldBe(Agent(2));
    }

    [Fact]
    public async Task When_the_time_for_a_step_is_up_nobody_has_to_remind_the_router()
    {
        Change(new QueueRule
        {
            Id = "support", Requirement = "russian", Relaxation = [new RelaxationStep(30, "")],
        });
        Ready(1);
        Call(1, "support");
        await HeardAsync(_words);

        _clock.Advance(TimeSpan.FromSeconds(30));

        var chosen = (await ChosenAsync(1))[0];
        chosen.Reason.Grounds!.Step.ShouldBe(1);
        chosen.Reason.Grounds.RulesVersion.ShouldBe(_rules.Version);
    }

    [Fact]
    public async Task What_the_router_has_on_tape_decides_again_what_it_decided()
    {
        await WorkAsync(rounds: 300, new Random(7));

        var (tape, decided) = (Tape(), _journal.Of<CallerRouted>().ToList());

        decided.Count.ShouldBeGreaterThan(50);
        Replay(tape).ShouldBe(Routing.Tape.Text(decided));
    }

    [Fact]
    public async Task A_replay_may_begin_with_any_day()
    {
        await WorkAsync(rounds: 100, new Random(8));
        _clock.Advance(TimeSpan.FromDays(1));
        await WorkAsync(rounds: 100, new Random(9));

        var today = Tape().SkipWhile(happened => happened is not RouterStood).ToList();

        today.OfType<CallerRouted>().ShouldNotBeEmpty();
        Replay(today).ShouldBe(Routing.Tape.Text(today.OfType<CallerRouted>()));
    }

    [Fact]
    public async Task After_a_restart_the_tape_goes_on_with_a_router_that_knows_nobody()
    {
        Ready(1, ("support", 1));
        await HeardAsync(_words);
        await _router.GracefulStop(Soon);
        _router = Start();

        Call(1, "support");
        Ready(1, ("support", 1));
        await ChosenAsync(1);
        await HeardAsync(_words);

        Tape().OfType<RouterStarted>().Count().ShouldBe(2);
        Replay(Tape()).ShouldBe(Routing.Tape.Text(_journal.Of<CallerRouted>()));
    }

    [Fact]
    public async Task A_router_with_a_long_tape_starts_from_its_snapshot()
    {
        Ready(1, ("support", 1));
        for (var round = 0; round < 1_100; round++)
        {
            _router.Tell(new AgentUnavailable(Agent(1), "talking"));
        }

        PersistedSnapshot? snapshot = null;
        await AcdWorld.EventuallyAsync(
            async () => (snapshot = await _journal.LoadSnapshotAsync(
                "router", SnapshotSelectionCriteria.Latest, TestContext.Current.CancellationToken)) is not null,
            () => "a snapshot of the router");

        snapshot!.SequenceNr.ShouldBe(1_000);
    }

    public async ValueTask DisposeAsync() => await _system.Terminate();

    private IActorRef Start()
    {
        var clock = _clock;
        var router = _system.ActorOf(Props.Create(() => new RouterActor(ActorRefs.Nobody, clock)));
        _words++;
        router.Tell(new CentreRulesChanged(_rules));
        return router;
    }

    private async Task WorkAsync(int rounds, Random random)
    {
        for (var round = 0; round < rounds; round++)
        {
            switch (random.Next(4))
            {
                case 0:
                    Call(
                        random.Next(1, 20),
                        random.Next(2) == 0 ? "support" : "sales",
                        random.Next(3) == 0 ? "support >= 2" : null);
                    break;
                case 1:
                    Ready(random.Next(1, 6), ("support", 1 + random.Next(2)), ("sales", 5));
                    break;
                case 2:
                    _router.Tell(new AgentUnavailable(Agent(random.Next(1, 6)), "wrap-up"));
                    break;
                default:
                    Leave(random.Next(1, 20), random.Next(2) == 0 ? "support" : "sales");
                    break;
            }

            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(100)));
        }

        var last = Caller(LastOfWork + _words);
        Say(new CallerWaiting(last, _ear, new QueueId("nowhere"), _clock.GetUtcNow(), Priority: 0));
        await AcdWorld.EventuallyAsync(
            () => _journal.Of<RouterHeard>().Any(heard =>
                heard.Input is RoutingInput.CallerWaiting waiting && waiting.Interaction == last),
            "everything that was said on tape");
    }

    private Task HeardAsync(int count) => AcdWorld.EventuallyAsync(
        () => _journal.Of<RouterHeard>().Count() >= count, "everything that was said on tape");

    private void Ready(int agent, params (string Skill, int Level)[] skills)
    {
        Change(new AgentRule
        {
            Id = Agent(agent).ToString(), Skills = skills.ToDictionary(each => each.Skill, each => each.Level),
        });
        Say(new AgentAvailable(Agent(agent), _ear, _clock.GetUtcNow()));
    }

    private void Call(int caller, string queue, string? skills = null) =>
        Say(new CallerWaiting(Caller(caller), _ear, new QueueId(queue), _clock.GetUtcNow(), Priority: 0)
        {
            Skills = skills,
        });

    private void Leave(int caller, string queue)
    {
        Call(caller, queue);
        _router.Tell(new CallerGone(Caller(caller), new QueueId(queue)));
    }

    private void Change<T>(T rule)
        where T : class, IRule
    {
        _rules = _rules.With(RuleCatalog.Of<T>(), rule);
        Say(new CentreRulesChanged(_rules));
    }

    // Each of these is one input of the core.
    private void Say(object word)
    {
        _words++;
        _router.Tell(word);
    }

    private async Task<IReadOnlyList<AgentChosen>> ChosenAsync(int count)
    {
        await AcdWorld.EventuallyAsync(
            async () => await _ear.Ask<int>(Ear.HowMany, Soon).WaitAsync(Soon) >= count, () => $"{count} choices");
        return _chosen;
    }

    private List<object> Tape() =>
        [.. _journal.Events.Where(each => each is RouterStarted or RouterStood or RouterHeard or CallerRouted)];

    private static string Replay(IEnumerable<object> tape)
    {
        var replay = new RoutingReplay();
        return Routing.Tape.Text(tape.SelectMany(replay.On).ToList());
    }

    private sealed class Ear : ReceiveActor
    {
        public static readonly object HowMany = new();

        public Ear(List<AgentChosen> chosen)
        {
            Receive<AgentChosen>(chosen.Add);
            ReceiveAny(_ => Sender.Tell(chosen.Count));
        }
    }
}
