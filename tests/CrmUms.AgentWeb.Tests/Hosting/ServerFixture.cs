using CrmUms.AgentWeb.Tests.Hosting;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>One database and one server for all tests of this assembly; each test uses people of its own.</summary>
public sealed class ServerFixture : IAsyncDisposable
{
    /// <summary>Tests that call the demo queues, one after the other: none takes another's caller.</summary>
    public const string SharedQueues = "calls to the demo queues";

    private readonly Lazy<PrivatePostgres> _postgres = new(() => new PrivatePostgres());
    private readonly Lazy<CrmUmsServer> _server;
    private int _agentsTaken;

    public ServerFixture() => _server = new Lazy<CrmUmsServer>(() => new CrmUmsServer(
        _postgres.Value.ConnectionString, ("Web:DemoAgents", "200"),
        ("Web:FailedSignInsPerMinuteMax", "10000")).Start());

    internal CrmUmsServer Server => _server.Value;

    internal CrmUmsServer StartAnother(string database, params (string Name, string Value)[] settings) =>
        new CrmUmsServer(_postgres.Value.CreateDatabase(database), settings).Start();

    /// <summary>A demo agent whom no other test uses.</summary>
    public string TakeAgent() => "bench" + Interlocked.Increment(ref _agentsTaken);

    /// <summary>Signed in as a supervisor whom no other test uses: whoever signs out closes what he watches.</summary>
    internal async Task<Browser> OpenSupervisorAsync()
    {
        const string Password = "a long enough one";
        var login = "s" + Guid.NewGuid().ToString("n")[..12];
        using var admin = await Server.OpenBrowser().SignInAsync("admin");
        await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post,
            "/api/employees",
            new { login, displayName = "Супервизор", role = "supervisor", language = "ru", password = Password }));
        var browser = Server.OpenBrowser();
        await Browser.JsonOf(await browser.TrySignInAsync(login, Password));
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await _server.Value.DisposeAsync();
        }

        if (_postgres.IsValueCreated)
        {
            _postgres.Value.Dispose();
        }
    }
}
