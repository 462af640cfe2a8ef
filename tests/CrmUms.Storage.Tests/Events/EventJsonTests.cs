using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Storage.Events;

namespace CrmUms.Storage.Tests.Events;

/// <summary>
/// A released event never changes: the journals of running installations hold it. Golden: golden-events.json.
/// </summary>
public sealed class EventJsonTests
{
    private static readonly EventCatalog Catalog = new(AcdEvents.Manifests);

    [Fact]
    public void Every_event_of_the_catalog_stands_in_the_journal_exactly_as_released()
    {
        var golden = ReadGolden();

        var now = SampleEvents.All.ToDictionary(Catalog.ManifestOf, ToJson);

        now.Keys.Order(StringComparer.Ordinal).ShouldBe(AcdEvents.Manifests.Keys.Order(StringComparer.Ordinal));
        var missing = now.Where(entry => !golden.ContainsKey(entry.Key))
            .Select(entry => $"  \"{entry.Key}\": {entry.Value}").ToList();
        missing.ShouldBeEmpty("Add to golden-events.json:\n" + string.Join(",\n", missing));
        foreach (var (manifest, json) in now)
        {
            json.ShouldBe(golden[manifest]);
        }
    }

    [Fact]
    public void Every_released_event_is_read_back_as_what_it_was()
    {
        foreach (var sample in SampleEvents.All)
        {
            var type = Catalog.TypeOf(Catalog.ManifestOf(sample));

            var read = JsonSerializer.Deserialize(ReadGolden()[Catalog.ManifestOf(sample)], type, EventJson.Options);

            ToJson(read!).ShouldBe(ToJson(sample));
            read!.GetType().ShouldBe(sample.GetType());
        }
    }

    [Fact]
    public void What_an_agent_state_has_learnt_later_is_kept_too()
    {
        var at = DateTimeOffset.UnixEpoch;
        var zone = TimeZoneInfo.Utc;
        var state = new AgentState(AgentStatus.WrapUp, null, at, null, at, null)
        {
            UnansweredInARow = 2,
            IsAutoAnswered = true,
            ExtensionReason = "why",
            Work = WorkFigures.None
                .After(AgentStatus.Ready, false, at, zone)
                .After(AgentStatus.Talking, true, at.AddMinutes(1), zone),
        };

        var read = JsonSerializer.Deserialize<AgentState>(ToJson(state), EventJson.Options)!;

        ToJson(read).ShouldBe(ToJson(state));
        read.Work!.Spans.ShouldBe([new WorkSpan(at, at.AddMinutes(1), IsBusy: false)]);
    }

    [Fact]
    public void What_a_caller_asks_of_agents_is_kept_with_his_place()
    {
        var queued = SampleEvents.All.OfType<InteractionQueued>().First() with { Skills = "russian >= 5 and debt" };

        ToJson(queued).ShouldContain("\"skills\":\"russian >= 5 and debt\"");
        JsonSerializer.Deserialize<InteractionQueued>(ToJson(queued), EventJson.Options).ShouldBe(queued);
    }

    [Fact]
    public void An_event_that_lacks_a_field_is_an_error_and_not_a_zero() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<AgentBecameReady>(
            """{"agent":"00000000000000000000000000000000"}""", EventJson.Options));

    [Fact]
    public void Two_modules_cannot_use_the_same_manifest() =>
        Should.Throw<ArgumentException>(() => new EventCatalog(AcdEvents.Manifests, AcdEvents.Manifests));

    private static string ToJson(object happened) =>
        JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Options);

    private static Dictionary<string, string> ReadGolden()
    {
        using var stream = typeof(EventJsonTests).Assembly.GetManifestResourceStream("golden-events.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.GetRawText());
    }
}
