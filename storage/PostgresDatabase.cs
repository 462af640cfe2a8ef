using Dapper;
using Npgsql;

namespace CrmUms.Storage;

/// <summary>The one way to PostgreSQL: one pool; failures leave it as <see cref="StorageException"/>.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    static PostgresDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public PostgresDatabase(PostgresOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = "crmums",
            MaxPoolSize = options.PoolMax,
            Timeout = (int)options.ConnectFor.TotalSeconds,
            CommandTimeout = (int)options.StatementFor.TotalSeconds,
            // Our statements are constants: after the second use of one the server plans it no more.
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // A server that vanished without a word is noticed by a waiting reader.
            TcpKeepAlive = true,
        };
        // The name stands in metrics, where the connection string would stand otherwise.
        _source = new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = "crmums" }.Build();
    }

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw PostgresFailures.Translate(failure);
        }
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancellation)
    {
        var rows = await UseAsync(connection => connection.QueryAsync<T>(
            new CommandDefinition(sql, parameters, cancellationToken: cancellation)), cancellation);
        return rows.AsList();
    }

    public Task<T?> FindAsync<T>(string sql, object? parameters, CancellationToken cancellation) =>
        UseAsync(
            connection => connection.QuerySingleOrDefaultAsync<T>(
                new CommandDefinition(sql, parameters, cancellationToken: cancellation)),
            cancellation);

    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellation) =>
        UseAsync(
            connection => connection.ExecuteAsync(
                new CommandDefinition(sql, parameters, cancellationToken: cancellation)),
            cancellation);

    /// <summary>All of it or nothing of it.</summary>
    public Task<T> InTransactionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation) =>
        UseAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                var result = await work(connection);
                await transaction.CommitAsync(cancellation);
                return result;
            },
            cancellation);

    /// <summary>Whether a connection can be had and answers.</summary>
    public Task PingAsync(CancellationToken cancellation) => ExecuteAsync("select 1", null, cancellation);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            return await work(connection);
        }
        catch (NpgsqlException failure)
        {
            throw PostgresFailures.Translate(failure);
        }
    }
}
