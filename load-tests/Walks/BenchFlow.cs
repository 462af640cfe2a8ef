using CrmUms.LoadTests.Desks;
using CrmUms.SipPhone.Audio;

namespace CrmUms.LoadTests.Walks;

/// <summary>
/// The flow that the callers walk, and a number that leads into it: a welcome, hours, a menu, a contract number that is
/// said back, and another menu, from which they go to a queue or out. Prompts are tones: a caller knows by the pitch
/// which one he hears.
/// </summary>
internal static class BenchFlow
{
    public const string Number = "1900";
    public const int WelcomeHertz = 600;
    public const int MenuHertz = 900;
    public const int ContractHertz = 1_200;
    public const int NextHertz = 1_500;
    public const int GoodbyeHertz = 1_800;

    private const string Key = "bench";
    private const string Language = "ru";

    // What is asked sounds until a key ends it.
    private static readonly (string Prompt, int Hertz, int Seconds)[] Prompts =
    [
        ("bench-welcome", WelcomeHertz, 1), ("bench-menu", MenuHertz, 20), ("bench-contract", ContractHertz, 20),
        ("bench-next", NextHertz, 20), ("bench-goodbye", GoodbyeHertz, 1),
    ];

    public static async Task PutAsync(Uri page, string folder)
    {
        using var administrator = await WebSession.SignInAsync(page, "admin");
        foreach (var (prompt, hertz, seconds) in Prompts)
        {
            var file = Path.Combine(folder, prompt + ".wav");
            Write(file, hertz, seconds);
            await administrator.PutSoundAsync($"/api/prompts/{prompt}/{Language}", file);
        }

        var week = Enum.GetNames<DayOfWeek>().Select(day => new { day, from = "00:00", to = "24:00" });
        await administrator.PutAsync("/api/rules/calendar/always", new { id = "always", name = "Always", week });
        await administrator.PutAsync($"/api/rules/flow/{Key}", new { id = Key, name = Key, draft = Graph() });
        await administrator.PostAsync($"/api/flows/{Key}/publish", body: null);
        await administrator.PutAsync(
            $"/api/rules/number/{Number}", new { id = Number, name = Key, target = new { kind = "flow", id = Key } });
    }

    private static object Graph() => new
    {
        id = Key,
        name = Key,
        language = Language,
        start = "welcome",
        nodes = new[]
        {
            Node("welcome", "play", new { prompts = new[] { "bench-welcome" } }, ("done", "hours")),
            Node("hours", "hours", new { calendar = "always" }, ("open", "menu"), ("closed", "goodbye")),
            Node(
                "menu",
                "menu",
                new { prompts = new[] { "bench-menu" }, options = Options("1") },
                ("1", "contract"),
                ("no-input", "goodbye"),
                ("no-match", "goodbye")),
            Node(
                "contract",
                "collect-digits",
                new { prompts = new[] { "bench-contract" }, variable = "contract", minDigits = 3, maxDigits = 10 },
                ("done", "say"),
                ("no-input", "goodbye"),
                ("no-match", "goodbye")),
            Node("say", "say", new { kind = "number", value = "${contract}" }, ("done", "next")),
            Node(
                "next",
                "menu",
                new { prompts = new[] { "bench-next" }, options = Options("1", "2") },
                ("1", "queue"),
                ("2", "goodbye"),
                ("no-input", "goodbye"),
                ("no-match", "goodbye")),
            Node("queue", "queue", new { queue = "express" }),
            Node("goodbye", "hang-up", new { prompts = new[] { "bench-goodbye" } }),
        },
    };

    private static object[] Options(params string[] digits) => [.. digits.Select(digit => new { digit, label = "" })];

    private static object Node(string id, string type, object settings, params (string Exit, string To)[] exits) =>
        new { id, type, settings, exits = exits.ToDictionary(exit => exit.Exit, exit => exit.To) };

    private static void Write(string file, int hertz, int seconds)
    {
        using var wav = new WavWriter(file);
        wav.Write([.. Enumerable.Range(0, seconds * Sound.Rate).Select(
            i => (short)(short.MaxValue * 0.1 * Math.Sin(2 * Math.PI * hertz * i / Sound.Rate)))]);
    }
}
