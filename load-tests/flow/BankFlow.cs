using System.Text.Json;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Rules;

namespace CrmUms.FlowBench;

/// <summary>
/// A flow as a bank would have it: language, hours, identification, balance said, menu, queue, survey.
/// </summary>
internal static class BankFlow
{
    public static FlowLibrary Library { get; } = new(
        [Graph()],
        ["cards", "credits", "support"],
        [
            new CalendarRule
            {
                Id = "office",
                Name = "Office",
                Week = [.. Enum.GetValues<DayOfWeek>().Select(day => new OpenHours(day, "08:00", "20:00"))],
            },
        ],
        defaultQueue: "support");

    private static FlowGraph Graph() => new()
    {
        Id = "bank",
        Name = "Bank",
        Language = "ru",
        Start = "welcome",
        Nodes =
        [
            Node("welcome", "play", new { prompts = Prompt("welcome") }, ("done", "language")),
            Node(
                "language",
                "menu",
                new { prompts = Prompt("choose-language"), options = new[] { "1", "2" } },
                ("1", "ru"),
                ("2", "uz"),
                ("no-input", "ru"),
                ("no-match", "ru")),
            Node("ru", "language", new { language = "ru" }, ("done", "hours")),
            Node("uz", "language", new { language = "uz" }, ("done", "hours")),
            Node("hours", "hours", new { calendar = "office" }, ("open", "client"), ("closed", "closed")),
            Node("closed", "hang-up", new { prompts = Prompt("closed") }),
            Node("client", "client-lookup", new { }, ("found", "vip"), ("not-found", "contract")),
            Node(
                "vip", "condition", new { expression = "client.vip = true" }, ("true", "queue"), ("false", "contract")),
            Node(
                "contract",
                "collect-digits",
                new { prompts = Prompt("contract"), variable = "contract", minDigits = 5, maxDigits = 10 },
                ("done", "balance"),
                ("no-input", "queue"),
                ("no-match", "queue")),
            Node(
                "balance",
                "http-lookup",
                new
                {
                    url = "https://core.bank.example/balance?contract=${contract}",
                    headers = new Dictionary<string, string> { ["Authorization"] = "Bearer ${secret.core}" },
                    mapping = new Dictionary<string, string> { ["balance"] = "account.balance" },
                },
                ("done", "owes"),
                ("failed", "topics")),
            Node(
                "owes",
                "condition",
                new { expression = "balance > 0 and not (balance > 100000000)" },
                ("true", "say"),
                ("false", "topics")),
            Node("say", "say", new { kind = "money", value = "${balance}" }, ("done", "topics")),
            Node(
                "topics",
                "menu",
                new { prompts = Prompt("topics"), options = new[] { "1", "2" }, attempts = 2 },
                ("1", "topic-card"),
                ("2", "queue"),
                ("no-input", "queue"),
                ("no-match", "queue")),
            Node(
                "topic-card",
                "set-variable",
                new { variable = "topic", value = "card ${contract}" },
                ("done", "queue")),
            Node("queue", "queue", new { queue = "cards" }, ("served", "rate"), ("full", "bye")),
            Node(
                "rate", "survey", new { prompts = Prompt("rate") }, ("answered", "bye"), ("unanswered", "bye")),
            Node("bye", "hang-up", new { prompts = Prompt("bye") }),
        ],
    };

    private static string[] Prompt(string name) => [name];

    private static FlowNode Node(string id, string type, object settings, params (string Exit, string To)[] exits) =>
        new()
        {
            Id = id,
            Type = type,
            Settings = JsonSerializer.SerializeToElement(settings).EnumerateObject()
                .ToDictionary(setting => setting.Name, setting => setting.Value),
            Exits = exits.ToDictionary(exit => exit.Exit, exit => exit.To),
        };
}
