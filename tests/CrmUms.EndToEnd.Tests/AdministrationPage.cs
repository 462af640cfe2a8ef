using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>An administrator in front of the pages of administration: what he types, chooses and is told.</summary>
internal sealed class AdministrationPage(AgentPage person)
{
    public const string Login = "admin";

    private IPage Page => person.Page;

    public static async Task<AdministrationPage> SignInAsync(AgentPage person)
    {
        await person.TrySignIn(AgentPage.Password);
        await person.Click("nav-admin");
        await person.Sees("admin");
        return new AdministrationPage(person);
    }

    public async Task Opens(string section)
    {
        await person.Click($"section-{section}");
        await person.Sees($"kind-{section}");
    }

    public async Task Opens(string section, string item)
    {
        await Opens(section);
        await Row(item).ClickAsync();
        await person.Sees("editor");
    }

    public Task OpensAgent(string name) => Page.GetByTestId("kind-row").Filter(new() { HasText = name }).ClickAsync();

    /// <summary>A new item; where there are patterns, an empty one.</summary>
    public async Task Begins(string section, bool hasPatterns = false)
    {
        await Opens(section);
        await person.Click("new-item");
        if (hasPatterns)
        {
            await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Пустая форма" }).ClickAsync();
        }

        await person.Sees("editor");
    }

    public Task Fills(string field, string text) => Field(field).Locator("input").First.FillAsync(text);

    /// <summary>Fills the last of the fields that are named so.</summary>
    public Task FillsLast(string label, string text) =>
        Page.GetByLabel(label, new() { Exact = true }).Last.FillAsync(text);

    public Task Clicks(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <summary>Chooses in the list of this field, or in the second of its lists.</summary>
    public Task Chooses(string field, string words, int list = 0) =>
        ChoosesIn(Field(field).GetByRole(AriaRole.Combobox).Nth(list), words);

    public Task ChoosesLabelled(string label, string words) =>
        ChoosesIn(Page.GetByRole(AriaRole.Combobox, new() { Name = label }), words);

    public async Task Saves()
    {
        await person.Click("save");
        await Expect(Page.Locator("[data-testid=editor][data-draft=false]")).ToBeVisibleAsync();
        await Expect(Page.GetByTestId("problems")).ToHaveCountAsync(0);
    }

    public Task TriesToSave() => person.Click("save");

    public async Task TriesToRemove()
    {
        await person.Click("remove");
        await Page.Locator(".ant-popconfirm").GetByRole(AriaRole.Button, new() { Name = "Удалить" }).ClickAsync();
    }

    public Task Reads(string part, string words) => person.SeesText(part, words);

    /// <summary>A message that goes away by itself.</summary>
    public Task IsToldInPassing(string words) =>
        Expect(Page.Locator(".ant-message").GetByText(words).First).ToBeVisibleAsync();

    /// <summary>Told above the form, by these words.</summary>
    public Task IsTold(string code, string words) =>
        Expect(Page.Locator($"[data-testid=problems] [data-code='{code}']").First).ToContainTextAsync(words);

    /// <summary>Told beside the field, by these words.</summary>
    public Task IsToldAt(string field, string words) =>
        Expect(Field(field).GetByRole(AriaRole.Alert).First).ToContainTextAsync(words);

    public async Task GivesUp()
    {
        await person.Click("discard");
        await Page.Locator(".ant-popconfirm").GetByRole(AriaRole.Button, new() { Name = "Отменить" }).ClickAsync();
        await Expect(Page.GetByTestId("discard")).ToHaveCountAsync(0);
    }

    /// <summary>The item as the server has it.</summary>
    public async Task<JsonElement> Item(string kind, string id)
    {
        var items = (await person.FetchAsync($"/api/rules/{kind}")).GetProperty("items");
        return items.EnumerateArray().Single(item => item.Text("id") == id);
    }

    /// <summary>Sent past the page; it must be taken.</summary>
    public async Task Sends(string method, string path, object? body = null)
    {
        var (status, answer) = await person.SendAsync(method, path, body);
        status.ShouldBeInRange(200, 204, answer.ToString());
    }

    /// <summary>Sent past the page, as it stands; the server refuses it because of this.</summary>
    public async Task ServerRefuses(string kind, string id, object item, string code, string field)
    {
        var (status, answer) = await person.SendAsync("PUT", $"/api/rules/{kind}/{id}", item);
        status.ShouldBe(422, answer.ToString());
        HasProblem(answer, code, field);
    }

    public async Task ServerKeeps(string kind, string id)
    {
        var (status, answer) = await person.SendAsync("DELETE", $"/api/rules/{kind}/{id}");
        status.ShouldBe(422, answer.ToString());
        HasProblem(answer, "in-use", "");
    }

    private static void HasProblem(JsonElement answer, string code, string field) =>
        answer.GetProperty("problems").EnumerateArray().Select(each => (each.Text("code"), each.Text("field")))
            .ShouldContain((code, field));

    private async Task ChoosesIn(ILocator list, string words)
    {
        await list.ClickAsync();
        await Page.Locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
            .Filter(new() { HasText = words }).First.ClickAsync();
    }

    private ILocator Field(string name) => Page.Locator($"[data-field='{name}']").First;

    private ILocator Row(string item) => Page.Locator($"[data-testid=kind-row][data-id='{item}']");
}
