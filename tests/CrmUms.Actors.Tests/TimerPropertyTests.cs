using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Actors.Tests;

/// <summary>
/// Whatever is started, replaced, cancelled and restarted: what arrives is what a plain list of times says.
/// </summary>
public sealed class TimerPropertyTests
{
    public enum Move
    {
        StartSingle,
        StartPeriodic,
        Cancel,
        Restart,
        Advance,
    }

    public sealed record Step(Move Move, int Key, int Seconds)
    {
        public static Arbitrary<Step[]> Any() => (
                from move in Gen.Elements(Enum.GetValues<Move>())
                from key in Gen.Choose(1, 3)
                from seconds in Gen.Choose(1, 20)
                select new Step(move, key, seconds))
            .ArrayOf()
            .ToArbitrary();
    }

    [Fact]
    public void Exactly_the_timers_that_are_due_and_not_cancelled_fire() =>
        Prop.ForAll(Step.Any(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Agrees(Step[] steps)
    {
        using var kit = new TestKit.TestKit();
        var clock = kit.Sys.ActorOf(Props.Create(() => new Clock(kit.TestActor)));
        var model = new SortedDictionary<int, (int Due, int Every)>();
        var now = 0;

        foreach (var step in steps)
        {
            if (step.Move != Move.Advance)
            {
                clock.Tell(step);
                Note(model, step, now);
                continue;
            }

            kit.Scheduler.Advance(TimeSpan.FromSeconds(step.Seconds));
            now += step.Seconds;
            var expected = Due(model, now);
            kit.ReceiveN(expected.Count).Cast<int>().Order().ShouldBe(expected);
            kit.ExpectNoMsg();
        }
    }

    private static void Note(SortedDictionary<int, (int Due, int Every)> model, Step step, int now)
    {
        switch (step.Move)
        {
            case Move.StartSingle:
                model[step.Key] = (now + step.Seconds, 0);
                break;
            case Move.StartPeriodic:
                model[step.Key] = (now + step.Seconds, step.Seconds);
                break;
            case Move.Cancel:
                model.Remove(step.Key);
                break;
            case Move.Restart:
                model.Clear();
                break;
            case Move.Advance:
            default:
                throw new NotSupportedException(step.Move.ToString());
        }
    }

    private static List<int> Due(SortedDictionary<int, (int Due, int Every)> model, int now)
    {
        var fired = new List<int>();
        foreach (var key in model.Keys.ToList())
        {
            while (model.TryGetValue(key, out var timer) && timer.Due <= now)
            {
                fired.Add(key);
                if (timer.Every == 0)
                {
                    model.Remove(key);
                }
                else
                {
                    model[key] = (timer.Due + timer.Every, timer.Every);
                }
            }
        }

        fired.Sort();
        return fired;
    }

    private sealed class Clock : ReceiveActor, IWithTimers
    {
        public Clock(IActorRef reports)
        {
            Receive<Step>(Play);
            ReceiveAny(reports.Tell);
        }

        public ITimerScheduler Timers { get; set; } = null!;

        private void Play(Step step)
        {
            switch (step.Move)
            {
                case Move.StartSingle:
                    Timers.StartSingleTimer(step.Key, step.Key, TimeSpan.FromSeconds(step.Seconds));
                    break;
                case Move.StartPeriodic:
                    Timers.StartPeriodicTimer(step.Key, step.Key, TimeSpan.FromSeconds(step.Seconds));
                    break;
                case Move.Cancel:
                    Timers.Cancel(step.Key);
                    break;
                case Move.Restart:
                case Move.Advance:
                default:
                    throw new AccidentException("restart");
            }
        }
    }
}
