using System.Text.Json;

namespace CrmUms.Storage.Identity;

/// <summary>How each employee likes his screens: columns, order, filters. The content is the screen's own matter.</summary>
public sealed class PostgresPreferences(PostgresDatabase database, TimeProvider time)
{
    private const string Select =
        "select content from identity.preference where employee_id = @employee and name = @name";

    private const string Upsert =
        """
        insert into identity.preference (employee_id, name, content, changed_at)
        values (@employee, @name, cast(@content as jsonb), @now)
        on conflict (employee_id, name) do update
           set content = excluded.content, changed_at = excluded.changed_at
        """;

    /// <summary>Null when he has none of that name.</summary>
    public async Task<JsonElement?> FindAsync(Guid employee, string name, CancellationToken cancellation) =>
        await database.FindAsync<string>(Select, new { employee, name }, cancellation) is { } content
            ? JsonElement.Parse(content)
            : null;

    public Task KeepAsync(Guid employee, string name, JsonElement content, CancellationToken cancellation) =>
        database.ExecuteAsync(
            Upsert,
            // jsonb knows no character zero.
            new
            {
                employee,
                name,
                content = content.GetRawText().Replace("\\u0000", "", StringComparison.Ordinal),
                now = time.GetUtcNow(),
            },
            cancellation);
}
