using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Calls a number outside and joins the caller with it. When that talk is over and the caller is still there, he goes
/// on by <c>ended</c>, or where that is open we hang up.
/// </summary>
internal sealed class TransferNode(NodeSettings settings) : FlowNodeLogic
{
    private static readonly FlowSettingType NumberSetting =
        FlowSetting.Text("number", required: true, max: DialText.Max);

    private static readonly FlowSettingType CallerIdSetting = FlowSetting.Text("callerId", max: 32);
    private static readonly FlowSettingType RingSetting = FlowSetting.Number("ringSeconds", 5, 120, preset: 30);
    private static readonly FlowSettingType TalkSetting = FlowSetting.Number("talkMaxMinutes", 1, 480, preset: 120);

    private readonly FlowTemplate _number = settings.Template(NumberSetting);
    private readonly FlowTemplate _callerId = settings.Template(CallerIdSetting);
    private readonly TimeSpan _ringFor = settings.Seconds(RingSetting);
    private readonly TimeSpan _talkMax = TimeSpan.FromMinutes(settings.Number(TalkSetting));

    public static FlowNodeType Type { get; } = new(
        "transfer",
        ["ended", "busy", "no-answer", "failed"],
        [NumberSetting, CallerIdSetting, RingSetting, TalkSetting])
    {
        OptionalExits = ["ended", "busy", "no-answer"], Leaves = true,
    };

    public override bool KeepsKeys => false;

    public override IEnumerable<NodeFinding> Findings() =>
        _number.IsEmpty || _number.Names.Any() || DialText.IsDiallable(DialText.Plain(_number.Beginning))
            ? []
            : [new NodeFinding(FlowCodes.NumberInvalid, NumberSetting.Key, "value", _number.Beginning)];

    public override FlowMove Enter(FlowVisit visit)
    {
        visit.DropKeys();
        var number = DialText.Plain(visit.Expand(_number));
        if (!DialText.IsDiallable(number))
        {
            visit.Fault(FlowFault.SettingInvalid, NumberSetting.Key);
            return FlowMove.Exit("failed");
        }

        var callerId = DialText.Plain(visit.Expand(_callerId));
        var request = DialledLeg.Start(visit, _ringFor);
        visit.Do(new FlowEffect.DialOut(request, number, DialText.IsNumber(callerId) ? callerId : null, _ringFor));
        return FlowMove.Stay;
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.DialAnswered answered:
                DialledLeg.Answer(visit, answered.Request, _talkMax);
                return FlowMove.Stay;
            case FlowEvent.DialEnded ended:
                visit.Note(new FlowNote.DialEnded(ended.Ending));
                return Out(visit, ended.Ending);
            case FlowEvent.TimerElapsed:
                return Out(visit, DialledLeg.GiveUp(visit));
            default:
                return FlowMove.Stay;
        }
    }

    public override FlowMove Resume(FlowVisit visit, FlowProgress before, FlowDial dial) =>
        DialledLeg.Resume(visit, before, dial, _ringFor, _talkMax) switch
        {
            null => FlowMove.Stay,
            FlowDialEnding.HungUp => Out(visit, FlowDialEnding.HungUp),
            _ => Enter(visit),
        };

    public override void OnCallerGone(FlowVisit visit) => DialledLeg.HangUp(visit);

    private static FlowMove Out(FlowVisit visit, FlowDialEnding ending) => ending switch
    {
        FlowDialEnding.HungUp when visit.HasExit("ended") => FlowMove.Exit("ended"),
        FlowDialEnding.HungUp => FlowRun.HangUp(visit, Ports.HangUpReason.Normal),
        FlowDialEnding.Busy => visit.ExitOr("busy", "failed"),
        FlowDialEnding.NoAnswer => visit.ExitOr("no-answer", "failed"),
        FlowDialEnding.Failed => FlowMove.Exit("failed"),
        _ => throw new NotSupportedException(ending.ToString()),
    };
}
