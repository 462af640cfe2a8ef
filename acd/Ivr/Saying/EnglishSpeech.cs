using static CrmUms.Acd.Ivr.Saying.WordRows;

namespace CrmUms.Acd.Ivr.Saying;

/// <summary>
/// English: "and" before the last two digits (one hundred and five), years in pairs (twenty twenty-six), dates as the
/// twenty-fifth of November.
/// </summary>
internal sealed class EnglishSpeech : Speech
{
    public override IReadOnlyList<SayingPrompt> Vocabulary { get; } =
    [
        .. Row("say-", "", 0, 1,
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        .. Row("say-", "", 20, 10, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        new("say-and", "and"), new("say-hundred", "hundred"),
        .. Forms("thousand", "thousand", "thousand"),
        .. Forms("million", "million", "million"),
        .. Forms("billion", "billion", "billion"),
        .. Forms("sum", "soum", "soums"),
        .. Forms("tiyin", "tiyin", "tiyins"),
        .. Forms("minute", "minute", "minutes"),
        new("say-minus", "minus"), new("say-plus", "plus"), new("say-star", "star"), new("say-hash", "hash"),
        .. Row("say-day-", "", 1, 1,
            "the first", "the second", "the third", "the fourth", "the fifth", "the sixth", "the seventh", "the eighth",
            "the ninth", "the tenth", "the eleventh", "the twelfth", "the thirteenth", "the fourteenth",
            "the fifteenth", "the sixteenth", "the seventeenth", "the eighteenth", "the nineteenth", "the twentieth",
            "the twenty-first", "the twenty-second", "the twenty-third", "the twenty-fourth", "the twenty-fifth",
            "the twenty-sixth", "the twenty-seventh", "the twenty-eighth", "the twenty-ninth", "the thirtieth",
            "the thirty-first"),
        .. Row("say-month-", "", 1, 1,
            "of January", "of February", "of March", "of April", "of May", "of June", "of July", "of August",
            "of September", "of October", "of November", "of December"),
        new("say-position", "Your place in the queue is"),
        new("say-next", "You are next in the queue"),
        new("say-wait", "The estimated waiting time is"),
        new("say-wait-short", "The estimated waiting time is less than a minute"),
        new("say-wait-long", "The estimated waiting time is more than an hour"),
        new("say-callback-offer", "Not to wait, press one: we will call you back when it is your turn"),
        new("say-callback-agreed", "Thank you. We will call you back when it is your turn"),
    ];

    public override List<string> Date(DateOnly date)
    {
        var prompts = new List<string> { Day(date.Day), Month(date.Month) };
        if (date.Year % 100 < 10)
        {
            Cardinal(prompts, date.Year, Gender.Masculine); // Two thousand and six.
        }
        else
        {
            Cardinal(prompts, date.Year / 100, Gender.Masculine);
            Cardinal(prompts, date.Year % 100, Gender.Masculine);
        }

        return prompts;
    }

    protected override string Form(long number) => number == 1 ? "-one" : "-many";

    protected override void Group(List<string> prompts, int number, Gender gender, bool isAfterThousands)
    {
        if (number >= 100)
        {
            prompts.Add(Name(number / 100));
            prompts.Add("say-hundred");
        }

        var last = number % 100;
        if (last > 0 && (number >= 100 || isAfterThousands))
        {
            prompts.Add("say-and");
        }

        if (last >= 20)
        {
            prompts.Add(Name(last / 10 * 10));
            last %= 10;
        }

        if (last > 0)
        {
            prompts.Add(Name(last));
        }
    }

    private static IEnumerable<SayingPrompt> Forms(string unit, string one, string many) =>
        [new($"say-{unit}-one", one), new($"say-{unit}-many", many)];
}
