using System.Globalization;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;

namespace CrmUms.Storage.Demo;

/// <summary>A thousand made-up clients, the same on every machine: the seed is fixed.</summary>
internal static class DemoClients
{
    public const int Count = 1000;

    private const int Seed = 20260714;

    private static readonly string[] Prefixes =
        ["90", "91", "93", "94", "95", "97", "98", "99", "88", "33", "50", "77"];

    private static readonly string[] Surnames =
    [
        "Абдуллаев", "Азимов", "Алимов", "Ахмедов", "Бабаев", "Валиев", "Ганиев", "Джалилов", "Закиров", "Иванов",
        "Исмаилов", "Камалов", "Каримов", "Ким", "Латипов", "Мирзаев", "Муминов", "Назаров", "Норматов", "Петров",
        "Рахимов", "Рашидов", "Саидов", "Смирнов", "Султанов", "Ташматов", "Турсунов", "Умаров", "Хакимов", "Цой",
        "Шарипов", "Эргашев", "Юлдашев", "Юнусов", "Якубов",
    ];

    private static readonly string[] MaleNames =
    [
        "Алишер", "Бахтиёр", "Бобур", "Дилшод", "Жасур", "Иброхим", "Искандар", "Камол", "Максим", "Отабек",
        "Рустам", "Сергей", "Тимур", "Улугбек", "Фаррух", "Шерзод", "Эльдар", "Юрий",
    ];

    private static readonly string[] FemaleNames =
    [
        "Азиза", "Барно", "Гульнара", "Дилноза", "Екатерина", "Зарина", "Камила", "Лола", "Малика", "Мадина",
        "Наталья", "Нигора", "Ольга", "Севара", "Умида", "Феруза", "Шахноза", "Юлдуз",
    ];

    private static readonly string[] FatherNames =
        ["Анвар", "Баходир", "Виктор", "Закир", "Карим", "Мансур", "Олим", "Рашид", "Рустам", "Тахир", "Умар", "Хамид"];

    private static readonly string[] Trades =
    [
        "Строй", "Транс", "Агро", "Текстиль", "Мебель", "Фарм", "Савдо", "Сервис", "Логистик", "Нур", "Файз", "Барака",
    ];

    private static readonly string[] LegalForms = ["ООО", "ЧП", "СП ООО", "АО"];

    /// <summary>The last one named is the one that tells whether all were saved.</summary>
    public static IReadOnlyList<Client> Make(PersonalManager manager)
    {
        var random = new Random(Seed);
        var taken = new HashSet<string>();
        var clients = new List<Client>(Count) { Vip(manager), Savdo() };
        taken.UnionWith(clients.SelectMany(client => client.Numbers).Select(number => number.E164));
        while (clients.Count < Count)
        {
            var id = Id(clients.Count);
            // Every tenth is a company, every fiftieth a VIP, every seventh has a second number.
            var numbers = Enumerable.Range(0, random.Next(7) == 0 ? 2 : 1).Select(_ => Number(random, taken)).ToList();
            var isVip = random.Next(50) == 0;
            clients.Add(random.Next(10) == 0
                ? Company(id, random, numbers, isVip)
                : new Client.Individual(id, Person(random), numbers, isVip, PersonalManager: null));
        }

        return [.. clients.Select((client, place) => client with { Contract = ContractOf(place) })];
    }

    private static string ContractOf(int place) => (100_000 + place).ToString(CultureInfo.InvariantCulture);

    private static Client.Individual Vip(PersonalManager manager) => new(
        Id(0),
        new PersonName("Юсупов", "Тимур", "Рашидович"),
        [PhoneNumber.FromE164("+998901234567")],
        IsVip: true,
        manager);

    private static Client.Organization Savdo() => new(
        Id(1),
        "ООО Навруз Савдо",
        Inn.Parse("301234567"),
        new PersonName("Саидова", "Нигора", "Анваровна"),
        [PhoneNumber.FromE164("+998712000001")],
        IsVip: false,
        PersonalManager: null);

    private static Client.Organization Company(
        ClientId id, Random random, IReadOnlyList<PhoneNumber> numbers, bool isVip) => new(
        id,
        $"{Pick(LegalForms, random)} {Pick(Surnames, random)} {Pick(Trades, random)}",
        Inn.Parse(random.Next(200_000_000, 400_000_000).ToString(CultureInfo.InvariantCulture)),
        random.Next(3) == 0 ? PersonName.Empty : Person(random),
        numbers,
        isVip,
        PersonalManager: null);

    private static PersonName Person(Random random)
    {
        var (surname, father) = (Pick(Surnames, random), Pick(FatherNames, random));
        // Every third bears his father's name in the Uzbek manner.
        var isUzbek = random.Next(3) == 0;
        if (random.Next(2) == 0)
        {
            return new PersonName(surname, Pick(MaleNames, random), isUzbek ? $"{father} ўғли" : $"{father}ович");
        }

        var bends = surname[^2..] is "ов" or "ев";
        return new PersonName(
            bends ? surname + "а" : surname, Pick(FemaleNames, random), isUzbek ? $"{father} қизи" : $"{father}овна");
    }

    private static PhoneNumber Number(Random random, HashSet<string> taken)
    {
        string text;
        do
        {
            text = string.Create(
                CultureInfo.InvariantCulture, $"+998{Pick(Prefixes, random)}{random.Next(1_000_000, 10_000_000)}");
        }
        while (!taken.Add(text));

        return PhoneNumber.FromE164(text);
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    private static ClientId Id(int number) => new(Guid.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"0197000000007000900000000000{number:d4}"), "n"));
}
