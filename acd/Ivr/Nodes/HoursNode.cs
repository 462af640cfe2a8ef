using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Open or closed. On a holiday out by <c>holiday</c>, or where that is open by <c>closed</c>. A calendar that is not
/// there counts as open: a call is better answered than lost.
/// </summary>
internal sealed class HoursNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType CalendarSetting = FlowSetting.Calendar();

    private readonly string _calendar = settings.Text(CalendarSetting);

    public static FlowNodeType Type { get; } = new("hours", ["open", "closed", "holiday"], [CalendarSetting])
    {
        OptionalExits = ["holiday"], Waits = false,
    };

    public override FlowMove Enter(FlowVisit visit)
    {
        if (visit.Context.Library.Calendar(_calendar) is not { } calendar)
        {
            visit.Fault(FlowFault.UnknownCalendar, _calendar);
            return FlowMove.Exit("open");
        }

        return calendar.HoursAt(visit.Context.Now) switch
        {
            CentreHours.Open => FlowMove.Exit("open"),
            CentreHours.Closed => FlowMove.Exit("closed"),
            CentreHours.Holiday => visit.ExitOr("holiday", "closed"),
            var other => throw new NotSupportedException(other.ToString()),
        };
    }
}
