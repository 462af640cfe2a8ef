using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Tests.Hosting;
using CrmUms.Recording.Prompts;
using CrmUms.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>Prompts as an administrator makes them, with the real ffmpeg, espeak-ng and PostgreSQL.</summary>
public sealed class PromptsTests(ServerFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PromptLibrary Library => fixture.Server.Services.GetRequiredService<PromptLibrary>();

    [Fact]
    public async Task A_file_that_an_administrator_uploads_is_listed_heard_and_played_to_callers()
    {
        using var admin = await AdminAsync();
        var mp3 = await SoundAsync("mp3", seconds: 3);

        var view = await Browser.JsonOf(await UploadAsync(
            admin, "upload-1/ru?name=" + Uri.EscapeDataString("Приветствие"), mp3, "audio/mpeg"));

        view.Text("name").ShouldBe("Приветствие");
        var audio = view.GetProperty("languages").GetProperty("ru");
        audio.Text("source").ShouldBe("upload");
        audio.Text("author", "name").ShouldNotBeNullOrEmpty();
        audio.GetProperty("seconds").GetDouble().ShouldBe(3, tolerance: 0.1);
        audio.GetProperty("loudness").GetDouble().ShouldBe(-19, tolerance: 1);
        (await FindAsync(admin, "upload-1")).GetRawText().ShouldBe(view.GetRawText());
        Library.PromptsFor(["upload-1"], "uz").Playable.ShouldBe([new PlayablePrompt("crmums/upload-1", "ru")]);

        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var heard = await supervisor.GetAsync("/api/prompts/upload-1/ru/audio");
        heard.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        (await heard.Content.ReadAsByteArrayAsync(Cancellation)).Length.ShouldBeInRange(46_000, 51_000);
        (await supervisor.GetRangeAsync("/api/prompts/upload-1/ru/audio", 0, 99)).StatusCode
            .ShouldBe(HttpStatusCode.PartialContent);
        await Browser.ProblemOf(
            await supervisor.GetAsync("/api/prompts/upload-1/uz/audio"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_a_browser_records_becomes_a_prompt_whatever_its_media_type_says()
    {
        using var admin = await AdminAsync();
        var webm = await SoundAsync("webm", seconds: 2);

        var view = await Browser.JsonOf(await UploadAsync(
            admin, "recorded-1/uz?source=recorded", webm, "audio/webm;codecs=opus"));
        (await UploadAsync(admin, "recorded-1/en", webm, null)).StatusCode.ShouldBe(HttpStatusCode.OK);

        view.Text("name").ShouldBe("recorded-1");
        view.GetProperty("languages").GetProperty("uz").Text("source").ShouldBe("recorded");
    }

    [Fact]
    public async Task A_text_becomes_a_draft_that_is_replaced_by_a_recording()
    {
        using var admin = await AdminAsync();

        var view = await Browser.JsonOf(await SynthesiseAsync(
            admin, "draft-1/uz", new { text = " Assalomu alaykum! ", voice = "female", name = "Salom" }));
        var audio = view.GetProperty("languages").GetProperty("uz");
        (view.Text("name"), audio.Text("source"), audio.Text("text"))
            .ShouldBe(("Salom", "synthesised", "Assalomu alaykum!"));
        audio.GetProperty("loudness").GetDouble().ShouldBe(-19, tolerance: 1);

        view = await Browser.JsonOf(await UploadAsync(admin, "draft-1/uz", await SoundAsync("wav", 2), "audio/wav"));
        audio = view.GetProperty("languages").GetProperty("uz");
        (view.Text("name"), audio.Text("source"), audio.Text("text")).ShouldBe(("Salom", "upload", null));
        (await RemoveAsync(admin, "draft-1/uz")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await AuditedAsync("draft-1/uz")).ShouldBe(
            ["prompt-synthesis-begun", "prompt-upload-begun", "prompt-removal-begun"]);
    }

    [Fact]
    public async Task What_is_no_prompt_is_refused_and_nothing_is_left_of_it()
    {
        using var admin = await AdminAsync();

        await Browser.ProblemOf(
            await UploadAsync(admin, "bad/ru", Encoding.UTF8.GetBytes("Это не звук."), "audio/wav"),
            HttpStatusCode.UnprocessableEntity, "prompt-not-audio");
        await Browser.ProblemOf(
            await UploadAsync(admin, "bad/ru", [], "audio/wav"),
            HttpStatusCode.UnprocessableEntity, "prompt-not-audio");
        var tooLong = await Browser.ProblemOf(
            await UploadAsync(admin, "bad/ru", await SoundAsync("mp3", 3600), "audio/mpeg"),
            HttpStatusCode.UnprocessableEntity, "prompt-too-long");
        tooLong.GetProperty("secondsMax").GetInt32().ShouldBe(300);
        await Browser.ProblemOf(
            await UploadAsync(admin, "bad/ru", await SoundAsync("wav", 2, "anullsrc"), "audio/wav"),
            HttpStatusCode.UnprocessableEntity, "prompt-silent");
        await Browser.ProblemOf(
            await UploadAsync(admin, "bad/ru", new byte[20 * 1024 * 1024 + 1], "audio/wav"),
            HttpStatusCode.RequestEntityTooLarge, "too-large");

        (await admin.GetJsonAsync("/api/prompts")).EnumerateArray()
            .ShouldNotContain(prompt => prompt.Text("id") == "bad");
        Directory.GetFiles(Path.Combine(fixture.Server.Folder, "prompts"), "bad*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Welcome/ru")]
    [InlineData("..%2F..%2Fetc/ru")]
    [InlineData("%2e%2e%2fx/ru")]
    [InlineData("a.b/ru")]
    [InlineData("welcome/..%2Fru")]
    [InlineData("welcome/de")]
    [InlineData("welcome/RU")]
    [InlineData("welcome/ru?source=stolen")]
    [InlineData("welcome/ru?name=%01")]
    [InlineData("01234567890123456789012345678901234567890/ru")]
    public async Task A_place_that_makes_no_sense_is_refused(string place)
    {
        using var admin = await AdminAsync();

        await Browser.ProblemOf(
            await UploadAsync(admin, place, [1, 2, 3], "audio/wav"), HttpStatusCode.BadRequest, "bad-input");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("   ", null)]
    [InlineData("five", "../x")]
    [InlineData("five", "male -w /etc/passwd")]
    public async Task A_text_or_voice_that_makes_no_sense_is_refused(string? text, string? voice)
    {
        using var admin = await AdminAsync();

        await Browser.ProblemOf(
            await SynthesiseAsync(admin, "welcome/en", new { text, voice }), HttpStatusCode.BadRequest, "bad-input");
        await Browser.ProblemOf(
            await SynthesiseAsync(admin, "welcome/en", new { text = new string('x', 2001) }),
            HttpStatusCode.BadRequest,
            "bad-input");
    }

    [Fact]
    public async Task A_prompt_that_is_played_cannot_be_removed_and_one_in_a_wanted_language_is_missing()
    {
        using var admin = await AdminAsync();
        await UploadAsync(admin, "used-1/ru", await SoundAsync("wav", 1), "audio/wav");
        fixture.Server.PromptUsage.Add(
            new PromptUse("used-1", "flow", "main", "Главное меню", [PromptLanguage.Ru, PromptLanguage.Uz]));

        var problem = await Browser.ProblemOf(
            await RemoveAsync(admin, "used-1"), HttpStatusCode.Conflict, "prompt-in-use");
        await Browser.ProblemOf(await RemoveAsync(admin, "used-1/ru"), HttpStatusCode.Conflict, "prompt-in-use");
        var missing = (await admin.GetJsonAsync("/api/prompts/missing")).EnumerateArray()
            .Where(each => each.Text("id") == "used-1").ShouldHaveSingleItem();

        problem.GetProperty("usedBy")[0].Text("name").ShouldBe("Главное меню");
        missing.Text("language").ShouldBe("uz");
        var listed = await FindAsync(admin, "used-1");
        (listed.GetProperty("unused").GetBoolean(), listed.GetProperty("usedBy")[0].Text("id"))
            .ShouldBe((false, "main"));

        fixture.Server.PromptUsage.Forget("used-1");
        (await FindAsync(admin, "used-1")).GetProperty("unused").GetBoolean().ShouldBeTrue();
        (await RemoveAsync(admin, "used-1")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Browser.ProblemOf(await RemoveAsync(admin, "used-1"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_prompt_is_named_by_people()
    {
        using var admin = await AdminAsync();

        var named = await Browser.JsonOf(
            await admin.SendAsync(HttpMethod.Put, "/api/prompts/named-1", new { name = " Меню " }));

        (named.Text("name"), named.GetProperty("languages").EnumerateObject().Count()).ShouldBe(("Меню", 0));
        await Browser.ProblemOf(
            await admin.SendAsync(HttpMethod.Put, "/api/prompts/named-1", new { name = "" }),
            HttpStatusCode.BadRequest,
            "bad-input");
    }

    [Fact]
    public async Task The_page_learns_what_may_be_asked_for()
    {
        using var admin = await AdminAsync();

        var limits = await admin.GetJsonAsync("/api/prompts/limits");

        limits.GetProperty("bytesMax").GetInt64().ShouldBe(20 * 1024 * 1024);
        limits.GetProperty("voices")[0].GetString().ShouldBe("standard");
    }

    [Fact]
    public async Task A_converter_that_is_not_there_is_said_to_be_the_trouble_and_not_the_file()
    {
        await using var server = fixture.StartAnother("prompt-tools", ("Prompts:ConverterPath", "/nowhere/ffmpeg"));
        using var admin = await server.OpenBrowser().SignInAsync("admin");

        await Browser.ProblemOf(
            await UploadAsync(admin, "welcome/ru", await SoundAsync("wav", 1), "audio/wav"),
            HttpStatusCode.ServiceUnavailable,
            "prompt-tools-unavailable");
    }

    private async Task<IEnumerable<string>> AuditedAsync(string place) =>
        await fixture.Server.Services.GetRequiredService<PostgresDatabase>().QueryAsync<string>(
            "select action from audit.entry where object_id = @place order by entry_id", new { place }, Cancellation);

    private Task<Browser> AdminAsync() => fixture.Server.OpenBrowser().SignInAsync("admin");

    private static Task<HttpResponseMessage> UploadAsync(
        Browser browser, string place, byte[] body, string? mediaType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return browser.SendAsync(HttpMethod.Put, "/api/prompts/" + place, content);
    }

    private static Task<HttpResponseMessage> SynthesiseAsync(Browser browser, string place, object body) =>
        browser.SendAsync(HttpMethod.Post, $"/api/prompts/{place}/synthesise", body);

    private static Task<HttpResponseMessage> RemoveAsync(Browser browser, string place) =>
        browser.SendAsync(HttpMethod.Delete, "/api/prompts/" + place, null);

    private static async Task<JsonElement> FindAsync(Browser browser, string id) =>
        (await browser.GetJsonAsync("/api/prompts")).EnumerateArray().Single(prompt => prompt.Text("id") == id);

    // A sound as people bring it. An hour in the lowest quality fits the bound of bytes.
    private static async Task<byte[]> SoundAsync(string kind, int seconds, string source = "sine")
    {
        var path = Path.Combine(Path.GetTempPath(), $"crmums-{Guid.NewGuid():n}.{kind}");
        var made = $"{source}=sample_rate=16000";
        string[] arguments = ["-v", "error", "-f", "lavfi", "-i", made, "-t", $"{seconds}", "-b:a", "16k", path];
        using var process = Process.Start("ffmpeg", arguments);
        await process.WaitForExitAsync(Cancellation);
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        File.Delete(path);
        return bytes;
    }
}
