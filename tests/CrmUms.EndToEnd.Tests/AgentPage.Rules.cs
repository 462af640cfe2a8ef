using Microsoft.Playwright;

namespace CrmUms.EndToEnd.Tests;

/// <summary>What an administrator sets up beside a story, as his page would ask for it.</summary>
internal sealed partial class AgentPage
{
    private const float PutMaxMs = 60_000; // A sound is converted and evened before the answer comes.

    public Task PutRule(string kind, string id, object rule) => PutAsync($"/api/rules/{kind}/{id}", json: rule);

    /// <summary>A prompt for callers in this language, made of a sound file.</summary>
    public async Task PutPrompt(string id, string language, string file) =>
        await PutAsync($"/api/prompts/{id}/{language}", sound: await File.ReadAllBytesAsync(file));

    /// <summary>A prompt that is nothing but a tone, so that a caller knows which one he hears.</summary>
    public async Task PutTone(string prompt, int hertz, int seconds, string folder)
    {
        var file = Path.Combine(folder, $"{prompt}.wav");
        Tones.Write(file, hertz, seconds);
        await PutPrompt(prompt, "ru", file);
    }

    /// <summary>A flow that callers of this number walk from now on.</summary>
    public async Task PutFlow(string id, string number, params FlowStep[] steps)
    {
        var graph = new
        {
            id, name = id, language = "ru", start = steps[0].Id,
            nodes = steps.Select((step, place) => step.OnCanvas(x: 40 + (place * 280), y: 60)),
        };
        await PutRule("flow", id, new { id, name = id, draft = graph, published = graph, publishedVersion = 1 });
        await PutNumber(number, "flow", id);
    }

    /// <summary>Where a number leads to.</summary>
    public Task PutNumber(string number, string kind, string id) =>
        PutRule("number", number, new { id = number, name = id, target = new { kind, id } });

    /// <summary>Types into a field of a form of administration.</summary>
    public Task Fills(string field, string text) => FieldOf(field).Locator("input").FillAsync(text);

    /// <summary>Chooses from a list of such a form by its words; some fields are two lists.</summary>
    public async Task Chooses(string field, string words, int place = 0)
    {
        await FieldOf(field).Locator(".ant-select").Nth(place).ClickAsync();
        await Page.Locator(".ant-select-item-option:visible", new() { HasText = words }).ClickAsync();
    }

    private ILocator FieldOf(string field) => Page.Locator($"[data-field='{field}']");

    private async Task PutAsync(string path, object? json = null, byte[]? sound = null)
    {
        var token = await FetchAsync("/api/antiforgery");
        var answer = await _computer.APIRequest.PutAsync(path, new()
        {
            Headers = [new("X-XSRF-TOKEN", token.Text("token")!)],
            DataObject = json,
            DataByte = sound,
            Timeout = PutMaxMs,
        });
        answer.Ok.ShouldBeTrue($"PUT {path}: {answer.Status} {await answer.TextAsync()}");
    }
}
