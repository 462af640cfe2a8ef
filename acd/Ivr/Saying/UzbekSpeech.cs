using static CrmUms.Acd.Ivr.Saying.WordRows;

namespace CrmUms.Acd.Ivr.Saying;

/// <summary>
/// Uzbek in Latin letters: no genders, no plural after a number; a date begins with the year (ikki ming yigirma
/// oltinchi yil yigirma beshinchi noyabr).
/// </summary>
internal sealed class UzbekSpeech : Speech
{
    public override IReadOnlyList<SayingPrompt> Vocabulary { get; } =
    [
        .. Row("say-", "", 0, 1,
            "nol", "bir", "ikki", "uch", "to'rt", "besh", "olti", "yetti", "sakkiz", "to'qqiz", "o'n"),
        .. Row("say-", "", 20, 10,
            "yigirma", "o'ttiz", "qirq", "ellik", "oltmish", "yetmish", "sakson", "to'qson"),
        new("say-hundred", "yuz"), new("say-thousand", "ming"), new("say-million", "million"),
        new("say-billion", "milliard"), new("say-sum", "so'm"), new("say-tiyin", "tiyin"), new("say-minute", "daqiqa"),
        new("say-minus", "minus"), new("say-plus", "plyus"), new("say-star", "yulduzcha"), new("say-hash", "panjara"),
        .. Row("say-", "th", 1, 1,
            "birinchi", "ikkinchi", "uchinchi", "to'rtinchi", "beshinchi", "oltinchi", "yettinchi", "sakkizinchi",
            "to'qqizinchi", "o'ninchi"),
        .. Row("say-", "th", 20, 10,
            "yigirmanchi", "o'ttizinchi", "qirqinchi", "ellikinchi", "oltmishinchi", "yetmishinchi", "saksoninchi",
            "to'qsoninchi"),
        new("say-100th", "yuzinchi"), new("say-1000th", "minginchi"), new("say-year", "yil"),
        .. Row("say-month-", "", 1, 1,
            "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr",
            "dekabr"),
        new("say-position", "Navbatdagi o'rningiz"),
        new("say-next", "Navbatda siz birinchisiz"),
        new("say-wait", "Taxminiy kutish vaqti"),
        new("say-wait-short", "Taxminiy kutish vaqti bir daqiqadan kam"),
        new("say-wait-long", "Taxminiy kutish vaqti bir soatdan ko'p"),
        new("say-callback-offer", "Kutmaslik uchun birni bosing: navbatingiz kelganda sizga qayta qo'ng'iroq qilamiz"),
        new("say-callback-agreed", "Rahmat. Navbatingiz kelganda sizga qayta qo'ng'iroq qilamiz"),
    ];

    public override List<string> Date(DateOnly date)
    {
        var prompts = new List<string>();
        Ordinal(prompts, date.Year);
        prompts.Add("say-year");
        Ordinal(prompts, date.Day);
        prompts.Add(Month(date.Month));
        return prompts;
    }

    protected override string Form(long number) => "";

    protected override void Group(List<string> prompts, int number, Gender gender, bool isAfterThousands)
    {
        if (number >= 100)
        {
            prompts.Add(Name(number / 100));
            prompts.Add("say-hundred");
            number %= 100;
        }

        if (number >= 10)
        {
            prompts.Add(Name(number / 10 * 10));
            number %= 10;
        }

        if (number > 0)
        {
            prompts.Add(Name(number));
        }
    }

    /// <summary>The last word takes the ending, all before it are as in any number.</summary>
    private void Ordinal(List<string> prompts, int number)
    {
        Cardinal(prompts, number, Gender.Masculine);
        prompts[^1] = prompts[^1] switch
        {
            "say-hundred" => Ordinal(100),
            "say-thousand" => Ordinal(1_000),
            var last => last + "th",
        };
    }
}
