using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// The audio leg that stays open from sign-in to sign-out. A reloaded page gets a new one in the same talk.
public sealed partial class AgentActor
{
    private const string AudioTimer = "audio";

    private AudioStatus _audio = AudioStatus.Closed;
    private LegId? _leg;
    private DateTimeOffset _legCalledAt;
    private readonly HashSet<LegId> _ended = []; // Since the last comparison.
    private bool _compared; // Nobody is offered before those who waited first are known again.

    private bool IsInTalk => _state.Status is AgentStatus.Talking or AgentStatus.Held;

    private void ReceiveAudio()
    {
        Command<OpenAudio>(_ => OnOpenAudio());
        Command<LegCalled>(OnLegCalled);
        Command<LegCallFailed>(OnLegCallFailed);
        Command<AgentLegOpened>(OnAgentLegOpened);
        Command<AgentLegEnded>(OnAgentLegEnded);
        Command<AudioGoneTooLong>(_ => OnAudioGoneTooLong());
        Command<AgentPhoneChanged>(_ => { }); // The end of its leg says what matters.
        Command<AgentLegsPresence>(OnAgentLegsPresence);
    }

    private void OnOpenAudio()
    {
        if (_state.Status == AgentStatus.SignedOut)
        {
            Reply(AgentRefusal.SignedOut);
            return;
        }

        CloseAudio();
        var leg = new LegId($"leg-{Id}-{Guid.CreateVersion7(_services.Now):n}");
        (_leg, _audio, _legCalledAt) = (leg, AudioStatus.Opening, _services.Now);
        var asker = Sender;
        _services.Pbx.OpenAgentLegAsync(Id, leg, CancellationToken.None).PipeTo(
            Self,
            success: outcome => new LegCalled(leg, asker, outcome),
            failure: error => new LegCallFailed(leg, asker, error));
        Publish();
    }

    private void CloseAudio()
    {
        if (_leg is not { } leg)
        {
            return;
        }

        InBackground("hang up", _services.Pbx.HangUpAsync(leg, HangUpReason.Normal, CancellationToken.None));
        LoseLeg(leg);
    }

    private void OnLegCalled(LegCalled called)
    {
        if (called.Outcome is LegOutcome.Gone)
        {
            LoseLeg(called.Leg);
            Reply(called.Asker, AgentRefusal.NoAudio);
        }
        else
        {
            Reply(called.Asker);
        }
    }

    private void OnLegCallFailed(LegCallFailed failed)
    {
        _services.Log.AgentStepFailed(Id, "open audio", failed.Cause);
        LoseLeg(failed.Leg);
        Reply(failed.Asker, AgentRefusal.PbxUnavailable);
    }

    private void OnAgentLegOpened(AgentLegOpened opened)
    {
        if (opened.Leg != _leg)
        {
            // A page that was reloaded twice: only the last leg has ears.
            InBackground("hang up", _services.Pbx.HangUpAsync(opened.Leg, HangUpReason.Normal, CancellationToken.None));
            return;
        }

        _audio = AudioStatus.Open;
        Timers.Cancel(AudioTimer);
        // Also while a client is being called back for him.
        if ((IsInTalk || _state.Status == AgentStatus.Reserved) && _state.Interaction is { } interaction)
        {
            _interactions.Tell(new AgentAudioBack(interaction, Id, opened.Leg), Self);
        }

        Publish();
    }

    // A comparison comes by way of the interactions: this end may have overtaken it.
    private void OnAgentLegEnded(AgentLegEnded ended)
    {
        _ended.Add(ended.Leg);
        LoseLeg(ended.Leg);
    }

    private void LoseLeg(LegId leg)
    {
        if (leg != _leg)
        {
            return;
        }

        (_leg, _audio) = (null, AudioStatus.Closed);
        LeaveSupervision();
        WaitForAudio();
        if (IsInTalk && _state.Interaction is { } interaction)
        {
            _interactions.Tell(new AgentAudioGone(interaction, Id), Self);
        }

        Publish();
    }

    private void WaitForAudio() =>
        Timers.StartSingleTimer(AudioTimer, AudioGoneTooLong.Instance, _services.Options.PageGoneMax);

    // Ready means that the next caller can be his: whoever cannot hear is not.
    private void OnAudioGoneTooLong()
    {
        if (_state.Status == AgentStatus.Ready && _audio != AudioStatus.Open)
        {
            Keep(new AgentBecameNotReady(Id, NotReadyReasons.AudioLost, _services.Now));
        }
    }

    private void OnAgentLegsPresence(AgentLegsPresence compared)
    {
        var presence = compared with { Legs = [.. compared.Legs.Where(leg => !_ended.Contains(leg.Leg))] };
        _ended.Clear();
        _compared = true;
        if (_leg is not null && _legCalledAt >= presence.At)
        {
            Announce(); // Opened since then: the comparison knows nothing of it.
            return;
        }

        _leg ??= presence.Legs.LastOrDefault(leg => leg.IsUp)?.Leg; // After a restart we learn it from here.
        foreach (var stray in presence.Legs.Where(leg => leg.Leg != _leg || _state.Status == AgentStatus.SignedOut))
        {
            InBackground("hang up", _services.Pbx.HangUpAsync(stray.Leg, HangUpReason.Normal, CancellationToken.None));
        }

        Announce();
        if (_leg is not { } mine)
        {
            ReportMissingLeg();
        }
        else if (presence.Legs.FirstOrDefault(leg => leg.Leg == mine) is not { } found)
        {
            LoseLeg(mine);
        }
        else if (found.IsUp)
        {
            TakeLegUp(found);
        }
    }

    private void ReportMissingLeg()
    {
        if (IsInTalk && _state.Interaction is { } interaction)
        {
            _interactions.Tell(new AgentAudioGone(interaction, Id), Self);
        }
    }

    private void TakeLegUp(PbxAgentLeg found)
    {
        // Reserved, he may have been joined while the link was gone, and hear of it only now.
        if (found.Conversation is not null && !IsInTalk && _state.Status != AgentStatus.Reserved)
        {
            InBackground("park", _services.Pbx.ParkAsync(found.Leg, CancellationToken.None));
        }

        OnAgentLegOpened(new AgentLegOpened(Id, found.Leg));
    }

    private sealed record AudioGoneTooLong
    {
        public static AudioGoneTooLong Instance { get; } = new();
    }

    private sealed record LegCalled(LegId Leg, IActorRef Asker, LegOutcome Outcome);

    private sealed record LegCallFailed(LegId Leg, IActorRef Asker, Exception Cause);
}
