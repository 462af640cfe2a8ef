using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Saying;

namespace CrmUms.Acd.Tests.Ivr;

public sealed class SayingTests
{
    [Theory]
    [InlineData("ru", "0", "ноль")]
    [InlineData("ru", "21", "двадцать один")]
    [InlineData("ru", "1001", "одна тысяча один")]
    [InlineData("ru", "2300", "две тысячи триста")]
    [InlineData("ru", "11000", "одиннадцать тысяч")]
    [InlineData("ru", "-1000000", "минус один миллион")]
    [InlineData("ru", "2002002002", "два миллиарда два миллиона две тысячи два")]
    [InlineData("uz", "0", "nol")]
    [InlineData("uz", "125", "bir yuz yigirma besh")]
    [InlineData("uz", "2026", "ikki ming yigirma olti")]
    [InlineData("en", "105", "one hundred and five")]
    [InlineData("en", "1005", "one thousand and five")]
    [InlineData("en", "12345", "twelve thousand three hundred and forty five")]
    public void Numbers_are_said(string language, string value, string words) =>
        Said(SayingKind.Number, value, language).ShouldBe(words);

    [Theory]
    [InlineData("ru", "1", "один сум")]
    [InlineData("ru", "22", "двадцать два сума")]
    [InlineData("ru", "15000.50", "пятнадцать тысяч сумов пятьдесят тийинов")]
    [InlineData("ru", "0.01", "один тийин")]
    [InlineData("ru", "-3", "минус три сума")]
    [InlineData("ru", "0", "ноль сумов")]
    [InlineData("uz", "15000.5", "o'n besh ming so'm ellik tiyin")]
    [InlineData("en", "1.01", "one soum one tiyin")]
    [InlineData("en", "2500", "two thousand five hundred soums")]
    public void Money_is_said(string language, string value, string words) =>
        Said(SayingKind.Money, value, language).ShouldBe(words);

    [Theory]
    [InlineData("ru", "2026-11-25", "двадцать пятое ноября две тысячи двадцать шестого года")]
    [InlineData("ru", "01.01.2000", "первое января двухтысячного года")]
    [InlineData("ru", "1991-09-01", "первое сентября тысяча девятьсот девяносто первого года")]
    [InlineData("ru", "2010-05-09", "девятое мая две тысячи десятого года")]
    [InlineData("ru", "1900-03-03", "третье марта тысяча девятисотого года")]
    [InlineData("uz", "2026-11-25", "ikki ming yigirma oltinchi yil yigirma beshinchi noyabr")]
    [InlineData("uz", "2000-01-10", "ikki minginchi yil o'ninchi yanvar")]
    [InlineData("en", "2026-11-25T10:00:00Z", "the twenty-fifth of November twenty twenty six")]
    [InlineData("en", "2006-02-01", "the first of February two thousand and six")]
    public void Dates_are_said(string language, string value, string words) =>
        Said(SayingKind.Date, value, language).ShouldBe(words);

    [Fact]
    public void Digits_are_said_one_by_one() =>
        Said(SayingKind.Digits, "+998 (90) 1*#", "en").ShouldBe("plus nine nine eight nine zero one star hash");

    [Theory]
    [InlineData(SayingKind.Number, "")]
    [InlineData(SayingKind.Number, "12.5")]
    [InlineData(SayingKind.Number, "1000000000000")]
    [InlineData(SayingKind.Money, "much")]
    [InlineData(SayingKind.Date, "2026-02-30")]
    [InlineData(SayingKind.Date, "1825-01-01")]
    [InlineData(SayingKind.Digits, "abc")]
    [InlineData("poem", "1")]
    public void What_is_no_such_value_is_not_said(string kind, string value) =>
        Sayings.Say(kind, value, "ru").ShouldBeNull();

    [Theory]
    [InlineData("ru")]
    [InlineData("uz")]
    [InlineData("en")]
    public void Everything_that_is_said_stands_in_the_vocabulary(string language)
    {
        var names = Sayings.Vocabulary(language).Select(prompt => prompt.Name).ToList();
        names.ShouldBeUnique();
        var known = names.ToHashSet();
        var random = new Random(20261125);
        for (var run = 0; run < 20_000; run++)
        {
            var number = random.NextInt64(Sayings.NumberMax >> random.Next(38));
            known.IsSupersetOf(Sayings.Say(SayingKind.Number, $"{number}", language)!).ShouldBeTrue($"{number}");
            known.IsSupersetOf(Sayings.Say(SayingKind.Money, $"{number}.{number % 100:00}", language)!)
                .ShouldBeTrue($"{number}");
        }

        for (var day = new DateOnly(1900, 1, 1); day.Year < 2100; day = day.AddDays(1))
        {
            known.IsSupersetOf(Sayings.Say(SayingKind.Date, $"{day:yyyy-MM-dd}", language)!).ShouldBeTrue($"{day}");
        }

        for (var minutes = 0; minutes < 70; minutes++)
        {
            known.IsSupersetOf(QueueAnnouncement.Prompts(minutes + 1, TimeSpan.FromMinutes(minutes), language))
                .ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("uz")]
    [InlineData("en")]
    public void The_list_for_the_synthesiser_is_the_vocabulary(string language)
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "deploy", "asterisk", $"saying.{language}.txt"))
            .Where(line => !line.StartsWith('#'));

        lines.ShouldBe(Sayings.Vocabulary(language).Select(prompt => $"{prompt.Name}|{language}|{prompt.Words}"));
    }

    [Theory]
    [InlineData("ru", 1, 30, "Вы следующий в очереди Примерное время ожидания менее минуты")]
    [InlineData("ru", 3, 120, "Ваш номер в очереди три Примерное время ожидания две минуты")]
    [InlineData("ru", 21, 1201, "Ваш номер в очереди двадцать один Примерное время ожидания двадцать одна минута")]
    [InlineData("uz", 5, 300, "Navbatdagi o'rningiz besh Taxminiy kutish vaqti besh daqiqa")]
    [InlineData("en", 2, 4000, "Your place in the queue is two The estimated waiting time is more than an hour")]
    public void A_waiting_caller_is_told_his_place_and_his_time(
        string language, int position, int seconds, string words) =>
        Words(QueueAnnouncement.Prompts(position, TimeSpan.FromSeconds(seconds), language), language).ShouldBe(words);

    [Fact]
    public void A_caller_is_told_nothing_where_nothing_is_known() =>
        QueueAnnouncement.Prompts(null, null, "ru").ShouldBeEmpty();

    private static string Said(string kind, string value, string language) =>
        Words(Sayings.Say(kind, value, language).ShouldNotBeNull(), language);

    private static string Words(IEnumerable<string> prompts, string language)
    {
        var words = Sayings.Vocabulary(language).ToDictionary(prompt => prompt.Name, prompt => prompt.Words);
        return string.Join(' ', prompts.Select(prompt => words[prompt]));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CrmUms.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No CrmUms.sln above the test's folder.");
        }

        return folder.FullName;
    }
}
