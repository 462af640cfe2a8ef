using System.Text.Json;
using CrmUms.Acd.Rules;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>Who changed which rule when, made from what has happened.</summary>
public sealed class RuleHistoryTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly Guid _admin = Guid.CreateVersion7();
    private long _version;

    private PostgresRuleHistory History => new(Database, Projector);

    [Fact]
    public async Task A_change_stands_in_the_history_with_its_author_and_with_what_was_before_and_after()
    {
        await new PostgresAccountStore(Database, TimeProvider.System).AddAsync(
            new Account(_admin, "admin", "Рустам Назаров", EmployeeRole.Administrator, "ru", "hash", false),
            Cancellation);
        await HappenedAsync("rules", Skill("uzbek", "Узбекский"), Skill("russian", "Русский"));
        await HappenedAsync("rules", Skill("uzbek", "Узбекский язык"), Removed("uzbek"));

        var changes = await History.ListAsync("skill", "uzbek", null, 50, Cancellation);

        changes.Select(change => change.Version).ShouldBe([4L, 3L, 1L]);
        changes.Select(change => NameOf(change.Before)).ShouldBe(["Узбекский язык", "Узбекский", null]);
        changes.Select(change => NameOf(change.After)).ShouldBe([null, "Узбекский язык", "Узбекский"]);
        changes.ShouldAllBe(change => change.AuthorName == "Рустам Назаров" && change.Note == "так надо");
        changes[0].At.ShouldBe(Morning);
    }

    [Fact]
    public async Task The_history_is_read_page_by_page_over_all_kinds()
    {
        await HappenedAsync("rules", [.. Enumerable.Range(1, 5).Select(number => Skill($"skill-{number}", "Навык"))]);

        var first = await History.ListAsync(null, null, null, 2, Cancellation);
        var next = await History.ListAsync(null, null, first[^1].Version, 10, Cancellation);

        first.Select(change => change.Version).ShouldBe([5L, 4L]);
        next.Select(change => change.Version).ShouldBe([3L, 2L, 1L]);
        next[0].AuthorName.ShouldBe(_admin.ToString("n"), "Nobody of that name works here.");
    }

    [Fact]
    public async Task An_item_can_be_read_as_it_was_at_any_version()
    {
        await HappenedAsync(
            "rules", Skill("uzbek", "Один"), Skill("russian", "Русский"), Skill("uzbek", "Два"), Removed("uzbek"));

        NameOf((await History.FindAsync("skill", "uzbek", 2, Cancellation))!.Content).ShouldBe("Один");
        NameOf((await History.FindAsync("skill", "uzbek", 3, Cancellation))!.Content).ShouldBe("Два");
        (await History.FindAsync("skill", "uzbek", 4, Cancellation))!.Content.ShouldBeNull();
        (await History.FindAsync("skill", "russian", 1, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_queue_of_the_rules_has_a_name_in_the_history_also_when_it_is_gone()
    {
        await HappenedAsync(
            "rules",
            Changed("queue", "support", """{"id":"support","name":"Поддержка"}"""),
            Changed("queue", "support", null));
        await Projector.CatchUpAsync(Cancellation);

        (await Database.FindAsync<string>("select name from acd.queue where queue_id = 'support'", null, Cancellation))
            .ShouldBe("Поддержка");
    }

    private static string? NameOf(JsonElement? item) => item?.GetProperty("name").GetString();

    private RuleChanged Skill(string id, string name) =>
        Changed("skill", id, JsonSerializer.Serialize(new { id, name }));

    private RuleChanged Removed(string id) => Changed("skill", id, null);

    private RuleChanged Changed(string kind, string id, string? content) => new(
        ++_version, kind, id, content is null ? null : JsonElement.Parse(content), _admin.ToString("n"), "так надо",
        Morning);
}
