using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Finds out who the caller is by digits he enters, and keeps it: from here on the interaction is about this client,
/// and <c>client.verified</c> is true. With a value given he is not asked.
/// </summary>
internal sealed class IdentifyNode(NodeSettings settings) : FlowNodeLogic
{
    private const string LookingUp = "looking-up";

    private static readonly FlowSettingType BySetting =
        FlowSetting.Choice("by", "contract", "contract", "number");

    private static readonly FlowSettingType ValueSetting = FlowSetting.Text("value");

    private readonly KeyForm _form = KeyFormSettings.Digits(settings);
    private readonly string _by = settings.Choice(BySetting);
    private readonly FlowTemplate _value = settings.Template(ValueSetting);

    public static FlowNodeType Type { get; } = new(
        "identify",
        ["identified", "not-identified", "failed"],
        [
            BySetting,
            ValueSetting,
            KeyFormSettings.Prompts with { Required = false },
            .. KeyFormSettings.Collecting[1..],
        ])
    {
        OptionalExits = ["failed"],
    };

    public override IEnumerable<NodeFinding> Findings()
    {
        var findings = KeyFormSettings.Findings(settings);
        return _value.IsEmpty && _form.Question.Count == 0
            ? findings.Prepend(new NodeFinding(FlowCodes.SettingRequired, KeyFormSettings.Prompts.Key))
            : findings;
    }

    public override FlowMove Enter(FlowVisit visit)
    {
        if (_value.IsEmpty)
        {
            return Judge(visit, _form.Ask(visit));
        }

        var value = visit.Expand(_value);
        return value.Length == 0 ? FlowMove.Exit("not-identified") : LookUp(visit, value);
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        if (visit.Stage != LookingUp)
        {
            return Judge(visit, _form.On(visit, happening));
        }

        switch (happening)
        {
            case FlowEvent.ClientLookedUp { Client: { } client }:
                visit.Set(client);
                visit.Set("client.verified", "true");
                visit.Note(new FlowNote.ClientIdentified(client.Client, _by));
                visit.Do(new FlowEffect.KeepIdentity(client.Client, _by));
                return FlowMove.Exit("identified");
            case FlowEvent.ClientLookedUp when _value.IsEmpty:
                visit.Stage = "";
                visit.Change(visit.Progress with { Awaited = null });
                return Judge(visit, _form.Miss(visit, KeyMiss.NoMatch));
            case FlowEvent.ClientLookedUp:
                return FlowMove.Exit("not-identified");
            case FlowEvent.LookUpFailed or FlowEvent.TimerElapsed:
                return visit.ExitOr("failed", "not-identified");
            default:
                return FlowMove.Stay;
        }
    }

    private FlowMove Judge(FlowVisit visit, KeyAnswer answer) => answer switch
    {
        { Digits: { } digits } => LookUp(visit, digits),
        { Missed: not null } => FlowMove.Exit("not-identified"),
        _ => FlowMove.Stay,
    };

    private FlowMove LookUp(FlowVisit visit, string value)
    {
        visit.Stage = LookingUp;
        return ClientQuestion.Ask(visit, _by, value);
    }
}
