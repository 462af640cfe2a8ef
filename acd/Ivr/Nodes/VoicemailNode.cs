using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Takes a message, which becomes an interaction in a queue. Hanging up while speaking is the usual end of one and
/// loses nothing; what is shorter than the least is none.
/// </summary>
internal sealed class VoicemailNode(NodeSettings settings) : FlowNodeLogic
{
    private const string Recording = "recording";

    private static readonly FlowSettingType QueueSetting = FlowSetting.Queue();
    private static readonly FlowSettingType PromptsSetting = FlowSetting.Prompts("prompts");
    private static readonly FlowSettingType MaxSetting = FlowSetting.Number("maxSeconds", 5, 600, preset: 120);
    private static readonly FlowSettingType MinSetting = FlowSetting.Number("minSeconds", 1, 10, preset: 2);
    private static readonly FlowSettingType SilenceSetting = FlowSetting.Number("silenceSeconds", 0, 30, preset: 5);

    private static readonly FlowSettingType KeySetting =
        FlowSetting.Choice("endKey", "#", "#", "*", KeyFormSettings.None);

    private readonly string _queue = settings.Text(QueueSetting);
    private readonly IReadOnlyList<FlowTemplate> _prompts = settings.Prompts(PromptsSetting);
    private readonly TimeSpan _max = settings.Seconds(MaxSetting);
    private readonly TimeSpan _min = settings.Seconds(MinSetting);
    private readonly TimeSpan _silence = settings.Seconds(SilenceSetting);
    private readonly char? _key = settings.Choice(KeySetting) == KeyFormSettings.None ? null : settings.Key(KeySetting);

    public static FlowNodeType Type { get; } = new(
        "voicemail",
        ["recorded", "empty", "failed"],
        [QueueSetting, PromptsSetting, MaxSetting, MinSetting, SilenceSetting, KeySetting])
    {
        OptionalExits = ["empty", "failed"], Leaves = true,
    };

    public override bool KeepsKeys => false;

    public override FlowMove Enter(FlowVisit visit)
    {
        visit.DropKeys();
        if (!visit.Context.Library.HasQueue(_queue))
        {
            visit.Fault(FlowFault.UnknownQueue, _queue);
            return Out(visit, "failed");
        }

        return visit.Play(visit.Names(_prompts)) ? FlowMove.Stay : Record(visit);
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.DigitPressed when visit.Progress.Playing is not null: // He knows what to do.
                visit.StopPlay();
                return Record(visit);
            case FlowEvent.PromptFinished:
                return Record(visit);
            case FlowEvent.RecordingFinished finished:
                return Finish(visit, finished);
            case FlowEvent.TimerElapsed when visit.Progress.Awaited is { } recording:
                visit.Do(new FlowEffect.StopRecording(recording)); // Its end was never reported.
                return Out(visit, "failed");
            default:
                return FlowMove.Stay;
        }
    }

    public override FlowMove Resume(FlowVisit visit, FlowProgress before, FlowDial dial)
    {
        if (before is { Stage: Recording, Awaited: { } recording })
        {
            visit.Do(new FlowEffect.StopRecording(recording));
        }

        return Enter(visit);
    }

    private FlowMove Record(FlowVisit visit)
    {
        visit.Stage = Recording;
        var request = visit.Await(_max + FlowLimits.ReplyMax);
        TimeSpan? silence = _silence > TimeSpan.Zero ? _silence : null;
        visit.Do(new FlowEffect.RecordVoicemail(request, _max, silence, _key));
        return FlowMove.Stay;
    }

    private FlowMove Finish(FlowVisit visit, FlowEvent.RecordingFinished finished)
    {
        if (finished.Failed)
        {
            return Out(visit, "failed");
        }

        if (finished.Duration < _min)
        {
            return Out(visit, "empty");
        }

        visit.Note(new FlowNote.VoicemailLeft(_queue, finished.Request, (int)finished.Duration.TotalSeconds));
        visit.Do(new FlowEffect.DeliverVoicemail(finished.Request, new QueueId(_queue), finished.Duration));
        return FlowMove.Exit("recorded");
    }

    private static FlowMove Out(FlowVisit visit, string exit) => visit.ExitOr(exit, "recorded");
}
