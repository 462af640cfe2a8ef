using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Hands the caller to an AI assistant over SIP, which learns from headers whom it speaks with. It hands him back with
/// a summary (<c>returned</c>, to a queue as a rule), or the talk ends with it (<c>ended</c>, or where that is open we
/// hang up). Sets <c>assistant.summary</c> and what else it tells.
/// </summary>
internal sealed class AssistantNode(NodeSettings settings) : FlowNodeLogic
{
    private const int HeaderMax = 500;

    private static readonly FlowSettingType AddressSetting =
        FlowSetting.Text("address", required: true, max: DialText.Max);

    private static readonly FlowSettingType HeadersSetting = FlowSetting.Headers("headers");
    private static readonly FlowSettingType RingSetting = FlowSetting.Number("ringSeconds", 2, 60, preset: 10);
    private static readonly FlowSettingType TalkSetting = FlowSetting.Number("talkMaxMinutes", 1, 120, preset: 30);

    private readonly FlowTemplate _address = settings.Template(AddressSetting);
    private readonly TimeSpan _ringFor = settings.Seconds(RingSetting);
    private readonly TimeSpan _talkMax = TimeSpan.FromMinutes(settings.Number(TalkSetting));

    private readonly (string Name, FlowTemplate Value)[] _headers =
    [
        .. settings.Pairs(HeadersSetting)
            .Where(pair => pair.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            .Select(pair => (pair.Name, FlowTemplate.Parse(pair.Value))),
    ];

    public static FlowNodeType Type { get; } = new(
        "assistant",
        ["returned", "ended", "failed"],
        [AddressSetting, HeadersSetting, RingSetting, TalkSetting])
    {
        OptionalExits = ["ended"], Leaves = true,
    };

    public override bool KeepsKeys => false;

    public override IEnumerable<NodeFinding> Findings() =>
        _address.IsEmpty || _address.Names.Any() || DialText.IsDiallable(DialText.Plain(_address.Beginning))
            ? []
            : [new NodeFinding(FlowCodes.NumberInvalid, AddressSetting.Key, "value", _address.Beginning)];

    public override FlowMove Enter(FlowVisit visit)
    {
        visit.DropKeys();
        var address = DialText.Plain(visit.Expand(_address));
        if (!DialText.IsDiallable(address))
        {
            visit.Fault(FlowFault.SettingInvalid, AddressSetting.Key);
            return FlowMove.Exit("failed");
        }

        var request = DialledLeg.Start(visit, _ringFor);
        visit.Do(new FlowEffect.HandToAssistant(request, address, _ringFor, Headers(visit)));
        return FlowMove.Stay;
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.DialAnswered answered:
                DialledLeg.Answer(visit, answered.Request, _talkMax);
                return FlowMove.Stay;
            case FlowEvent.AssistantReturned returned:
                DialledLeg.HangUp(visit);
                return TakeBack(visit, returned);
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
            // The assistant left him, nobody knows how far it had come: a person takes over.
            FlowDialEnding.HungUp => FlowMove.Exit("returned"),
            _ => Enter(visit),
        };

    public override void OnCallerGone(FlowVisit visit) => DialledLeg.HangUp(visit);

    private static FlowMove TakeBack(FlowVisit visit, FlowEvent.AssistantReturned returned)
    {
        var summary = FlowTemplate.Cut(returned.Summary, FlowLimits.SummaryMax);
        visit.Note(new FlowNote.AssistantReturned(summary, returned.Transcript));
        visit.Set("assistant.summary", summary);
        foreach (var (name, value) in returned.Values.Take(FlowLimits.EntriesMax))
        {
            if (FlowVariables.IsName("assistant." + name))
            {
                visit.Set("assistant." + name, value);
            }
        }

        return FlowMove.Exit("returned");
    }

    private static FlowMove Out(FlowVisit visit, FlowDialEnding ending) => ending switch
    {
        FlowDialEnding.HungUp when visit.HasExit("ended") => FlowMove.Exit("ended"),
        FlowDialEnding.HungUp => FlowRun.HangUp(visit, Ports.HangUpReason.Normal),
        _ => FlowMove.Exit("failed"),
    };

    // A value must not end its header and begin another one.
    private Dictionary<string, string> Headers(FlowVisit visit)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in _headers)
        {
            headers[name] = string.Concat(visit.Expand(value, HeaderMax).Select(letter => letter < ' ' ? ' ' : letter));
        }

        return headers;
    }
}
