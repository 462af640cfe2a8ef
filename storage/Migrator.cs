using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrmUms.Storage;

/// <summary>
/// Brings the schema up to date: what is missing, in order, one transaction each, before anything listens.
/// </summary>
public sealed class Migrator(PostgresDatabase database, TimeProvider time, ILogger<Migrator> log)
{
    // Two servers that start at once: the second waits, then finds nothing to do. The number is ours alone.
    private const string Lock = "select pg_advisory_lock(70010001)";
    private const string Unlock = "select pg_advisory_unlock(70010001)";

    private const string CreateHistory =
        """
        create table if not exists public.schema_migration (
            number integer primary key,
            name text not null,
            applied_at timestamptz not null
        )
        """;

    private const string SelectApplied = "select number from public.schema_migration";

    private const string InsertApplied =
        "insert into public.schema_migration (number, name, applied_at) values (@number, @name, @now)";

    /// <summary>Applies what is missing.</summary>
    /// <returns>How many migrations were applied.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(Lock, cancellationToken: cancellation));
            try
            {
                return await ApplyMissingAsync(connection, cancellation);
            }
            finally
            {
                await connection.ExecuteAsync(new CommandDefinition(Unlock, cancellationToken: CancellationToken.None));
            }
        }
        catch (NpgsqlException failure)
        {
            throw PostgresFailures.Translate(failure);
        }
    }

    private async Task<int> ApplyMissingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(new CommandDefinition(CreateHistory, cancellationToken: cancellation));
        var rows = await connection.QueryAsync<int>(
            new CommandDefinition(SelectApplied, cancellationToken: cancellation));
        var applied = rows.ToHashSet();
        var missing = Migration.All().Where(migration => !applied.Contains(migration.Number)).ToList();
        foreach (var migration in missing)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync(new CommandDefinition(migration.Sql, cancellationToken: cancellation));
            await connection.ExecuteAsync(new CommandDefinition(
                InsertApplied,
                new { number = migration.Number, name = migration.Name, now = time.GetUtcNow() },
                cancellationToken: cancellation));
            await transaction.CommitAsync(cancellation);
            log.MigrationApplied(migration.Name);
        }

        return missing.Count;
    }
}

/// <summary>One numbered step of the schema, embedded from Migrations/.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const string Folder = ".Migrations.";

    public static IReadOnlyList<Migration> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal))
                .Select(resource => Read(assembly, resource))
                .OrderBy(migration => migration.Number),
        ];
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        var start = resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
        var name = resource[start..^".sql".Length];
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Migration(int.Parse(name[..4], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
