using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Offers to call back when it is his turn: one key takes the number he calls from, another lets him enter one. Whoever
/// hides his number is asked for one either way. A caller who waited in the queue keeps his place.
/// </summary>
internal sealed class CallbackNode : FlowNodeLogic
{
    private const string Numbering = "number";
    private const string Agreeing = "agreeing";
    private const string Confirming = "confirming";

    private static readonly FlowSettingType QueueSetting = FlowSetting.Queue();
    private static readonly FlowSettingType AcceptSetting = FlowSetting.Choice("acceptKey", "1", [.. Keys]);
    private static readonly FlowSettingType OtherSetting =
        FlowSetting.Choice("otherNumberKey", "2", [.. Keys, KeyFormSettings.None]);

    private static readonly FlowSettingType NumberSetting = FlowSetting.Prompts("numberPrompts");
    private static readonly FlowSettingType ConfirmSetting = FlowSetting.Prompts("confirmPrompts");

    private readonly string _queue;
    private readonly string _accept;
    private readonly string _other;
    private readonly KeyForm _offer;
    private readonly KeyForm _number;
    private readonly IReadOnlyList<FlowTemplate> _confirm;

    public CallbackNode(NodeSettings settings)
    {
        _queue = settings.Text(QueueSetting);
        (_accept, _other) = (settings.Choice(AcceptSetting), settings.Choice(OtherSetting));
        _confirm = settings.Prompts(ConfirmSetting);
        _offer = KeyFormSettings.OneKey(settings);
        _number = _offer with { Question = settings.Prompts(NumberSetting), Min = 3, Max = 15, Terminator = '#' };
    }

    public static FlowNodeType Type { get; } = new(
        "callback",
        ["accepted", "declined", "failed"],
        [
            QueueSetting,
            KeyFormSettings.Prompts,
            AcceptSetting,
            OtherSetting,
            NumberSetting,
            ConfirmSetting,
            .. KeyFormSettings.Asking[1..],
        ])
    {
        OptionalExits = ["failed"], Leaves = true,
    };

    private static string[] Keys => ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];

    public override IEnumerable<NodeFinding> Findings() => _accept == _other
        ? [new NodeFinding(FlowCodes.SettingsContradict, OtherSetting.Key, "other", AcceptSetting.Key)]
        : [];

    public override FlowMove Enter(FlowVisit visit)
    {
        if (!visit.Context.Library.HasQueue(_queue))
        {
            visit.Fault(FlowFault.UnknownQueue, _queue);
            return visit.ExitOr("failed", "declined");
        }

        return OnOffer(visit, _offer.Ask(visit));
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        switch (visit.Stage)
        {
            case Numbering:
                return OnNumber(visit, _number.On(visit, happening));
            case Agreeing when happening is FlowEvent.CallbackAnswered { Accepted: true }:
                visit.Stage = Confirming;
                visit.StopTimer();
                visit.Change(visit.Progress with { Awaited = null });
                return visit.Play(visit.Names(_confirm)) ? FlowMove.Stay : FlowMove.Exit("accepted");
            case Agreeing:
                return happening is FlowEvent.CallbackAnswered or FlowEvent.TimerElapsed
                    ? visit.ExitOr("failed", "declined")
                    : FlowMove.Stay;
            case Confirming:
                return happening is FlowEvent.PromptFinished ? FlowMove.Exit("accepted") : FlowMove.Stay;
            default:
                return OnOffer(visit, _offer.On(visit, happening));
        }
    }

    private FlowMove OnOffer(FlowVisit visit, KeyAnswer answer)
    {
        if (answer.Digits == _accept && visit.Context.Number.Length > 0)
        {
            return Agree(visit, visit.Context.Number);
        }

        if (answer.Digits is { } key && (key == _accept || key == _other))
        {
            visit.Stage = Numbering;
            return OnNumber(visit, _number.Ask(visit));
        }

        return answer == KeyAnswer.Waiting ? FlowMove.Stay : FlowMove.Exit("declined");
    }

    private FlowMove OnNumber(FlowVisit visit, KeyAnswer answer)
    {
        if (answer.Digits is { } number)
        {
            if (number.All(char.IsAsciiDigit))
            {
                return Agree(visit, number);
            }

            answer = _number.Miss(visit, KeyMiss.NoMatch);
        }

        return answer.Missed is null ? FlowMove.Stay : FlowMove.Exit("declined");
    }

    private FlowMove Agree(FlowVisit visit, string number)
    {
        visit.Stage = Agreeing;
        visit.Note(new FlowNote.CallbackAgreed(_queue, number));
        visit.Do(new FlowEffect.OfferCallback(visit.Await(FlowLimits.ReplyMax), new QueueId(_queue), number));
        return FlowMove.Stay;
    }
}
