using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Running;

/// <summary>
/// Asks for keys: plays the question, waits, asks again with the words for silence or for a wrong answer, and gives up
/// after some attempts. Shared by all nodes that ask.
/// </summary>
internal sealed record KeyForm
{
    public required IReadOnlyList<FlowTemplate> Question { get; init; }

    public IReadOnlyList<FlowTemplate> OnSilence { get; init; } = [];

    public IReadOnlyList<FlowTemplate> OnMistake { get; init; } = [];

    public int Min { get; init; } = 1;

    public int Max { get; init; } = 1;

    /// <summary>Ends an answer that may be longer.</summary>
    public char? Terminator { get; init; }

    /// <summary>Whether a key stops the question, and keys pressed ahead answer it.</summary>
    public bool BargeIn { get; init; } = true;

    /// <summary>Until the first key.</summary>
    public TimeSpan FirstKeyWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two keys.</summary>
    public TimeSpan NextKeyWithin { get; init; } = TimeSpan.FromSeconds(3);

    public int Attempts { get; init; } = 3;

    public KeyAnswer Ask(FlowVisit visit)
    {
        visit.Change(visit.Progress with { Digits = "", Misses = 0 });
        if (!BargeIn)
        {
            visit.DropKeys();
        }

        // Whoever knows the question does not hear it.
        return visit.HasKeys ? Take(visit) : Play(visit, visit.Names(Question));
    }

    /// <summary>What a happening means to the one who was asked.</summary>
    public KeyAnswer On(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.DigitPressed when visit.Progress.Playing is not null && !BargeIn:
                visit.DropKeys();
                return KeyAnswer.Waiting;
            case FlowEvent.DigitPressed:
                visit.StopPlay();
                return Take(visit);
            case FlowEvent.PromptFinished:
                visit.StartTimer(FirstKeyWithin);
                return KeyAnswer.Waiting;
            case FlowEvent.TimerElapsed:
                return visit.Progress.Digits.Length switch
                {
                    0 => Miss(visit, KeyMiss.NoInput),
                    var length when length < Min => Miss(visit, KeyMiss.NoMatch),
                    _ => Filled(visit),
                };
            default:
                return KeyAnswer.Waiting;
        }
    }

    /// <summary>The answer was none: asks again, or gives up.</summary>
    public KeyAnswer Miss(FlowVisit visit, KeyMiss miss)
    {
        visit.DropKeys();
        visit.StopTimer();
        visit.Change(visit.Progress with { Digits = "", Misses = visit.Progress.Misses + 1 });
        return visit.Progress.Misses >= Attempts
            ? KeyAnswer.Given(miss)
            : Play(visit, [.. visit.Names(miss == KeyMiss.NoInput ? OnSilence : OnMistake), .. visit.Names(Question)]);
    }

    private KeyAnswer Play(FlowVisit visit, IReadOnlyList<string> prompts)
    {
        if (!visit.Play(prompts))
        {
            visit.StartTimer(FirstKeyWithin);
        }

        return KeyAnswer.Waiting;
    }

    private KeyAnswer Take(FlowVisit visit)
    {
        while (visit.HasKeys)
        {
            var key = visit.TakeKey();
            var digits = visit.Progress.Digits;
            if (key == Terminator)
            {
                return digits.Length >= Min ? Filled(visit) : Miss(visit, KeyMiss.NoMatch);
            }

            visit.Change(visit.Progress with { Digits = digits + key });
            if (digits.Length + 1 >= Max)
            {
                return Filled(visit);
            }
        }

        visit.StartTimer(NextKeyWithin);
        return KeyAnswer.Waiting;
    }

    private static KeyAnswer Filled(FlowVisit visit)
    {
        visit.StopTimer();
        var digits = visit.Progress.Digits;
        visit.Change(visit.Progress with { Digits = "" });
        return KeyAnswer.Of(digits);
    }
}

/// <summary>Why an answer is none.</summary>
internal enum KeyMiss
{
    NoInput,
    NoMatch,
}

/// <summary>What became of the question so far: still waiting, these digits, or given up.</summary>
internal readonly record struct KeyAnswer(string? Digits, KeyMiss? Missed)
{
    public static KeyAnswer Waiting => default;

    public static KeyAnswer Of(string digits) => new(digits, null);

    public static KeyAnswer Given(KeyMiss up) => new(null, up);
}
