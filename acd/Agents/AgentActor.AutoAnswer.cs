using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// An agent whose calls are answered for him: his leg is open, he hears a tone, and then the caller.
public sealed partial class AgentActor
{
    private const string ToneTimer = "tone";
    private static readonly TimeSpan ToneMax = TimeSpan.FromSeconds(2);

    private PlayId? _tone; // What he hears, or shall hear, before the caller.

    private void ReceiveAutoAnswer()
    {
        Command<PromptFinished>(finished => AnswerByItself(finished.Play));
        Command<ToneStarted>(OnToneStarted);
        Command<ToneFailed>(OnToneFailed);
        Command<ToneTookTooLong>(late => AnswerByItself(late.Play));
        // To our own wish. What was refused, the interaction has dealt with: it takes the caller back.
        Command<AgentReply>(_ => { });
    }

    private void PlayTone(InteractionId interaction)
    {
        if (_leg is not { } leg)
        {
            _interactions.Tell(new RefuseOffer(interaction, Id), Self); // Gone between offer and tone.
            return;
        }

        var play = AgentTone.PlayFor(Id, interaction);
        _tone = play;
        Timers.StartSingleTimer(ToneTimer, new ToneTookTooLong(play), ToneMax);
        _services
            .Pbx.PlayAsync(leg, play, [AgentTone.Prompt], _services.Options.Language, CancellationToken.None)
            .PipeTo(
                Self,
                success: outcome => new ToneStarted(play, outcome),
                failure: error => new ToneFailed(play, error)
            );
    }

    private void OnToneStarted(ToneStarted started)
    {
        if (started.Outcome is LegOutcome.Gone)
        {
            AnswerByItself(started.Play);
        }
    }

    // Better a caller without a tone than a tone without a caller.
    private void OnToneFailed(ToneFailed failed)
    {
        _services.Log.AgentStepFailed(Id, "tone", failed.Cause);
        AnswerByItself(failed.Play);
    }

    private void AnswerByItself(PlayId play)
    {
        if (play != _tone)
        {
            return; // Another offer's tone, or the second word of this one.
        }

        _tone = null;
        Timers.Cancel(ToneTimer);
        if (
            _state is not { Status: AgentStatus.Reserved, Interaction: { } interaction }
            || play != AgentTone.PlayFor(Id, interaction)
        )
        {
            return; // The caller has left.
        }

        if (_leg is { } leg)
        {
            _interactions.Tell(new AnswerCaller(interaction, Id, leg), Self);
        }
        else
        {
            _interactions.Tell(new RefuseOffer(interaction, Id), Self);
        }
    }

    private sealed record ToneStarted(PlayId Play, LegOutcome Outcome);

    private sealed record ToneFailed(PlayId Play, Exception Cause);

    private sealed record ToneTookTooLong(PlayId Play);
}
