using System.Text.Json;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Replay;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary><c>./ums replay</c>, over a day that lies in the database.</summary>
public sealed class ReplayCommandTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly TimeZoneInfo Tashkent = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tashkent");
    private static readonly DateOnly Day = new(2026, 7, 14);
    private static readonly DateTimeOffset Midnight = new(2026, 7, 13, 19, 0, 0, TimeSpan.Zero); // In Tashkent.

    private readonly StringWriter _said = new();
    private readonly StringWriter _complained = new();
    private RecordedRouter? _router;

    private RecordedRouter Router => _router ??= new RecordedRouter(Journal, Midnight);

    [Fact]
    public async Task With_unchanged_rules_every_decision_comes_out_the_same()
    {
        await RecordDayAsync();

        (await ReplayAsync()).ShouldBe(0);

        _said.ToString().ShouldContain("every one is the same");
        Summary().GetProperty("same").GetInt32().ShouldBeGreaterThan(50);
        Summary().GetProperty("differs").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_decision_that_comes_out_otherwise_is_told_with_names_and_fails()
    {
        await RecordDayAsync();
        var forged = new CallerRouted(new(Guid.CreateVersion7()), Router.Agents[0], Reason(), Midnight.AddHours(9));
        await Router.KeepAsync(forged, forged.At);

        (await ReplayAsync()).ShouldBe(1);

        _said.ToString().ShouldContain("A decision comes out otherwise.");
        _said.ToString().ShouldContain("to Agent 1,");
        Summary().GetProperty("differs").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task With_other_rules_it_says_what_they_would_have_changed_and_who_served_whom()
    {
        await RecordDayAsync();
        var rules = await FileAsync($$"""
            { "kinds": { "queue": [{ "id": "{{Call.Support}}", "name": "Support", "requirement": "uzbek >= 9" }] } }
            """);

        (await ReplayAsync(rules)).ShouldBe(0);

        var said = _said.ToString();
        foreach (var figure in new[] { "average wait, s", "answered within 20 s, %", "occupancy, %", "left without" })
        {
            said.ShouldContain(figure);
        }

        Summary().GetProperty("movedCallers").GetInt32().ShouldBeGreaterThan(0);
        const string Whom = @"(Agent \d|nobody) after";
        said.ShouldMatch($@"\d\d:\d\d:\d\d support [0-9a-f]{{32}}: .*{Whom} .* -> {Whom}");
        said.ShouldNotContain("UTC");
    }

    [Fact]
    public async Task Rules_that_make_no_sense_are_refused_in_words()
    {
        await RecordDayAsync();
        var rules = await FileAsync(
            """{ "kinds": { "queue": [{ "id": "support", "requirement": "uzbek >= 11" }] } }""");

        (await ReplayAsync(rules)).ShouldBe(2);

        _complained.ToString().ShouldContain("requirement");
        (await ReplayAsync("nowhere.json")).ShouldBe(2);
        _complained.ToString().ShouldContain("cannot be read");
    }

    private async Task RecordDayAsync()
    {
        await HireAsync();
        await KeepRulesAsync();
        await Router.KeepAsync(new RouterStarted(Midnight.AddHours(1)), Midnight.AddHours(1));
        await Router.HearAsync(new RoutingInput.RulesReplaced(Router.Rules()), Midnight.AddHours(1));
        await Router.WorkAsync(from: 2, rounds: 400);
    }

    private async Task HireAsync()
    {
        var accounts = new PostgresAccountStore(Database, TimeProvider.System);
        foreach (var (agent, number) in Router.Agents.Select((agent, place) => (agent, place + 1)))
        {
            await accounts.AddAsync(
                new Account(
                    agent.Value, $"agent{number}", $"Agent {number}", EmployeeRole.Agent, "ru", "hash",
                    MustSetPassword: false),
                Cancellation);
        }
    }

    private Task KeepRulesAsync()
    {
        RuleChange[] changes =
        [
            RuleChange.To(new SkillRule { Id = "uzbek", Name = "Uzbek" }),
            RuleChange.To(new QueueRule { Id = Call.Support.Value, Name = "Support", Requirement = "uzbek >= 5" }),
            .. Router.Agents.Select((agent, place) => RuleChange.To(new AgentRule
            {
                Id = agent.ToString(), Skills = new Dictionary<string, int> { ["uzbek"] = (2 * place) + 1 },
            })),
        ];
        object[] events =
        [
            .. changes.Select(change => new RuleChanged(
                1, change.Kind, change.Id, change.Content, "system", "", Midnight)),
        ];
        return HappenedAsync("rules", events);
    }

    private Task<int> ReplayAsync(string? rules = null) =>
        new ReplayCommand(Test.ConnectionString, Tashkent, _said, _complained).RunAsync(Day, rules);

    private static RoutingReason Reason() => new("longest-idle", "uzbek", 1, TimeSpan.Zero, null, null);

    private static async Task<string> FileAsync(string json)
    {
        var file = Path.Combine(Path.GetTempPath(), $"rules-{Guid.NewGuid():n}.json");
        await File.WriteAllTextAsync(file, json, Cancellation);
        return file;
    }

    private JsonElement Summary() => JsonElement.Parse(_said.ToString().TrimEnd().Split('\n')[^1]);
}
