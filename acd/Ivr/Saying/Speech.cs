using System.Globalization;

namespace CrmUms.Acd.Ivr.Saying;

/// <summary>
/// How one language says numbers and what they count. A language is a file and a line in <see cref="Sayings"/>.
/// </summary>
internal abstract class Speech
{
    private static readonly string[] Scales = ["", "thousand", "million", "billion"];

    /// <summary>Every prompt this language uses, with its words.</summary>
    public abstract IReadOnlyList<SayingPrompt> Vocabulary { get; }

    /// <summary>A number by itself.</summary>
    public List<string> Number(long number)
    {
        var prompts = new List<string>();
        if (number < 0)
        {
            prompts.Add("say-minus");
        }

        Cardinal(prompts, Math.Abs(number), Gender.Masculine);
        return prompts;
    }

    /// <summary>
    /// Fifteen thousand sum fifty tiyin. Nothing by itself is not said, unless there is nothing at all.
    /// </summary>
    public List<string> Money(long sum, int tiyin, bool isNegative)
    {
        var prompts = new List<string>();
        if (isNegative)
        {
            prompts.Add("say-minus");
        }

        if (sum > 0 || tiyin == 0)
        {
            Counted(prompts, sum, "sum", Gender.Masculine);
        }

        if (tiyin > 0)
        {
            Counted(prompts, tiyin, "tiyin", Gender.Masculine);
        }

        return prompts;
    }

    /// <summary>A day, with its year.</summary>
    public abstract List<string> Date(DateOnly date);

    /// <summary>So many of something, in the form that the number asks for.</summary>
    public void Counted(List<string> prompts, long number, string unit, Gender gender)
    {
        Cardinal(prompts, number, gender);
        prompts.Add(Unit(unit, number));
    }

    /// <summary>Zero or more.</summary>
    public void Cardinal(List<string> prompts, long number, Gender gender)
    {
        if (number == 0)
        {
            prompts.Add(Name(0));
            return;
        }

        for (var scale = Scales.Length - 1; scale >= 0; scale--)
        {
            var group = (int)(number / (long)Math.Pow(1_000, scale) % 1_000);
            if (group == 0)
            {
                continue;
            }

            if (scale == 0)
            {
                Group(prompts, group, gender, isAfterThousands: number >= 1_000);
            }
            else
            {
                Scaled(prompts, group, Scales[scale]);
            }
        }
    }

    /// <summary>Name of a unit's prompt after a number.</summary>
    protected string Unit(string unit, long number) => $"say-{unit}{Form(number)}";

    /// <summary>Ending of a prompt's name by plural form; empty in a language that has only one.</summary>
    protected abstract string Form(long number);

    /// <summary>1 to 999.</summary>
    protected abstract void Group(List<string> prompts, int number, Gender gender, bool isAfterThousands);

    /// <summary>So many thousands, millions, billions.</summary>
    protected virtual void Scaled(List<string> prompts, int group, string scale)
    {
        Group(prompts, group, scale == "thousand" ? Gender.Feminine : Gender.Masculine, isAfterThousands: false);
        prompts.Add(Unit(scale, group));
    }

    protected static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"say-{number}");

    protected static string Ordinal(int number) => string.Create(CultureInfo.InvariantCulture, $"say-{number}th");

    protected static string Day(int day) => string.Create(CultureInfo.InvariantCulture, $"say-day-{day}");

    protected static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"say-month-{month}");
}

/// <summary>What a number is counted with, where a language cares.</summary>
internal enum Gender
{
    Masculine,
    Feminine,
    Neuter,
}
