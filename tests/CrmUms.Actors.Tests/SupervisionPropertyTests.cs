using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.Actors.Tests;

/// <summary>An actor under any mix of messages and failures agrees with a sum computed beside it.</summary>
public sealed class SupervisionPropertyTests
{
    public enum Step
    {
        Add,
        Resume,
        Restart,
        Escalate,
        Stop,
    }

    [Fact]
    public void State_survives_a_resume_and_nothing_else_and_no_message_is_lost_or_doubled() =>
        Prop.ForAll(ArbMap.Default.ArbFor<Step[]>(), ArbMap.Default.ArbFor<PositiveInt>(), Agrees)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Agrees(Step[] steps, PositiveInt throughput)
    {
        using var kit = new TestKit.TestKit(new ActorSystemOptions { ThroughputMax = throughput.Get });
        var top = kit.Sys.ActorOf(Props.Create(() => new Top()));
        var (total, alive) = (0, true);

        foreach (var step in steps)
        {
            top.Tell(step == Step.Add ? new Work.Add(1) : new Work.Fail(new StepException(step)), kit.TestActor);
            if (step == Step.Escalate)
            {
                // The middle one restarts by stopping its child, whose mailbox goes with it.
                TestKit.TestSystem.WaitUntilIdle(kit.Sys);
            }

            alive &= step != Step.Stop;
            total = step switch
            {
                Step.Add => total + 1,
                Step.Resume => total,
                _ => 0,
            };
        }

        top.Tell(new Work.GetTotal(), kit.TestActor);
        if (alive)
        {
            kit.ExpectMsg(total);
        }

        kit.ExpectNoMsg();
    }

    private sealed class StepException(Step step) : Exception(step.ToString())
    {
        public Step Step { get; } = step;
    }

    /// <summary>Two generations: what the middle one escalates, the top one restarts.</summary>
    private sealed class Top : ReceiveActor
    {
        public Top()
        {
            var middle = Context.ActorOf(Props.Create(() => new Middle()));
            ReceiveAny(middle.Forward);
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);
    }

    private sealed class Middle : ReceiveActor
    {
        public Middle()
        {
            var sum = Context.ActorOf(Props.Create(() => new Sum()));
            ReceiveAny(sum.Forward);
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
            error => error is StepException failed ? Enum.Parse<Directive>(failed.Step.ToString()) : Directive.Stop);
    }

    private sealed class Sum : ReceiveActor
    {
        private int _total;

        public Sum()
        {
            Receive<Work.Add>(add => _total += add.Amount);
            Receive<Work.Fail>(fail => throw fail.Cause);
            Receive<Work.GetTotal>(_ => Sender.Tell(_total));
        }
    }
}
