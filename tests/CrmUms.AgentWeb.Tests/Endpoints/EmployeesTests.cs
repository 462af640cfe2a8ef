using System.Net;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Endpoints;

/// <summary>Hiring and dismissing, while the server runs.</summary>
public sealed class EmployeesTests(ServerFixture fixture)
{
    private const string Password = "a long enough one";

    [Fact]
    public async Task A_new_agent_signs_in_opens_his_desk_and_takes_a_call_without_a_restart()
    {
        using var admin = await AdminAsync();
        var (login, employee) = await HireAsync(admin);
        var (skill, queue, number) = (NewKey(), NewKey(), $"7{Random.Shared.Next(100_000, 1_000_000)}");
        await PutAsync(admin, $"skill/{skill}", new { name = "Навык" });
        await PutAsync(admin, $"queue/{queue}", new { name = "Очередь", requirement = skill });
        await PutAsync(admin, $"number/{number}", new { target = new { kind = "queue", id = queue } });
        using var browser = fixture.Server.OpenBrowser();
        await Browser.JsonOf(await browser.TrySignInAsync(login, Password));
        await using var desk = await browser.OpenDeskAsync();
        await browser.SendAsync(HttpMethod.Post, "/api/desk/phone", new { });
        fixture.Server.Pbx.RegisterPhone(new Acd.Shared.AgentId(employee));
        await desk.AcceptedAsync("OpenAudio");
        await desk.WaitForAsync(@event => @event.ToString().Contains("\"audio\":\"open\"", StringComparison.Ordinal));
        await desk.AcceptedAsync("MakeReady");
        var caller = fixture.Server.Pbx.ArriveCall(number);

        // He learns the skill while the caller waits for somebody who has it.
        await PutAsync(admin, $"agent/{employee:n}", new { skills = new Dictionary<string, int> { [skill] = 7 } });

        await desk.WaitForStatusAsync("reserved");
        fixture.Server.Pbx.HangUpCaller(caller);
    }

    [Fact]
    public async Task Whoever_is_dismissed_cannot_sign_in_and_his_session_is_over()
    {
        using var admin = await AdminAsync();
        var (login, employee) = await HireAsync(admin);
        using var browser = fixture.Server.OpenBrowser();
        await Browser.JsonOf(await browser.TrySignInAsync(login, Password));

        var dismissed = await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Put,
            $"/api/employees/{employee:n}",
            new { displayName = "Новый Агент", role = "agent", language = "uz", isActive = false }));

        dismissed.GetProperty("isActive").GetBoolean().ShouldBeFalse();
        await Browser.ProblemOf(await browser.GetAsync("/api/session"), HttpStatusCode.Unauthorized, "not-signed-in");
        await Browser.ProblemOf(
            await browser.TrySignInAsync(login, Password), HttpStatusCode.Unauthorized, "wrong-credentials");
    }

    [Fact]
    public async Task A_supervisor_who_is_dismissed_is_shown_nothing_more_of_the_floor()
    {
        using var admin = await AdminAsync();
        var (login, employee) = await HireAsync(admin);
        await SupervisesAsync(isActive: true);
        using var browser = fixture.Server.OpenBrowser();
        await Browser.JsonOf(await browser.TrySignInAsync(login, Password));
        await using var floor = await Floor.FloorDriver.OpenAsync(browser);

        await SupervisesAsync(isActive: false);

        await floor.IsClosedAsync();

        async Task SupervisesAsync(bool isActive) => await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Put,
            $"/api/employees/{employee:n}",
            new { displayName = "Новый Супервизор", role = "supervisor", language = "uz", isActive }));
    }

    [Fact]
    public async Task A_new_role_holds_from_the_next_sign_in_on()
    {
        using var admin = await AdminAsync();
        var (login, employee) = await HireAsync(admin);

        await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Put,
            $"/api/employees/{employee:n}",
            new { displayName = "Новый Супервизор", role = "supervisor", language = "ru", isActive = true }));

        using var browser = fixture.Server.OpenBrowser();
        var session = await Browser.JsonOf(await browser.TrySignInAsync(login, Password));
        (session.Text("role"), session.Text("displayName")).ShouldBe(("supervisor", "Новый Супервизор"));
        (await browser.GetAsync("/api/status")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_right_to_listen_unseen_is_taken_and_stays_taken_until_it_is_given_again()
    {
        using var admin = await AdminAsync();
        var (_, employee) = await HireAsync(admin);

        (await ChangeAsync(null)).ShouldBeTrue("what is not said stays as it is");
        (await ChangeAsync(false)).ShouldBeFalse();
        (await ChangeAsync(null)).ShouldBeFalse();
        (await ChangeAsync(true)).ShouldBeTrue();

        async Task<bool> ChangeAsync(bool? mayListenUnseen) => (await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Put,
            $"/api/employees/{employee:n}",
            new
            {
                displayName = "Новый Супервизор",
                role = "supervisor",
                language = "ru",
                isActive = true,
                mayListenUnseen,
            }))).GetProperty("mayListenUnseen").GetBoolean();
    }

    [Fact]
    public async Task A_login_is_given_once()
    {
        using var admin = await AdminAsync();

        await Browser.ProblemOf(await AddAsync(admin, "Agent1", Password), HttpStatusCode.Conflict, "login-taken");
    }

    [Fact]
    public async Task A_short_password_and_a_strange_login_are_refused()
    {
        using var admin = await AdminAsync();

        await Browser.ProblemOf(
            await AddAsync(admin, NewKey(), "short"), HttpStatusCode.UnprocessableEntity, "password-too-weak");
        await Browser.ProblemOf(await AddAsync(admin, "a b", Password), HttpStatusCode.BadRequest, "bad-input");
    }

    [Fact]
    public async Task The_last_administrator_cannot_dismiss_himself()
    {
        await using var server = fixture.StartAnother("last_admin");
        using var admin = await server.OpenBrowser().SignInAsync("admin");
        var id = (await admin.GetJsonAsync("/api/session")).Text("employeeId");

        var response = await admin.SendAsync(
            HttpMethod.Put,
            $"/api/employees/{id}",
            new { displayName = "Рустам", role = "administrator", language = "ru", isActive = false });

        await Browser.ProblemOf(response, HttpStatusCode.Conflict, "last-administrator");
    }

    private static string NewKey() => "k-" + Guid.NewGuid().ToString("n")[..20];

    private static Task<HttpResponseMessage> AddAsync(Browser admin, string login, string password) => admin.SendAsync(
        HttpMethod.Post,
        "/api/employees",
        new { login, displayName = "Новый Агент", role = "agent", language = "uz", password });

    private static async Task<(string Login, Guid Employee)> HireAsync(Browser admin)
    {
        var login = NewKey();
        var hired = await Browser.JsonOf(await AddAsync(admin, login, Password));
        var listed = (await admin.GetJsonAsync("/api/employees")).GetProperty("items").EnumerateArray();
        listed.Single(each => each.Text("login") == login).Text("employeeId").ShouldBe(hired.Text("employeeId"));
        return (login, hired.GetProperty("employeeId").GetGuidN());
    }

    private static async Task PutAsync(Browser admin, string path, object body) =>
        await Browser.JsonOf(await admin.SendAsync(HttpMethod.Put, "/api/rules/" + path, body));

    private Task<Browser> AdminAsync() => fixture.Server.OpenBrowser().SignInAsync("admin");
}
