using CrmUms.Storage.Tests.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Storage.Tests;

public sealed class MigratorTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        await using var test = await server.CreateEmptyDatabaseAsync();

        (await MigratorOf(test.Database).RunAsync(Cancellation)).ShouldBe(Migration.All().Count);
        (await MigratorOf(test.Database).RunAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_apply_each_migration_once()
    {
        await using var test = await server.CreateEmptyDatabaseAsync();
        await using var other = test.Open();

        var applied = await Task.WhenAll(
            MigratorOf(test.Database).RunAsync(Cancellation), MigratorOf(other).RunAsync(Cancellation));

        applied.Sum().ShouldBe(Migration.All().Count);
    }

    [Fact]
    public void Migrations_are_numbered_without_a_gap() =>
        Migration.All().Select(migration => migration.Number).ShouldBe(Enumerable.Range(1, Migration.All().Count));

    private static Migrator MigratorOf(PostgresDatabase database) =>
        new(database, TimeProvider.System, NullLogger<Migrator>.Instance);
}
