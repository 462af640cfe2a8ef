using System.Diagnostics.CodeAnalysis;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Recording.Storage;
using Microsoft.Extensions.Logging;

namespace CrmUms.Recording.Recordings;

/// <summary>
/// Follows every recording from the arrival of the call to the finished file. Encodes one at a time: it has all day,
/// the calls have not. What it does not hear, the sweep finds.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "PostStop disposes what it owns.")]
public sealed class RecordingsActor : ReceiveActor, IWithTimers
{
    private readonly RecordingServices _services;
    private readonly ILogger _log;
    private readonly RecordingSweep _sweep;
    private readonly RecordingFinisher _finisher;
    private readonly CancellationTokenSource _stopping = new();

    // By raw file: everything that is neither stored nor failed.
    private readonly Dictionary<string, RecordingEntry> _open = new(StringComparer.Ordinal);
    private readonly Queue<string> _waiting = new();
    private string? _encoding;

    // Finished while the sweep was looking: what it says of them is stale.
    private readonly HashSet<string> _closedMeanwhile = new(StringComparer.Ordinal);
    private bool _sweeping;

    public RecordingsActor(RecordingServices services)
    {
        _services = services;
        _log = services.Log;
        var options = services.Options;
        var files = new RecordingFiles(options.RawFolder, options.Folder);
        _sweep = new RecordingSweep(services.Index, files, services.Time, options.SettleFor);
        _finisher = new RecordingFinisher(services.Index, services.Encoder, files);

        Receive<InteractionArrived>(arrived => Follow(arrived.Interaction, arrived.RecordingFile, arrived.At));
        // An agent wants to hear it before it is over.
        Receive<VoicemailArrived>(arrived => SettleSoon(arrived.Interaction));
        Receive<CallbackAnswered>(back => Follow(back.Interaction, back.RecordingFile, back.At));
        Receive<PartyAnswered>(party => Follow(party.Interaction, party.RecordingFile, party.At));
        Receive<FollowRecording>(follow => Follow(follow.Interaction, follow.RawFile, follow.At));
        Receive<Entered>(entered => Open(entered.Entry));
        Receive<EnterFailed>(failed => _log.NotEntered(failed.Interaction, failed.RawFile, failed.Cause));
        Receive<InteractionEnded>(OnEnded);
        Receive<Settled>(OnSettled);
        Receive<SweepDue>(OnSweepDue);
        Receive<Swept>(OnSwept);
        Receive<SweepFailed>(OnSweepFailed);
        Receive<Finished>(OnFinished);
        Receive<FinishFailed>(OnFinishFailed);
        Receive<RetryDue>(due => Enqueue(due.RawFile));
        Receive<Saved>(_ => { });
        Receive<GetRecordingsView>(_ => Sender.Tell(View()));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(InteractionArrived));
        Context.System.EventStream.Subscribe(Self, typeof(VoicemailArrived));
        Context.System.EventStream.Subscribe(Self, typeof(CallbackAnswered));
        Context.System.EventStream.Subscribe(Self, typeof(PartyAnswered));
        Context.System.EventStream.Subscribe(Self, typeof(InteractionEnded));
        Timers.StartPeriodicTimer("sweep", new SweepDue(), TimeSpan.Zero, _services.Options.SweepEvery);
    }

    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        _stopping.Cancel();
        _stopping.Dispose();
        RecordingMeters.Waiting.Add(-Pending());
    }

    private void Follow(InteractionId interaction, string rawFile, DateTimeOffset at)
    {
        if (rawFile.Length == 0)
        {
            return; // The PBX does not record this call.
        }

        if (!RecordingFiles.IsRawName(rawFile))
        {
            _log.RawFileRefused(interaction);
            return;
        }

        var proposed = new NewRecording(new RecordingId(Guid.CreateVersion7(at)), interaction, rawFile, at);
        _services.Index.AddAsync(proposed, _stopping.Token).PipeTo(
            Self,
            success: entry => new Entered(entry),
            failure: cause => new EnterFailed(interaction, rawFile, cause));
    }

    private void Open(RecordingEntry entry)
    {
        if (entry.State is RecordingState.Recording && _open.TryAdd(entry.RawFile, entry))
        {
            _log.RecordingMoved(entry.Interaction, entry.Recording, entry.Part, entry.State);
        }
    }

    // The PBX still writes the last samples; a moment later the file is whole.
    private void OnEnded(InteractionEnded ended) => SettleSoon(ended.Interaction);

    private void SettleSoon(InteractionId interaction) =>
        Timers.StartSingleTimer(interaction, new Settled(interaction), _services.Options.SettleFor);

    private void OnSettled(Settled settled)
    {
        foreach (var entry in _open.Values.Where(entry => entry.Interaction == settled.Interaction).ToArray())
        {
            Complete(entry);
        }
    }

    private void Complete(RecordingEntry entry)
    {
        if (entry.State is not RecordingState.Recording)
        {
            return; // Told twice: by its ending and by the sweep.
        }

        Move(entry.After(RecordingFact.Completed));
        RecordingMeters.Waiting.Add(1);
        Enqueue(entry.RawFile);
    }

    private void Enqueue(string rawFile)
    {
        _waiting.Enqueue(rawFile);
        EncodeNext();
    }

    private void EncodeNext()
    {
        if (_encoding is not null || !_waiting.TryDequeue(out var rawFile))
        {
            return;
        }

        _encoding = rawFile;
        var taken = _open[rawFile].After(RecordingFact.Taken);
        Move(taken);
        var started = _services.Time.GetTimestamp();
        _finisher.FinishAsync(taken, _stopping.Token).PipeTo(
            Self,
            success: stored => new Finished(stored, _services.Time.GetElapsedTime(started)),
            failure: cause => new FinishFailed(rawFile, cause));
    }

    private void OnFinished(Finished finished)
    {
        Move(finished.Entry);
        Close(finished.Entry.RawFile);
        RecordingMeters.Stored.Add(1);
        RecordingMeters.FinishDuration.Record(finished.Took.TotalSeconds);
    }

    private void OnFinishFailed(FinishFailed failed)
    {
        var entry = _open[failed.RawFile];
        if (failed.Cause is not RecordingException cause)
        {
            // Disk or index is away. It is nobody's attempt; the next sweep brings it back.
            _log.Postponed(entry.Recording, failed.Cause);
            Close(failed.RawFile);
            return;
        }

        RecordingMeters.AttemptsFailed.Add(1);
        var tried = entry with { Attempts = entry.Attempts + 1 };
        var limit = _services.Options.AttemptsMax;
        _log.AttemptFailed(entry.Recording, tried.Attempts, limit, cause);
        if (cause.IsTransient && tried.Attempts < limit)
        {
            Move(tried.After(RecordingFact.Postponed));
            Save(failed.RawFile);
            Timers.StartSingleTimer(
                failed.RawFile, new RetryDue(failed.RawFile), _services.Options.RetryAfter * tried.Attempts);
            Release();
            return;
        }

        _log.GivenUp(entry.Recording, cause.Code, failed.RawFile, cause);
        RecordingMeters.GivenUp.Add(1);
        Move(tried.After(RecordingFact.GivenUp));
        Save(failed.RawFile);
        Close(failed.RawFile);
    }

    private void OnSweepDue(SweepDue due)
    {
        if (_sweeping)
        {
            return; // A slow database is not asked twice at once.
        }

        _sweeping = true;
        _closedMeanwhile.Clear();
        _sweep.RunAsync(_stopping.Token).PipeTo(
            Self, success: found => new Swept(found), failure: cause => new SweepFailed(cause));
    }

    private void OnSwept(Swept swept)
    {
        _sweeping = false;
        foreach (var found in swept.Found.Where(found => !_closedMeanwhile.Contains(found.Entry.RawFile)))
        {
            // Where it stood before a crash is of no interest: only whether its file is complete.
            _open.TryAdd(found.Entry.RawFile, found.Entry with { State = RecordingState.Recording });
            if (found.IsComplete)
            {
                Complete(_open[found.Entry.RawFile]);
            }
        }
    }

    private void OnSweepFailed(SweepFailed failed)
    {
        _sweeping = false;
        _log.SweepFailed(failed.Cause);
    }

    private void Move(RecordingEntry entry)
    {
        _open[entry.RawFile] = entry;
        _log.RecordingMoved(entry.Interaction, entry.Recording, entry.Part, entry.State);
    }

    // A state that could not be written is told again by the sweep after the next start; the files are the truth.
    private void Save(string rawFile)
    {
        var entry = _open[rawFile];
        _services.Index.SaveAsync(entry, _stopping.Token).PipeTo(
            Self,
            success: () => new Saved(),
            failure: cause => new EnterFailed(entry.Interaction, rawFile, cause));
    }

    private void Close(string rawFile)
    {
        _open.Remove(rawFile);
        _closedMeanwhile.Add(rawFile);
        RecordingMeters.Waiting.Add(-1);
        Release();
    }

    private void Release()
    {
        _encoding = null;
        EncodeNext();
    }

    private int Pending() => _open.Values.Count(entry => entry.State is not RecordingState.Recording);

    private RecordingsView View() => new(_open.Count - Pending(), Pending());

    private sealed record Entered(RecordingEntry Entry);

    private sealed record EnterFailed(InteractionId Interaction, string RawFile, Exception Cause);

    private sealed record Settled(InteractionId Interaction);

    private sealed record SweepDue;

    private sealed record Swept(IReadOnlyList<FoundRecording> Found);

    private sealed record SweepFailed(Exception Cause);

    private sealed record Finished(RecordingEntry Entry, TimeSpan Took);

    private sealed record FinishFailed(string RawFile, Exception Cause);

    private sealed record RetryDue(string RawFile);

    private sealed record Saved;
}
