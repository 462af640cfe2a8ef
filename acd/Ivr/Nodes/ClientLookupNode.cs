using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>Asks the CRM whose number that is; without one, the caller's. Sets <c>client.*</c>.</summary>
internal sealed class ClientLookupNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType NumberSetting = FlowSetting.Text("number");

    private readonly FlowTemplate _number = settings.Template(NumberSetting);

    public static FlowNodeType Type { get; } = new("client-lookup", ["found", "not-found", "failed"], [NumberSetting])
    {
        OptionalExits = ["failed"], Waits = false,
    };

    public override FlowMove Enter(FlowVisit visit)
    {
        var number = _number.IsEmpty ? visit.Context.Number : visit.Expand(_number);
        if (number == visit.Context.Number && visit.Context.Client is { } known)
        {
            visit.Set(known);
            return FlowMove.Exit("found");
        }

        return number.Length == 0 ? FlowMove.Exit("not-found") : ClientQuestion.Ask(visit, "number", number);
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.ClientLookedUp { Client: { } client }:
                visit.Set(client);
                return FlowMove.Exit("found");
            case FlowEvent.ClientLookedUp:
                return FlowMove.Exit("not-found");
            case FlowEvent.LookUpFailed or FlowEvent.TimerElapsed:
                return visit.ExitOr("failed", "not-found");
            default:
                return FlowMove.Stay;
        }
    }
}
