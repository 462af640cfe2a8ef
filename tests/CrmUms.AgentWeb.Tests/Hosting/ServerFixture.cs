using CrmUms.AgentWeb.Tests.Hosting;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>One database and one server for all tests of this assembly; each test uses people of its own.</summary>
public sealed class ServerFixture : IDisposable
{
    private readonly Lazy<PrivatePostgres> _postgres = new(() => new PrivatePostgres());
    private readonly Lazy<CrmUmsServer> _server;
    private int _agentsTaken;

    public ServerFixture() => _server = new Lazy<CrmUmsServer>(() => new CrmUmsServer(
        ConnectionString, ("Web:DemoAgents", "200"), ("Web:FailedSignInsPerMinuteMax", "10000")).Start());

    internal CrmUmsServer Server => _server.Value;

    internal string ConnectionString => _postgres.Value.ConnectionString;

    /// <summary>A demo agent whom no other test uses.</summary>
    public string TakeAgent() => "bench" + Interlocked.Increment(ref _agentsTaken);

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }

        if (_postgres.IsValueCreated)
        {
            _postgres.Value.Dispose();
        }
    }
}
