using CrmUms.Acd.Ports;
using CrmUms.Recording.Ports;

namespace CrmUms.Recording.Prompts;

/// <summary>
/// Makes prompts, keeps them, and tells calls what can be played. Whoever plays reads the present shelf and waits for
/// nobody; whoever changes something takes turns, so that file, index and shelf change together.
/// </summary>
public sealed class PromptLibrary(PromptTools tools) : IPromptLibrary, IDisposable
{
    private readonly PromptGate _gate = new(tools.Options.AtOnceMax, tools.Options.WaitingMax);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile PromptShelf _shelf = PromptShelf.Empty;

    public PromptShelf Shelf => _shelf;

    /// <summary>Reads what there is. Until then nothing can be played.</summary>
    public Task OpenAsync(CancellationToken cancellation) => InTurnAsync(
        async () =>
        {
            tools.Files.Prepare();
            var prompts = await tools.Index.ListAsync(cancellation);
            _shelf = new PromptShelf(prompts.Select(WithFilesOnly), tools.Files.ListBuiltIn());
            tools.Log.PromptsOpened(prompts.Count);
            return true;
        },
        cancellation);

    public PromptChoice PromptsFor(IReadOnlyList<string> prompts, string language, string? flowLanguage = null) =>
        _shelf.PromptsFor(prompts, language, flowLanguage);

    /// <summary>Makes a prompt of a file of any kind: uploaded, or recorded in a browser or by the PBX.</summary>
    /// <exception cref="PromptException">A program that makes prompts fails; nothing has changed.</exception>
    public Task<PromptOutcome> ImportAsync(PromptImport import, CancellationToken cancellation) =>
        _gate.PassAsync(() => MakeAsync(import, text: null, cancellation), cancellation);

    /// <summary>Makes a prompt of a text.</summary>
    /// <exception cref="PromptException">A program that makes prompts fails; nothing has changed.</exception>
    public Task<PromptOutcome> SynthesiseAsync(PromptDraft draft, CancellationToken cancellation) =>
        _gate.PassAsync(
            async () =>
            {
                var spoken = tools.Files.NewWorkFile(".wav");
                try
                {
                    await tools.Voice.SpeakAsync(draft.Text, draft.Language, draft.Voice, spoken, cancellation);
                    var import = new PromptImport(
                        draft.Id, draft.Language, spoken, PromptSource.Synthesised, draft.Author, draft.Name);
                    return await MakeAsync(import, draft.Text, cancellation);
                }
                finally
                {
                    PromptFiles.RemoveWork(spoken);
                }
            },
            cancellation);

    public Task<PromptOutcome> RenameAsync(
        PromptId id, string name, CancellationToken cancellation) => InTurnAsync<PromptOutcome>(
        async () => Shelve(await tools.Index.RenameAsync(id, name, CancellationToken.None)), cancellation);

    /// <summary>
    /// Removes one language. Refused when it is the last one of a prompt that somebody plays: his callers would hear
    /// nothing. Where other languages are left they step in, and the list of what is missing says so.
    /// </summary>
    public Task<PromptOutcome> RemoveAsync(
        PromptId id, PromptLanguage language, CancellationToken cancellation) => InTurnAsync<PromptOutcome>(
        async () =>
        {
            if (_shelf.Find(id) is not { } prompt || !prompt.Languages.ContainsKey(language))
            {
                return new PromptOutcome.Refused(PromptRefusal.NotFound);
            }

            var left = prompt with { Languages = Except(prompt.Languages, language) };
            if (await UsesLeftSilentAsync(_shelf.With(left), id, cancellation) is { Count: > 0 } uses)
            {
                return new PromptOutcome.InUse(uses);
            }

            await tools.Index.RemoveAsync(id, language, CancellationToken.None);
            _shelf = _shelf.With(left);
            tools.Files.Remove(id, language);
            tools.Log.PromptRemoved(id, language);
            return new PromptOutcome.Done(left);
        },
        cancellation);

