using System.Text.Json;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Checking;
using CrmUms.Acd.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Acd.Tests.Ivr;

/// <summary>Any flow, any happenings in any order, crashes among them: nobody is stuck, nothing runs away.</summary>
public sealed class FlowProperties
{
    private const int Happenings = 60;

    [Fact]
    public void Nobody_is_ever_stuck_and_everybody_comes_to_an_end() => ForSeeds(1_000, seed =>
    {
        var walk = new Walk(seed);
        for (var count = 0; count < Happenings; count++)
        {
            walk.Happens(walk.Anything());
        }

        walk.LetTimePass();
    });

    [Fact]
    public void A_crash_at_any_moment_leads_back_to_the_same_node_with_the_same_variables() => ForSeeds(400, seed =>
    {
        var walk = new Walk(seed);
        for (var count = 0; count < Happenings; count++)
        {
            walk.Happens(walk.Anything());
            walk.IsKnownAfterACrash();
            if (walk.Random.Next(5) == 0)
            {
                walk.Crashes();
            }
        }

        walk.LetTimePass();
    });

    [Fact]
    public void A_state_that_was_written_and_read_is_the_same_state() => ForSeeds(200, seed =>
    {
        var walk = new Walk(seed);
        for (var count = 0; count < Happenings; count++)
        {
            walk.Happens(walk.Anything());
            var written = JsonSerializer.Serialize(walk.State, FlowJson.Options);
            var read = JsonSerializer.Deserialize<FlowState>(written, FlowJson.Options);
            JsonSerializer.Serialize(read, FlowJson.Options).ShouldBe(written);
        }
    });

    [Fact]
    public void Every_note_survives_the_journal() => ForSeeds(100, seed =>
    {
        var walk = new Walk(seed);
        for (var count = 0; count < Happenings; count++)
        {
            walk.Happens(walk.Anything());
        }

        var written = JsonSerializer.Serialize(walk.Notes, FlowJson.Options);
        var read = JsonSerializer.Deserialize<List<FlowNote>>(written, FlowJson.Options);
        JsonSerializer.Serialize(read, FlowJson.Options).ShouldBe(written);
    });

    [Fact]
    public void Any_drawing_can_be_checked() => ForSeeds(500, seed =>
    {
        var library = new RandomFlows(new Random(seed)).Centre().Library;
        foreach (var graph in library.Graphs)
        {
            ProblemsOf(graph, library).Select(problem => problem.Node).OfType<string>()
                .Except(graph.Nodes.Select(node => node.Id))
                .ShouldBeEmpty();
        }
    });

    [Fact]
    public void Flows_without_problems_never_fail_their_callers()
    {
        var sound = 0;
        ForSeeds(2_000, seed =>
        {
            var context = new RandomFlows(new Random(seed), areSound: true).Centre();
            if (!context.Library.Graphs.All(graph =>
                FlowValidator.IsPublishable(ProblemsOf(graph, context.Library))))
            {
                return;
            }

            sound++;
            var walk = new Walk(seed, context);
            for (var count = 0; count < Happenings; count++)
            {
                walk.Happens(walk.Anything());
            }

            walk.LetTimePass();
            walk.Notes.OfType<FlowNote.Faulted>().Select(fault => fault.Code)
                .Except([FlowFault.PromptFailed, FlowFault.TooManyVisits])
                .ShouldBeEmpty();
        });
        sound.ShouldBeGreaterThan(100);
    }

    private static IReadOnlyList<FlowProblem> ProblemsOf(FlowGraph graph, FlowLibrary library) =>
        FlowValidator.ProblemsOf(graph, new FlowSurroundings
        {
            Queues = new HashSet<string> { "support", "sales" },
            Calendars = new HashSet<string> { "office" },
            Flows = library.Graphs.ToDictionary(flow => flow.Id),
        });

