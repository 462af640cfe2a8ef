using CrmUms.Storage.Tests.Server;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace CrmUms.Storage.Tests.Server;

/// <summary>
/// The server all tests share; each test has a database of its own in it, copied from a migrated one.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _template = $"template_{Guid.NewGuid():n}";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private PostgresCluster? _cluster;
    private string _connectionString = "";

    public async ValueTask InitializeAsync()
    {
        // A server that is there already can be used: CRMUMS_TEST_PG is its connection string.
        if (Environment.GetEnvironmentVariable("CRMUMS_TEST_PG") is { Length: > 0 } given)
        {
            _connectionString = given;
        }
        else
        {
            _cluster = await PostgresCluster.StartAsync();
            _connectionString = _cluster.ConnectionString;
        }

        await using var template = await TestDatabase.CreateAsync(_connectionString, _template, template: null);
        await new Migrator(template.Database, TimeProvider.System, NullLogger<Migrator>.Instance).RunAsync(default);
    }

    public Task<TestDatabase> CreateDatabaseAsync() => CreateAsync(_template);

    public Task<TestDatabase> CreateEmptyDatabaseAsync() => CreateAsync(template: null);

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
        else
        {
            await TestDatabase.DropAsync(_connectionString, _template);
        }

        _turn.Dispose();
    }

    private async Task<TestDatabase> CreateAsync(string? template)
    {
        // A template may be copied by one at a time.
        await _turn.WaitAsync();
        try
        {
            return await TestDatabase.CreateAsync(_connectionString, $"test_{Guid.NewGuid():n}", template);
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <summary>A database of one test. It is dropped afterwards, unless it is the template.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private TestDatabase(string server, string name)
    {
        _server = server;
        _name = name;
        Database = Open();
    }

    public PostgresDatabase Database { get; }

    public static async Task<TestDatabase> CreateAsync(string server, string name, string? template)
    {
        await RunAsync(server, $"create database {name}" + (template is null ? "" : $" template {template}"));
        return new TestDatabase(server, name);
    }

    public static Task DropAsync(string server, string name) => RunAsync(server, $"drop database {name} with (force)");

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ConnectionString;

    /// <summary>One more pool, as a second server process would have.</summary>
    public PostgresDatabase Open() => new(new PostgresOptions
    {
        ConnectionString = ConnectionString,
        PoolMax = 8,
    });

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (!_name.StartsWith("template", StringComparison.Ordinal))
        {
            await DropAsync(_server, _name);
        }
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
#pragma warning disable CA2100 // Names of databases cannot be parameters; these are made above.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