    /// <summary>Removes a prompt with all its languages. Refused when somebody plays it.</summary>
    public Task<PromptOutcome> RemoveAsync(PromptId id, CancellationToken cancellation) => InTurnAsync<PromptOutcome>(
        async () =>
        {
            if (_shelf.Find(id) is not { } prompt)
            {
                return new PromptOutcome.Refused(PromptRefusal.NotFound);
            }

            if (await UsesLeftSilentAsync(_shelf.Without(id), id, cancellation) is { Count: > 0 } uses)
            {
                return new PromptOutcome.InUse(uses);
            }

            await tools.Index.RemoveAsync(id, CancellationToken.None);
            _shelf = _shelf.Without(id);
            foreach (var language in prompt.Languages.Keys)
            {
                tools.Files.Remove(id, language);
                tools.Log.PromptRemoved(id, language);
            }

            return new PromptOutcome.Done(prompt);
        },
        cancellation);

    public void Dispose()
    {
        _gate.Dispose();
        _turn.Dispose();
    }

    private async Task<PromptOutcome> MakeAsync(PromptImport import, string? text, CancellationToken cancellation)
    {
        var started = tools.Time.GetTimestamp();
        var half = tools.Files.NewWorkFile(".wav");
        try
        {
            switch (await tools.Converter.ConvertAsync(import.File, half, cancellation))
            {
                case Conversion.Done done:
                    var outcome = await InTurnAsync(() => PublishAsync(import, text, half, done), cancellation);
                    RecordingMeters.PromptDuration.Record(tools.Time.GetElapsedTime(started).TotalSeconds);
                    return outcome;
                case Conversion.NotAudio:
                    return new PromptOutcome.Refused(PromptRefusal.NotAudio);
                case Conversion.TooLong:
                    return new PromptOutcome.Refused(PromptRefusal.TooLong);
                case Conversion.Silent:
                    return new PromptOutcome.Refused(PromptRefusal.Silent);
                case var other:
                    throw new NotSupportedException(other.ToString());
            }
        }
        finally
        {
            PromptFiles.RemoveWork(half);
        }
    }

    // From here on nobody gives up: a page that is closed leaves file and index saying the same. Should the index fail
    // the file is new and the facts are old, which the next attempt mends; nothing unplayable is ever on the shelf.
    private async Task<PromptOutcome> PublishAsync(
        PromptImport import, string? text, string half, Conversion.Done done)
    {
        tools.Files.Publish(half, import.Id, import.Language);
        var audio = new PromptAudio(
            import.Source,
            done.Duration,
            Math.Round(done.LoudnessLufs, 1),
            text,
            new PromptAuthor(import.Author, ""),
            tools.Time.GetUtcNow());
        var saved = await tools.Index.SaveAsync(
            import.Id, import.Name, import.Language, audio, CancellationToken.None);
        tools.Log.PromptStored(import.Id, import.Language, import.Source, done.LoudnessLufs);
        return Shelve(saved);
    }

    private PromptOutcome.Done Shelve(Prompt saved)
    {
        var playable = WithFilesOnly(saved);
        _shelf = _shelf.With(playable);
        return new PromptOutcome.Done(playable);
    }

    private async Task<IReadOnlyList<PromptUse>> UsesLeftSilentAsync(
        PromptShelf after, PromptId id, CancellationToken cancellation) =>
        PromptLanguages.All.Any(language => after.Has(id.Value, language))
            ? []
            : [.. (await tools.Usage.ListAsync(cancellation)).Where(use => use.Prompt == id.Value)];

    // What the index knows and no file plays was lost with a disk: better another language than silence.
    private Prompt WithFilesOnly(Prompt prompt)
    {
        var there = prompt.Languages.Where(pair => tools.Files.Has(prompt.Id, pair.Key)).ToDictionary();
        foreach (var lost in prompt.Languages.Keys.Except(there.Keys))
        {
            tools.Log.PromptFileMissing(prompt.Id, lost);
        }

        return prompt with { Languages = there };
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> change, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await change();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static Dictionary<PromptLanguage, PromptAudio> Except(
        IReadOnlyDictionary<PromptLanguage, PromptAudio> languages, PromptLanguage language) =>
        languages.Where(pair => pair.Key != language).ToDictionary();
}