    private static void ForSeeds(int runs, Action<int> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(runs).WithStartSize(1).WithEndSize(1_000_000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), check));

    /// <summary>One caller, and what must hold of him after each step.</summary>
    private sealed class Walk
    {
        private readonly FlowContext _context;
        private readonly HashSet<string> _requests = [];
        private FlowState _folded = FlowState.Before("main");

        public Walk(int seed, FlowContext? context = null)
        {
            Random = new Random(seed);
            _context = context ?? new RandomFlows(Random).Centre();
            Happens(new FlowEvent.Started());
        }

        public Random Random { get; }

        public FlowState State { get; private set; } = FlowState.Before("main");

        public List<FlowNote> Notes { get; } = [];

        public void Happens(FlowEvent happening)
        {
            var step = FlowRun.Step(State, happening, _context);
            if (State.IsOver)
            {
                step.Effects.ShouldBeEmpty();
            }

            State = step.State;
            Notes.AddRange(step.Notes);
            _folded = step.Notes.Aggregate(_folded, (folded, note) => folded.After(note));

            step.Notes.OfType<FlowNote.NodeEntered>().Count().ShouldBeLessThanOrEqualTo(FlowLimits.StepsMax + 2);
            State.Visit.ShouldBeLessThanOrEqualTo(FlowLimits.VisitsMax + Happenings);
            step.Effects.OfType<FlowEffect.HangUp>().Any().ShouldBe(step.Notes.Contains(
                new FlowNote.Ended(FlowEnding.HungUp)));
            foreach (var request in step.Effects.Select(NewRequest).OfType<string>())
            {
                _requests.Add(request).ShouldBeTrue($"{request} was given twice");
            }

            IsSomewhere();
        }

        /// <summary>Over, in a queue, or waiting for something that has a limit.</summary>
        private void IsSomewhere()
        {
            if (State.IsOver)
            {
                State.Progress.ShouldBe(FlowProgress.None);
                return;
            }

            var isInQueue = State.Node == FlowState.Fallback
                || _context.Library.Graphs.Single(graph => graph.Id == State.Flow)
                    .Nodes.Single(node => node.Id == State.Node).Type == "queue";
            (isInQueue || State.Progress.Timer is not null).ShouldBeTrue($"stuck at {State}");
        }

        public void IsKnownAfterACrash()
        {
            _folded.Node.ShouldBe(State.Node);
            _folded.Flow.ShouldBe(State.Flow);
            _folded.Ending.ShouldBe(State.Ending);
            _folded.Returns.ShouldBe(State.Returns);
            _folded.Variables.OrderBy(each => each.Key).ShouldBe(State.Variables.OrderBy(each => each.Key));
            if (!State.IsOver)
            {
                _folded.Language.ShouldBe(State.Language);
            }
        }

        public void Crashes()
        {
            State = _folded;
            Happens(new FlowEvent.Resumed((FlowDial)Random.Next(3)));
        }

        /// <summary>Everybody is patient and everything works: it must end.</summary>
        public void LetTimePass()
        {
            for (var count = 0; !State.IsOver; count++)
            {
                count.ShouldBeLessThan(20 * FlowLimits.VisitsMax, $"no end at {State}");
                Happens(State.Progress switch
                {
                    { Playing: { } playing } => new FlowEvent.PromptFinished(playing),
                    { Timer: { } timer } => new FlowEvent.TimerElapsed(timer),
                    _ => new FlowEvent.QueueLeft(FlowQueueLeaving.Served),
                });
            }
        }

        public FlowEvent Anything()
        {
            var awaited = Random.Next(10) == 0 ? "flow-1-1-1" : State.Progress.Awaited ?? "";
            return Random.Next(18) switch
            {
                < 4 => new FlowEvent.PromptFinished(State.Progress.Playing ?? "", Random.Next(9) == 0),
                < 8 => new FlowEvent.DigitPressed("0123456789*#A"[Random.Next(13)]),
                8 => new FlowEvent.TimerElapsed(State.Progress.Timer ?? ""),
                9 => new FlowEvent.HttpAnswered(awaited, Random.Next(3) == 0 ? 404 : 200, Body()),
                10 => new FlowEvent.LookUpFailed(awaited),
                11 => new FlowEvent.ClientLookedUp(awaited, Random.Next(2) == 0 ? null : Client()),
                12 => new FlowEvent.CallbackAnswered(awaited, Random.Next(2) == 0),
                13 => new FlowEvent.RecordingFinished(
                    awaited, TimeSpan.FromSeconds(Random.Next(9)), Random.Next(4) == 0),
                14 => new FlowEvent.DialAnswered(awaited),
                15 => new FlowEvent.DialEnded(awaited, (FlowDialEnding)Random.Next(4)),
                16 => new FlowEvent.QueueLeft((FlowQueueLeaving)Random.Next(6)),
                _ => Random.Next(6) switch
                {
                    0 => new FlowEvent.Resumed((FlowDial)Random.Next(3)),
                    1 when Random.Next(4) == 0 => new FlowEvent.CallerGone(),
                    2 => new FlowEvent.Started(),
                    _ => new FlowEvent.AssistantReturned(
                        awaited, "summary", null, new Dictionary<string, string> { ["topic"] = "card" }),
                },
            };
        }

        private string Body() => Random.Next(3) switch { 0 => "<html>", 1 => "{}", _ => """{"n":7}""" };

        private static FlowClient Client() =>
            new(new ClientId(Guid.Empty), new Dictionary<string, string> { ["name"] = "Aziza" });

        private static string? NewRequest(FlowEffect effect) => effect switch
        {
            FlowEffect.PlayPrompts play => play.Request,
            FlowEffect.StartTimer timer => timer.Request,
            FlowEffect.LookUpHttp asked => asked.Request,
            FlowEffect.LookUpClient asked => asked.Request,
            FlowEffect.OfferCallback offer => offer.Request,
            FlowEffect.RecordVoicemail recording => recording.Request,
            FlowEffect.DialOut dial => dial.Request,
            FlowEffect.HandToAssistant dial => dial.Request,
            _ => null,
        };
    }
}
