using CrmUms.Acd.Interactions;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// After the talk: the agent records the result, or his time runs out.
public sealed partial class AgentActor
{
    private const string WrapUpTimer = "wrap-up";
    private const int NoteMax = 4_000;
    private const int ExtensionReasonMax = 200;
    private static readonly string ClientHungUp = Words.Kebab(nameof(InteractionEnding.CallerHungUp));

    private InteractionId? _hungUp; // Of which he has said so last.
    private EndedTalkView? _endedTalk; // The last one that others have ended for him.

    private void ReceiveWrapUp()
    {
        Command<TalkEnded>(OnTalkEnded);
        Command<ExtendWrapUp>(OnExtendWrapUp);
        Command<RecordWrapUp>(OnRecordWrapUp);
        Command<ResultRecorded>(OnResultRecorded);
        Command<WrapUpRanOut>(_ => FinishWrapUp());
    }

    // With a wrap-up he sees how it ended; without one it would be gone without a word.
    private EndedTalkView? EndedByOthers(CallView call)
    {
        var isHisDoing = (_hungUp == call.Interaction && call.Ending != ClientHungUp)
            || (call.IsOwner && call.Ending == InteractionActor.HandedOn);
        return call.Ending is { } ending && !isHisDoing
            ? new EndedTalkView(call.Interaction, call.Kind, ending, _services.Now)
            : null;
    }

    private void OnTalkEnded(TalkEnded ended)
    {
        if (ended.Call.Interaction != _state.Interaction)
        {
            _interactions.Tell(new WrapUpOver(ended.Call.Interaction, Id), Self);
            return;
        }

        _call = ended.Call;
        if (_state.Status == AgentStatus.WrapUp)
        {
            Publish(); // Known already: we have recovered and asked.
        }
        else if (ended.WrapUpFor == TimeSpan.Zero || !IsInTalk)
        {
            _interactions.Tell(new WrapUpOver(ended.Call.Interaction, Id), Self);
            _endedTalk = EndedByOthers(ended.Call);
            BecomeIdle(reason: null);
        }
        else
        {
            var now = _services.Now;
            Keep(
                new AgentStartedWrapUp(Id, ended.Call.Interaction, now + ended.WrapUpFor, now),
                () => StartWrapUpTimer(_state.WrapUpUntil!.Value)
            );
        }
    }

    private void OnExtendWrapUp(ExtendWrapUp command)
    {
        var reason = command.Reason?.Trim();
        if (command.Interaction != _state.Interaction)
        {
            Reply(AgentRefusal.NotYours);
        }
        else if (reason is null or { Length: 0 or > ExtensionReasonMax })
        {
            Reply(AgentRefusal.BadInput);
        }
        else if (WrapUpExtensionSeconds == 0)
        {
            Reply(AgentRefusal.WrongState);
        }
        else
        {
            var until = _state.WrapUpUntil!.Value.AddSeconds(WrapUpExtensionSeconds);
            Keep(
                new AgentExtendedWrapUp(Id, command.Interaction, until, reason, _services.Now),
                () =>
                {
                    StartWrapUpTimer(until);
                    TellExtension();
                    Reply();
                }
            );
        }
    }

    // Once per interaction, by as much as its queue allows.
    private int WrapUpExtensionSeconds =>
        _state is { Status: AgentStatus.WrapUp, ExtensionReason: null } && _call is { } call
            ? _rules.FindEver<QueueRule>(call.Queue.Value)?.WrapUpExtensionSeconds ?? 0
            : 0;

    // Told again after a restart: it may not have been heard.
    private void TellExtension()
    {
        if (_state is { ExtensionReason: { } reason, WrapUpUntil: { } until, Interaction: { } interaction })
        {
            _interactions.Tell(new WrapUpProlonged(interaction, Id, until, reason), Self);
        }
    }

    private void StartWrapUpTimer(DateTimeOffset until)
    {
        var left = until - _services.Now;
        Timers.StartSingleTimer(WrapUpTimer, WrapUpRanOut.Instance, left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    private void OnRecordWrapUp(RecordWrapUp command)
    {
        // What is planned already needs no choice: he may have called somebody while he was not ready.
        var isReasonKnown = command.NotReadyReason is null
            || command.NotReadyReason == _state.NextReason
            || MayChoose(command.NotReadyReason);
        if (!isReasonKnown || command.Result.Note is null or { Length: > NoteMax })
        {
            Reply(AgentRefusal.BadInput);
            return;
        }

        var record = new RecordResult(command.Interaction, Id, command.Result);
        if (
            _state.Status == AgentStatus.WrapUp
            && command.Interaction == _state.Interaction
            && command.NotReadyReason != _state.NextReason
        )
        {
            Keep(
                new AgentPlannedNotReady(Id, command.NotReadyReason, _services.Now),
                () => _interactions.Forward(record)
            );
        }
        else
        {
            _interactions.Forward(record);
        }
    }

    private void OnResultRecorded(ResultRecorded recorded)
    {
        if (_state.Status == AgentStatus.WrapUp && recorded.Interaction == _state.Interaction)
        {
            FinishWrapUp();
        }
    }

    private void FinishWrapUp()
    {
        if (_state.Status == AgentStatus.WrapUp)
        {
            ForgetWrapUp();
            BecomeIdle(reason: null);
        }
    }

    private void ForgetWrapUp()
    {
        Timers.Cancel(WrapUpTimer);
        _call = null;
        if (_state is { Status: AgentStatus.WrapUp, Interaction: { } interaction })
        {
            _interactions.Tell(new WrapUpOver(interaction, Id), Self);
        }
    }

    private sealed record WrapUpRanOut
    {
        public static WrapUpRanOut Instance { get; } = new();
    }
}
