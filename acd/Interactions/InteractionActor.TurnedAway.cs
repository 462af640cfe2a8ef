using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Interactions;

// Callers who are not let in: they stand in the black list, or called a number that leads nowhere.
public sealed partial class InteractionActor
{
    private void TurnAway(InteractionArrived arrived, BlackListRule entry) => Keep(
        [arrived, new CallerBarred(_id, entry.Id, entry.Treatment, entry.Prompt, _services.Now)],
        SayFarewell);

    /// <summary>Says what there is to be said, and ends when it is said. Safe to repeat.</summary>
    private void SayFarewell()
    {
        if (State.Barred is { Treatment: not BlackListTreatment.Prompt })
        {
            EndTurnedAway();
            return;
        }

        var prompt = State.Barred?.Prompt ?? _services.Options.UnknownNumberPrompt;
        var spoken = _plan.Rules.Settings.Language;
        if (Playable([prompt], spoken, spoken) is not var (sounds, language))
        {
            EndTurnedAway();
            return;
        }

        _services.Pbx.PlayAsync(State.Caller, Farewell, sounds, language, NoCancellation)
            .PipeTo(Self, success: outcome => new MusicStarted(outcome), failure: Failed("say farewell"));
        Timers.StartSingleTimer(FarewellTimer, FarewellTookTooLong.Instance, _services.Options.FarewellMax);
    }

    private void EndTurnedAway()
    {
        if (State.Barred is { } barred)
        {
            End(InteractionEnding.BlackListed, HangUpReasonOf(barred.Treatment));
        }
        else
        {
            End(InteractionEnding.UnknownNumber, HangUpReason.UnknownNumber);
        }
    }

    private static HangUpReason HangUpReasonOf(BlackListTreatment treatment) =>
        treatment switch
        {
            BlackListTreatment.Reject => HangUpReason.Rejected,
            BlackListTreatment.Busy => HangUpReason.Busy,
            BlackListTreatment.Prompt => HangUpReason.Normal,
            _ => throw new NotSupportedException(treatment.ToString()),
        };
}
