using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Recording;
using CrmUms.Storage.Tests.Server;
using CrmUms.TestKit.Contracts;

namespace CrmUms.Storage.Tests.Recording;

/// <summary>The index in PostgreSQL does what every index does.</summary>
public sealed class PostgresPromptIndexTests(PostgresServer server) : PromptIndexContract, IAsyncLifetime
{
    private TestDatabase? _test;

    protected override IPromptIndex Index => new PostgresPromptIndex(Database);

    private PostgresDatabase Database => _test!.Database;

    public async ValueTask InitializeAsync() => _test = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await _test!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_author_is_read_back_by_name()
    {
        var author = Guid.CreateVersion7();
        await new PostgresAccountStore(Database, TimeProvider.System).AddAsync(
            new Account(author, "nodira", "Нодира Алиева", EmployeeRole.Administrator, "ru", "x", false),
            TestContext.Current.CancellationToken);
        var audio = new PromptAudio(
            PromptSource.Recorded, TimeSpan.FromSeconds(3), -19, null, new PromptAuthor(author, ""),
            new DateTimeOffset(2026, 7, 14, 9, 0, 0, TimeSpan.Zero));

        var saved = await Index.SaveAsync(
            Welcome, null, PromptLanguage.Ru, audio, TestContext.Current.CancellationToken);

        saved.Languages[PromptLanguage.Ru].Author.ShouldBe(new PromptAuthor(author, "Нодира Алиева"));
    }

    [Fact]
    public async Task A_character_that_PostgreSQL_cannot_hold_is_left_out_of_a_text()
    {
        var audio = new PromptAudio(PromptSource.Synthesised, TimeSpan.FromSeconds(3), null, "a\0b", null, null);

        var saved = await Index.SaveAsync(
            Welcome, "x\0y", PromptLanguage.Ru, audio, TestContext.Current.CancellationToken);

        (saved.Name, saved.Languages[PromptLanguage.Ru].Text).ShouldBe(("xy", "ab"));
    }
}
