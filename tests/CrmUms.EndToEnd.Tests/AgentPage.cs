using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>An agent at his desk: what he does. What he sees and hears is in the other parts.</summary>
internal sealed partial class AgentPage
{
    public const string Password = "crmums-demo";
    public const string Aziza = "agent1";
    public const string Bobur = "agent2";
    public const string AzizaName = "Азиза Каримова";
    public const string BoburName = "Бобур Рахимов";

    private readonly IBrowserContext _computer;
    private readonly List<string> _console = [];

    private AgentPage(IBrowserContext computer, IPage page, string login)
    {
        (_computer, Page, Login) = (computer, page, login);
        page.Console += (_, said) => Note($"{said.Type}: {said.Text}");
        page.PageError += (_, error) => Note($"error: {error}");
    }

    public IPage Page { get; }

    public string Login { get; }

    /// <summary>Opens the address; shows the sign-in.</summary>
    public static async Task<AgentPage> OpenAsync(IBrowserContext computer, string login)
    {
        var agent = new AgentPage(computer, await computer.NewPageAsync(), login);
        await agent.Page.GotoAsync("/");
        return agent;
    }

    public async Task SignIn()
    {
        await TrySignIn(Password);
        await Part("audio-setup").WaitForAsync();
        await Part("audio-setup-done").ClickAsync();
        await Sees("status", "status", "notReady");
        await Sees("status", "audio", "open");
    }

    public async Task TrySignIn(string password)
    {
        await Part("sign-in-login").FillAsync(Login);
        await Part("sign-in-password").FillAsync(password);
        await Part("sign-in-submit").ClickAsync();
    }

    public async Task MakeReady()
    {
        await Part("ready-button").ClickAsync();
        await SeesStatus("ready");
    }

    public Task Click(string part) => Part(part).ClickAsync();

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Presses the key of an action as a person does: when the page offers it.</summary>
    public async Task Uses(string key)
    {
        var keyCap = Page.Locator($"kbd.keycap:text-is('{key}')");
        await Expect(Page.Locator("button:enabled", new() { Has = keyCap }).First).ToBeVisibleAsync();
        await Press(key);
    }

    public async Task Answer()
    {
        await Click("answer");
        await SeesStage("connected");
    }

    public async Task HangUp()
    {
        await Click("hang-up");
        await SeesStage("wrapping-up");
    }

    public async Task ChooseTopic(string words)
    {
        await Part("wrap-up-topic").ClickAsync();
        await Page.Keyboard.TypeAsync(words);
        await Page.Locator(".ant-select-item-option", new() { HasText = words }).First.ClickAsync();
    }

    public async Task ChooseResult(string code)
    {
        await Part("wrap-up-result").ClickAsync();
        await Part($"result-{code}").Last.ClickAsync();
    }

    public Task WriteNote(string note) => Part("wrap-up-note").FillAsync(note);

    /// <summary>Ends wrap-up; ready for the next call.</summary>
    public async Task FinishWrapUp()
    {
        await Part("wrap-up-finish").ClickAsync();
        await Part("wrap-up-idle").WaitForAsync();
    }

    /// <summary>Opens a row of the history to what happened in that call.</summary>
    public Task OpensHistoryOf(string interaction) =>
        HistoryRow(interaction).Locator("button.ant-table-row-expand-icon").ClickAsync();

    public Task ReloadPage() => Page.ReloadAsync();

    public Task CloseTab() => Page.CloseAsync();

    /// <summary>What the page itself would fetch.</summary>
    public async Task<JsonElement> FetchAsync(string path)
    {
        var answer = await _computer.APIRequest.GetAsync(path);
        answer.Ok.ShouldBeTrue($"GET {path}: {answer.Status}");
        return (await answer.JsonAsync())!.Value;
    }

    /// <summary>What the page itself would send: the status of the answer, and its body.</summary>
    public async Task<(int Status, JsonElement Answer)> SendAsync(string method, string path, object? body = null)
    {
        var token = await FetchAsync("/api/antiforgery");
        var answer = await _computer.APIRequest.FetchAsync(path, new()
        {
            Method = method, DataObject = body, Headers = [new("X-XSRF-TOKEN", token.Text("token")!)],
        });
        var isEmpty = (await answer.BodyAsync()).Length == 0;
        return (answer.Status, isEmpty ? default : (await answer.JsonAsync())!.Value);
    }

    public async Task DownloadAsync(string path, string file)
    {
        var answer = await _computer.APIRequest.GetAsync(path);
        answer.Ok.ShouldBeTrue($"GET {path}: {answer.Status}");
        await File.WriteAllBytesAsync(file, await answer.BodyAsync());
    }

    /// <summary>Name and value of the session's cookie, for those who come without a browser.</summary>
    public async Task<string> CookiesAsync() =>
        string.Join("; ", (await _computer.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));

    public async Task SignOut()
    {
        var token = await FetchAsync("/api/antiforgery");
        var answer = 0;
        await Waiting.UntilAsync(
            async () =>
            {
                answer = (await _computer.APIRequest.DeleteAsync("/api/session", new()
                {
                    Headers = [new("X-XSRF-TOKEN", token.Text("token")!)],
                })).Status;
                return answer is 204 or 401;
            },
            10.Seconds(),
            () => $"{Login} to be signed out; the last answer was {answer}");
    }

    public async Task LeaveComputer() => await _computer.CloseAsync();

    /// <summary>A picture of the page, and what it said to nobody.</summary>
    public async Task KeepEvidenceAsync(string folder, string name)
    {
        var path = Path.Combine(folder, $"{name}-{Login}");
        if (!Page.IsClosed)
        {
            await Page.ScreenshotAsync(new() { Path = path + ".png" });
        }

        await File.WriteAllLinesAsync(path + ".console.log", Console());
    }

    private ILocator Part(string testId) => Page.GetByTestId(testId);

    private void Note(string line)
    {
        lock (_console)
        {
            _console.Add($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {line}");
        }
    }

    private string[] Console()
    {
        lock (_console)
        {
            return [.. _console];
        }
    }
}
