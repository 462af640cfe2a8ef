using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Operation;

public sealed class PageTests(ServerFixture fixture)
{
    [Fact]
    public async Task The_index_is_asked_for_each_time_and_hashed_files_never_again()
    {
        var root = Path.Combine(fixture.Server.Folder, "wwwroot");
        Directory.CreateDirectory(Path.Combine(root, "assets"));
        await File.WriteAllTextAsync(
            Path.Combine(root, "index.html"), "<p>page</p>", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(root, "assets", "main-1a2b.js"), "run()", TestContext.Current.CancellationToken);
        using var browser = fixture.Server.OpenBrowser();

        foreach (var path in (string[])["/index.html", "/", "/history/today"])
        {
            using var index = await browser.GetAsync(path);
            index.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            index.Headers.CacheControl!.ToString().ShouldBe("no-cache");
            index.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self';");
            (await index.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("<p>page</p>");
        }

        using var asset = await browser.GetAsync("/assets/main-1a2b.js");
        asset.Headers.CacheControl!.ToString().ShouldContain("immutable");
        await Browser.ProblemOf(
            await browser.GetAsync("/assets/gone-3c4d.js"), HttpStatusCode.Unauthorized, "not-signed-in");
    }
}
