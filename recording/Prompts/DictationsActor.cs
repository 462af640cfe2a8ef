using System.Globalization;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;

namespace CrmUms.Recording.Prompts;

/// <summary>
/// Prompts that are spoken by telephone: calls, records from a tone to <c>#</c> or the end of the call, and keeps what
/// was said as a draft. In memory: after a restart there is none. Nothing that the PBX wrote of it stays.
/// </summary>
public sealed class DictationsActor : ReceiveActor, IWithTimers
{
    public static readonly TimeSpan LengthMax = TimeSpan.FromMinutes(3);
    public static readonly TimeSpan RingMax = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private const int AtOnceMax = 20;
    private const char EndKey = '#';
    private const string NamePrefix = "dictation-";

    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly DictationServices _services;
    private readonly Dictionary<Guid, Dictation> _open = [];

    public DictationsActor(DictationServices services)
    {
        _services = services;
        Receive<StartDictation>(OnStart);
        Receive<GetDictation>(get =>
            Sender.Tell((object?)_open.GetValueOrDefault(get.Id) ?? DictationRefused.Instance));
        Receive<DropDictation>(drop => Drop(drop.Id));
        Receive<OutboundLegRinging>(ringing => Move(ringing.Leg, DictationStage.Calling, DictationStage.Ringing));
        Receive<OutboundLegAnswered>(OnAnswered);
        Receive<LegRecordingFinished>(OnSpoken);
        Receive<OutboundLegEnded>(OnEnded);
        Receive<PbxLinkLost>(_ => OnLinkLost());
        Receive<StepFailed>(OnStepFailed);
        Receive<Converted>(OnConverted);
        Receive<RawIsWhole>(whole => RemoveRaw(whole.Name));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        foreach (var fact in new[]
        {
            typeof(OutboundLegRinging), typeof(OutboundLegAnswered), typeof(OutboundLegEnded),
            typeof(LegRecordingFinished), typeof(PbxLinkLost),
        })
        {
            Context.System.EventStream.Subscribe(Self, fact);
        }

        RemoveLeftovers();
    }

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);

    private void OnStart(StartDictation start)
    {
        if (_open.Count >= AtOnceMax)
        {
            Sender.Tell(DictationRefused.Instance);
            return;
        }

        Keep(new Dictation(start.Id, start.Prompt, start.Language, DictationStage.Calling));
        Sender.Tell(_open[start.Id]);
        var leg = OutboundLegs.ForDictation(start.Id);
        Watch(start.Id, "call", DictationFailure.Unreachable, _services.Pbx.DialAsync(
            leg, start.Number, start.Number.Text, RingMax, NoHeaders, CancellationToken.None));
    }

    private void OnAnswered(OutboundLegAnswered answered)
    {
        if (Find(answered.Leg) is not { } dictation)
        {
            HangUp(answered.Leg); // Dropped while it rang.
            return;
        }

        Keep(dictation with { Stage = DictationStage.Speaking, SpeaksSince = answered.At });
        Watch(dictation.Id, "record", DictationFailure.NothingSaid, _services.Pbx.RecordAsync(
            answered.Leg, NameOf(dictation.Id), LengthMax, endOnSilence: null, EndKey, CancellationToken.None));
    }

    private void OnSpoken(LegRecordingFinished spoken)
    {
        HangUp(spoken.Leg);
        if (Find(spoken.Leg) is { Stage: DictationStage.Speaking } dictation && !spoken.Failed)
        {
            Keep(dictation with { Stage = DictationStage.Converting });
            Convert(dictation.Id);
            return;
        }

        RemoveRaw(SpokenIn(spoken.RecordingName));
        if (Find(spoken.Leg) is { Stage: DictationStage.Speaking } silent)
        {
            Fail(silent, DictationFailure.NothingSaid);
        }
    }

    private void Convert(Guid id)
    {
        var target = _services.Files.NewWorkFile(".wav");
        _services.Converter.ConvertAsync(
            _services.Raw.RawPath(SpokenIn(NameOf(id))), target, CancellationToken.None).PipeTo(
            Self,
            success: outcome => new Converted(id, target, outcome),
            failure: cause => new StepFailed(id, "convert", DictationFailure.NotConverted, cause));
    }

    private void OnConverted(Converted converted)
    {
        RemoveRaw(SpokenIn(NameOf(converted.Id)));
        if (_open.TryGetValue(converted.Id, out var dictation) && converted.Outcome is Conversion.Done done)
        {
            Keep(dictation with { Stage = DictationStage.Done, File = converted.Target, Duration = done.Duration });
            return;
        }

        PromptFiles.RemoveWork(converted.Target);
        if (dictation is not null)
        {
            Fail(dictation, DictationFailure.NothingSaid);
        }
    }

    private void OnEnded(OutboundLegEnded ended)
    {
        // The whole call was recorded as well: the dialplan does that with every call of ours.
        Timers.StartSingleTimer(ended.Leg, new RawIsWhole($"{ended.Leg}.raw"), _services.SettleFor);
        if (Find(ended.Leg) is { Stage: < DictationStage.Converting } dictation)
        {
            Fail(dictation, dictation.Stage == DictationStage.Speaking
                ? DictationFailure.NothingSaid
                : FailureOf(ended.Outcome));
        }
    }

    private static DictationFailure FailureOf(OutboundOutcome outcome) => outcome switch
    {
        OutboundOutcome.Busy => DictationFailure.Busy,
        OutboundOutcome.NoAnswer => DictationFailure.NoAnswer,
        OutboundOutcome.Refused or OutboundOutcome.HungUp => DictationFailure.Refused,
        OutboundOutcome.Unreachable => DictationFailure.Unreachable,
        _ => throw new NotSupportedException(outcome.ToString()),
    };

    // Its end would not be told: whoever still speaks is hung up by the comparison with the PBX.
    private void OnLinkLost()
    {
        foreach (var dictation in _open.Values.Where(each => each.Stage < DictationStage.Converting).ToList())
        {
            Fail(dictation, DictationFailure.LinkLost);
        }
    }

    private void OnStepFailed(StepFailed failed)
    {
        _services.Log.DictationStepFailed(failed.Id, failed.Step, failed.Cause);
        if (_open.TryGetValue(failed.Id, out var dictation) && dictation.Stage < DictationStage.Done)
        {
            HangUp(OutboundLegs.ForDictation(failed.Id));
            RemoveRaw(SpokenIn(NameOf(failed.Id)));
            Fail(dictation, failed.Failure);
        }
    }

    private void Drop(Guid id)
    {
        if (_open.Remove(id, out var dictation))
        {
            Timers.Cancel(id);
            HangUp(OutboundLegs.ForDictation(id));
            if (dictation.File is { } file)
            {
                PromptFiles.RemoveWork(file);
            }
        }
    }

    private void Fail(Dictation dictation, DictationFailure failure) =>
        Keep(dictation with { Stage = DictationStage.Failed, Failure = failure });

    private void Move(LegId leg, DictationStage from, DictationStage to)
    {
        if (Find(leg) is { } dictation && dictation.Stage == from)
        {
            Keep(dictation with { Stage = to });
        }
    }

    private void Keep(Dictation dictation)
    {
        _open[dictation.Id] = dictation;
        _services.Log.DictationMoved(dictation.Id, dictation.Prompt, dictation.Stage, dictation.Failure);
        Timers.StartSingleTimer(dictation.Id, new DropDictation(dictation.Id), KeptFor);
    }

    private Dictation? Find(LegId leg) =>
        OutboundLegs.DictationOf(leg) is { } id ? _open.GetValueOrDefault(id) : null;

    private void HangUp(LegId leg) => Watch(
        OutboundLegs.DictationOf(leg)!.Value,
        "hang up",
        DictationFailure.LinkLost,
        _services.Pbx.HangUpAsync(leg, HangUpReason.Normal, CancellationToken.None));

    // What goes well is told as a fact by the PBX.
    private void Watch(Guid id, string step, DictationFailure failure, Task work)
    {
        var self = Self;
        work.ContinueWith(
            failed => self.Tell(new StepFailed(id, step, failure, failed.Exception!.GetBaseException())),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }

    // After a crash nobody asks for them any more.
    private void RemoveLeftovers()
    {
        var leftovers = _services.Raw.ListRaw().Select(raw => raw.Name).Where(name =>
            name.StartsWith(NamePrefix, StringComparison.Ordinal)
            || OutboundLegs.DictationOf(new LegId(Path.GetFileNameWithoutExtension(name))) is not null);
        foreach (var name in leftovers.ToList())
        {
            RemoveRaw(name);
        }
    }

    // It may never have been written.
    private void RemoveRaw(string name)
    {
        if (_services.Raw.FindRaw(name) is not null)
        {
            _services.Raw.RemoveRaw(name);
        }
    }

    private static string NameOf(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{NamePrefix}{id:n}");

    private static string SpokenIn(string recordingName) => recordingName + ".wav";

    private sealed record StepFailed(Guid Id, string Step, DictationFailure Failure, Exception Cause);

    private sealed record Converted(Guid Id, string Target, Conversion Outcome);

    private sealed record RawIsWhole(string Name);
}
