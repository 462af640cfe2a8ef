using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Identity;

public sealed class SignInTests(ServerFixture fixture)
{
    [Fact]
    public async Task An_employee_signs_in_and_out()
    {
        using var browser = fixture.Server.OpenBrowser();

        var session = await Browser.JsonOf(await browser.TrySignInAsync("supervisor"));

        session.GetProperty("login").GetString().ShouldBe("supervisor");
        session.GetProperty("role").GetString().ShouldBe("supervisor");
        session.GetProperty("language").GetString().ShouldBe("ru");
        (await browser.GetJsonAsync("/api/session")).GetProperty("displayName").GetString().ShouldNotBeNullOrEmpty();
        (await browser.SignOutAsync()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Browser.ProblemOf(await browser.GetAsync("/api/session"), HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task The_session_cookie_is_closed_to_scripts_and_to_other_sites()
    {
        using var browser = fixture.Server.OpenBrowser();

        var response = await browser.TrySignInAsync("supervisor");

        var cookie = response.Headers.GetValues("Set-Cookie")
            .Single(value => value.StartsWith("crmums-session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_a_login_even_for_the_right_one_and_twenty_leave_it_locked()
    {
        using var browser = fixture.Server.OpenBrowser();
        var login = fixture.TakeAgent();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Browser.ProblemOf(
                await browser.TrySignInAsync(login, "wrong"), HttpStatusCode.Unauthorized, "wrong-credentials");
        }

        for (var attempt = 0; attempt < 15; attempt++)
        {
            var problem = await Browser.ProblemOf(
                await browser.TrySignInAsync(login, "wrong"), HttpStatusCode.Locked, "locked");
            problem.GetProperty("retryAfterSeconds").GetInt32().ShouldBeInRange(240, 300);
        }

        await Browser.ProblemOf(await browser.TrySignInAsync(login), HttpStatusCode.Locked, "locked");
    }

    [Fact]
    public async Task An_unknown_login_is_answered_like_a_known_one()
    {
        using var browser = fixture.Server.OpenBrowser();
        var known = await AnswersAsync(browser, fixture.TakeAgent());

        var unknown = await AnswersAsync(browser, "nobody-" + Guid.NewGuid().ToString("n"));

        unknown.ShouldBe(known);
    }

    [Fact]
    public async Task Of_many_guesses_at_once_no_more_than_five_are_looked_at()
    {
        using var browser = fixture.Server.OpenBrowser();
        var login = fixture.TakeAgent();
        await browser.FetchTokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ =>
            browser.SendAsync(HttpMethod.Post, "/api/session", new { login, password = "wrong" })));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(5);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Locked).ShouldBe(25);
    }

    [Fact]
    public async Task One_address_may_fail_only_so_often_in_a_minute()
    {
        await using var server = fixture.StartAnother("limits", ("Web:FailedSignInsPerMinuteMax", "3"));
        using var browser = server.OpenBrowser();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var refused = await browser.TrySignInAsync("stranger" + attempt, "wrong");
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var problem = await Browser.ProblemOf(
            await browser.TrySignInAsync("stranger", "wrong"), HttpStatusCode.TooManyRequests, "too-many-attempts");

        problem.GetProperty("retryAfterSeconds").GetInt32().ShouldBeInRange(1, 60);
    }

    [Fact]
    public async Task In_production_the_first_sign_in_of_the_administrator_sets_his_password()
    {
        await using var server = fixture.StartAnother("production", ("Web:Demo", "false"));
        using var browser = server.OpenBrowser();
        var problem = await Browser.ProblemOf(
            await browser.TrySignInAsync("admin", "short"), HttpStatusCode.UnprocessableEntity, "password-too-weak");
        problem.GetProperty("lengthMin").GetInt32().ShouldBe(12);

        await Browser.JsonOf(await browser.TrySignInAsync("admin", "a long enough one"));

        await Browser.ProblemOf(
            await browser.TrySignInAsync("admin", "another long one"),
            HttpStatusCode.Unauthorized, "wrong-credentials");
        await Browser.JsonOf(await browser.TrySignInAsync("admin", "a long enough one"));
        await Browser.ProblemOf(
            await browser.TrySignInAsync("agent1"), HttpStatusCode.Unauthorized, "wrong-credentials");
    }

    [Fact]
    public async Task A_change_without_the_token_of_our_page_is_refused()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        browser.Token = null;

        var response = await browser.SendAsync(HttpMethod.Put, "/api/session/language", new { language = "uz" });

        await Browser.ProblemOf(response, HttpStatusCode.BadRequest, "antiforgery-missing");
    }

    [Fact]
    public async Task The_token_of_another_session_is_refused()
    {
        using var other = await fixture.Server.OpenBrowser().SignInAsync("admin");
        using var browser = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        browser.Token = other.Token;

        var response = await browser.SendAsync(HttpMethod.Put, "/api/session/language", new { language = "uz" });

        await Browser.ProblemOf(response, HttpStatusCode.BadRequest, "antiforgery-missing");
    }

    [Fact]
    public async Task The_language_is_kept_for_the_next_session()
    {
        var login = fixture.TakeAgent();
        using (var browser = await fixture.Server.OpenBrowser().SignInAsync(login))
        {
            var changed = await browser.SendAsync(HttpMethod.Put, "/api/session/language", new { language = "uz" });
            (await Browser.JsonOf(changed)).GetProperty("language").GetString().ShouldBe("uz");
            (await browser.GetJsonAsync("/api/session")).GetProperty("language").GetString().ShouldBe("uz");
            await Browser.ProblemOf(
                await browser.SendAsync(HttpMethod.Put, "/api/session/language", new { language = "de" }),
                HttpStatusCode.BadRequest,
                "bad-input");
        }

        using var later = await fixture.Server.OpenBrowser().SignInAsync(login);

        (await later.GetJsonAsync("/api/session")).GetProperty("language").GetString().ShouldBe("uz");
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(Browser browser, string login)
    {
        var answers = new List<string>();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var response = await browser.TrySignInAsync(login, "wrong");
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            answers.Add($"{(int)response.StatusCode} {problem.GetProperty("type").GetString()}");
        }

        return answers;
    }
}
