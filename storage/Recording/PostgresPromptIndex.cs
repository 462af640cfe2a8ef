using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Recording;

/// <summary>What is known of prompts.</summary>
public sealed class PostgresPromptIndex(PostgresDatabase database) : IPromptIndex
{
    // A prompt without a language is one row without audio. An author who is no longer employed keeps his id.
    private const string Select =
        """
        select prompt.prompt_id, prompt.name, audio.language, audio.source, audio.duration_ms, audio.loudness_lufs,
               audio.text, audio.author_id, coalesce(employee.display_name, '') as author_name, audio.made_at
          from recording.prompt as prompt
          left join recording.prompt_audio as audio using (prompt_id)
          left join identity.employee as employee on employee.employee_id = audio.author_id
        """;

    private const string SelectOne = Select + " where prompt.prompt_id = @id";

    private const string UpsertPrompt =
        """
        insert into recording.prompt as prompt (prompt_id, name)
        values (@id, coalesce(@name, @id))
        on conflict (prompt_id) do update set name = coalesce(@name, prompt.name)
        """;

    private const string UpsertAudio =
        """
        insert into recording.prompt_audio
               (prompt_id, language, source, duration_ms, loudness_lufs, text, author_id, made_at)
        values (@id, @language, @source, @durationMs, @loudnessLufs, @text, @authorId, @madeAt)
        on conflict (prompt_id, language) do update
           set source = excluded.source, duration_ms = excluded.duration_ms, loudness_lufs = excluded.loudness_lufs,
               text = excluded.text, author_id = excluded.author_id, made_at = excluded.made_at
        """;

    private const string DeleteAudio =
        "delete from recording.prompt_audio where prompt_id = @id and language = @language";

    private const string DeletePrompt = "delete from recording.prompt where prompt_id = @id";

    public async Task<IReadOnlyList<Prompt>> ListAsync(CancellationToken cancellation) =>
        [.. (await database.QueryAsync<Row>(Select, null, cancellation)).GroupBy(row => row.PromptId).Select(ToPrompt)];

    public Task<Prompt> SaveAsync(
        PromptId id, string? name, PromptLanguage language, PromptAudio audio, CancellationToken cancellation) =>
        database.InTransactionAsync(
            async connection =>
            {
                await NameAsync(connection, id, name, cancellation);
                var facts = new
                {
                    id = id.Value,
                    language = Words.Of(language),
                    source = Words.Of(audio.Source),
                    durationMs = (long)audio.Duration.TotalMilliseconds,
                    loudnessLufs = audio.LoudnessLufs,
                    text = audio.Text is null ? null : Words.Storable(audio.Text),
                    authorId = audio.Author?.Employee,
                    madeAt = audio.At,
                };
                await connection.ExecuteAsync(
                    new CommandDefinition(UpsertAudio, facts, cancellationToken: cancellation));
                return await ReadAsync(connection, id, cancellation);
            },
            cancellation);

    public Task<Prompt> RenameAsync(PromptId id, string name, CancellationToken cancellation) =>
        database.InTransactionAsync(
            async connection =>
            {
                await NameAsync(connection, id, name, cancellation);
                return await ReadAsync(connection, id, cancellation);
            },
            cancellation);

    public Task RemoveAsync(PromptId id, PromptLanguage language, CancellationToken cancellation) =>
        database.ExecuteAsync(DeleteAudio, new { id = id.Value, language = Words.Of(language) }, cancellation);

    public Task RemoveAsync(PromptId id, CancellationToken cancellation) =>
        database.ExecuteAsync(DeletePrompt, new { id = id.Value }, cancellation);

    private static Task<int> NameAsync(
        NpgsqlConnection connection, PromptId id, string? name, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            UpsertPrompt,
            new { id = id.Value, name = name is null ? null : Words.Storable(name) },
            cancellationToken: cancellation));

    private static async Task<Prompt> ReadAsync(
        NpgsqlConnection connection, PromptId id, CancellationToken cancellation) =>
        (await connection.QueryAsync<Row>(
            new CommandDefinition(SelectOne, new { id = id.Value }, cancellationToken: cancellation)))
        .GroupBy(row => row.PromptId)
        .Select(ToPrompt)
        .Single();

    private static Prompt ToPrompt(IGrouping<string, Row> rows) => new(
        PromptId.Parse(rows.Key),
        rows.First().Name,
        rows.Where(row => row.Language is not null).ToDictionary(
            row => Words.Parse<PromptLanguage>(row.Language!), row => row.ToAudio()));

    private sealed record Row
    {
        public string PromptId { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Language { get; init; }

        public string? Source { get; init; }

        public long? DurationMs { get; init; }

        public double? LoudnessLufs { get; init; }

        public string? Text { get; init; }

        public Guid? AuthorId { get; init; }

        public string AuthorName { get; init; } = "";

        public DateTimeOffset? MadeAt { get; init; }

        public PromptAudio ToAudio() => new(
            Words.Parse<PromptSource>(Source ?? ""),
            TimeSpan.FromMilliseconds(DurationMs ?? 0),
            LoudnessLufs,
            Text,
            AuthorId is { } author ? new PromptAuthor(author, AuthorName) : null,
            MadeAt);
    }
}
