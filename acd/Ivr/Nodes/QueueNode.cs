using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Waits in a queue and talks with an agent. All exits may stay open: after a talk we hang up; whoever is turned away
/// goes where the flow falls back. The queue's own overflow goes before all of them. What the node asks of agents is
/// asked besides what the queue asks, until the last step of its relaxation is reached.
/// </summary>
internal sealed class QueueNode(NodeSettings settings) : FlowNodeLogic
{
    private const string TimedOut = "timeout";
    private const string KeyPressed = "key";

    public static readonly FlowSettingType QueueSetting = FlowSetting.Queue();

    public static readonly FlowSettingType SkillsSetting = FlowSetting.Skills();

    private static readonly FlowSettingType PrioritySetting = FlowSetting.Number("priority", -100, 100, preset: 0);
    private static readonly FlowSettingType WaitSetting = FlowSetting.Number("waitMaxSeconds", 0, 7_200, preset: 0);

    private static readonly FlowSettingType KeySetting = FlowSetting.Choice(
        "key", KeyFormSettings.None, KeyFormSettings.None, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#");

    private readonly string _queue = settings.Text(QueueSetting);
    private readonly string? _skills =
        SkillParser.Read(settings.Text(SkillsSetting)).Expression?.ToString() is { Length: > 0 } skills ? skills : null;

    private readonly int _priority = settings.Number(PrioritySetting);
    private readonly TimeSpan _waitMax = settings.Seconds(WaitSetting);
    private readonly char? _key = settings.Key(KeySetting);

    public static FlowNodeType Type { get; } = new(
        "queue",
        ["served", "full", "closed", "no-agents", TimedOut, KeyPressed],
        [QueueSetting, SkillsSetting, PrioritySetting, WaitSetting, KeySetting])
    {
        OptionalExits = ["served", "full", "closed", "no-agents", TimedOut, KeyPressed], Leaves = true,
    };

    public QueueId Queue => new(_queue);

    /// <summary>What is asked of agents, as callers bring it to the queue; null for nothing.</summary>
    public string? Skills => _skills;

    public override bool KeepsKeys => false;

    public override FlowMove Enter(FlowVisit visit)
    {
        visit.DropKeys();
        if (!visit.Context.Library.HasQueue(_queue))
        {
            visit.Fault(FlowFault.UnknownQueue, _queue);
            return FlowMove.FallBack;
        }

        visit.Change(state => state with { Queue = _queue });
        visit.Do(new FlowEffect.EnqueueAt(new QueueId(_queue), _priority, visit.HasExit("no-agents"))
        {
            Skills = _skills,
        });
        if (_waitMax > TimeSpan.Zero)
        {
            // After a gap he has waited already.
            var left = visit.State.Since + _waitMax - visit.Context.Now;
            visit.StartTimer(left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
        }

        return FlowMove.Stay;
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.TimerElapsed:
                return Leave(visit, TimedOut);
            case FlowEvent.DigitPressed pressed when pressed.Digit == _key && visit.HasExit(KeyPressed):
                return Leave(visit, KeyPressed);
            case FlowEvent.QueueLeft left:
                return GoOn(visit, left.Reason);
            default:
                return FlowMove.Stay;
        }
    }

    private FlowMove Leave(FlowVisit visit, string why)
    {
        if (visit.Stage.Length == 0)
        {
            visit.Stage = why;
            visit.Do(new FlowEffect.LeaveQueue(new QueueId(_queue)));
        }

        return FlowMove.Stay;
    }

    private FlowMove GoOn(FlowVisit visit, FlowQueueLeaving reason)
    {
        var exit = reason switch
        {
            FlowQueueLeaving.Served => "served",
            FlowQueueLeaving.Full => "full",
            FlowQueueLeaving.Closed => "closed",
            FlowQueueLeaving.NoAgents => "no-agents",
            FlowQueueLeaving.Timeout => TimedOut,
            FlowQueueLeaving.AsAsked => visit.Stage is KeyPressed ? KeyPressed : TimedOut,
            _ => throw new NotSupportedException(reason.ToString()),
        };
        if (visit.HasExit(exit))
        {
            return FlowMove.Exit(exit);
        }

        if (reason == FlowQueueLeaving.Served)
        {
            return FlowRun.HangUp(visit, HangUpReason.Normal);
        }

        visit.TurnAway(_queue);
        return FlowMove.FallBack;
    }
}
