namespace CrmUms.Acd.Ivr.Saying;

/// <summary>
/// Russian: one and two have genders (один сум, одна минута), units three forms (сум, сума, сумов), dates an ordinal
/// day, a month and an ordinal year in the genitive (двадцать пятое ноября две тысячи двадцать шестого года).
/// </summary>
internal sealed class RussianSpeech : Speech
{
    public override IReadOnlyList<SayingPrompt> Vocabulary { get; } = RussianWords.All;

    public override List<string> Date(DateOnly date)
    {
        var prompts = new List<string> { Day(date.Day), Month(date.Month) };
        Year(prompts, date.Year);
        prompts.Add("say-year");
        return prompts;
    }

    /// <summary>The last word of a year is an ordinal, all before it are as in any number.</summary>
    private void Year(List<string> prompts, int year)
    {
        var (thousands, rest) = (year / 1_000, year % 1_000);
        if (rest == 0)
        {
            prompts.Add("say-2000th");
            return;
        }

        if (thousands > 1)
        {
            Group(prompts, thousands, Gender.Feminine, isAfterThousands: false);
        }

        prompts.Add(Unit("thousand", thousands)); // Тысяча девятьсот, without "одна".
        if (rest % 100 == 0)
        {
            prompts.Add(Ordinal(rest));
            return;
        }

        if (rest >= 100)
        {
            prompts.Add(Name(rest / 100 * 100));
        }

        var last = rest % 100;
        if (last > 20 && last % 10 != 0)
        {
            prompts.Add(Name(last / 10 * 10));
            last %= 10;
        }

        prompts.Add(Ordinal(last));
    }

    protected override string Form(long number) => (number % 10, number % 100) switch
    {
        (_, >= 11 and <= 14) => "-many",
        (1, _) => "-one",
        ( >= 2 and <= 4, _) => "-few",
        _ => "-many",
    };

    protected override void Group(List<string> prompts, int number, Gender gender, bool isAfterThousands)
    {
        if (number >= 100)
        {
            prompts.Add(Name(number / 100 * 100));
            number %= 100;
        }

        if (number >= 20)
        {
            prompts.Add(Name(number / 10 * 10));
            number %= 10;
        }

        if (number > 0)
        {
            prompts.Add(Name(number) + Ending(number, gender));
        }
    }

    private static string Ending(int number, Gender gender) => (number, gender) switch
    {
        (1 or 2, Gender.Feminine) => "-f",
        (1, Gender.Neuter) => "-n",
        _ => "",
    };
}
