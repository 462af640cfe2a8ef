using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;

namespace CrmUms.Acd.Interactions;

// What a caller hears while he waits: music, and now and then something that interrupts it. Never more than one thing.
public sealed partial class InteractionActor
{
    private PlayId? _sound; // Interrupts his music now.
    private Action? _afterSound; // What follows it instead of music.
    private int _sounds;

    private void ReceiveWait()
    {
        Command<AnnouncementDue>(_ => OnAnnouncementDue());
        Command<QueuePlace>(OnQueuePlace);
        Command<SoundStopped>(stopped => JoinNow(stopped.Joining));
    }

    private bool IsWaiting => State.Stage is InteractionStage.Queued or InteractionStage.Offered;

    private string WaitLanguage => State.Flow?.Language is { Length: > 0 } chosen ? chosen : Queue.Language;

    /// <summary>He stands in a line (again): whatever may happen to him there is due in its time.</summary>
    private void StartWaiting()
    {
        if (State.HasCaller && State.Callback is null)
        {
            ScheduleAnnouncement();
            ScheduleOverflow();
            ScheduleCallbackOffer();
        }
    }

    /// <summary>Interrupts his music; false when there is nothing to be heard, and then nothing follows.</summary>
    private bool Say(IReadOnlyList<string> prompts, Action? then = null)
    {
        if (Playable(prompts, WaitLanguage, Queue.Language) is not var (sounds, language) || !_answered
            || !State.HasCaller)
        {
            return false;
        }

        StopSound();
        var play = new PlayId($"wait-{_id}-{_services.Now.UtcTicks}-{++_sounds}"); // Also after a restart a new one.
        (_sound, _afterSound) = (play, then);
        _services.Pbx.PlayAsync(State.Caller, play, sounds, language, NoCancellation).PipeTo(
            Self,
            success: outcome => new MusicStarted(outcome),
            failure: error =>
            {
                _services.Log.StepFailed(_id, "announce", error);
                return new PromptFinished(play, State.Caller, Failed: true);
            });
        return true;
    }

    private void StopSound()
    {
        if (_sound is { } sound)
        {
            (_sound, _afterSound) = (null, null);
            InBackground("stop play", _services.Pbx.StopPlayAsync(sound, NoCancellation));
        }
    }

    private void OnSoundFinished()
    {
        var then = _afterSound;
        (_sound, _afterSound) = (null, null);
        if (then is not null)
        {
            then();
        }
        else if (IsWaiting && _joining is null)
        {
            PlayWaitingMusic();
        }
    }

    /// <summary>Whoever is joined must not hear anything else any more.</summary>
    private void Join(Joining joining)
    {
        if (_sound is not { } sound)
        {
            JoinNow(joining);
            return;
        }

        (_sound, _afterSound) = (null, null);
        _services.Pbx.StopPlayAsync(sound, NoCancellation).PipeTo(
            Self,
            success: () => new SoundStopped(joining),
            failure: error =>
            {
                _services.Log.StepFailed(_id, "stop play", error);
                return new SoundStopped(joining);
            });
    }

    private sealed record SoundStopped(Joining Joining);
}
