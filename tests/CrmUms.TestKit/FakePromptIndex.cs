using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.TestKit;

/// <summary>Facts about prompts in memory; employees have no names here. Can be away for a while.</summary>
public sealed class FakePromptIndex : IPromptIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PromptId, Prompt> _prompts = [];

    /// <summary>While true every request fails.</summary>
    public bool IsAway { get; set; }

    public Task<IReadOnlyList<Prompt>> ListAsync(CancellationToken cancellation) =>
        Ask<IReadOnlyList<Prompt>>(() => [.. _prompts.Values]);

    public Task<Prompt> SaveAsync(
        PromptId id, string? name, PromptLanguage language, PromptAudio audio, CancellationToken cancellation) =>
        Ask(() =>
        {
            var prompt = Named(id, name);
            var languages = prompt.Languages.ToDictionary();
            languages[language] = audio;
            return _prompts[id] = prompt with { Languages = languages };
        });

    public Task<Prompt> RenameAsync(PromptId id, string name, CancellationToken cancellation) =>
        Ask(() => _prompts[id] = Named(id, name));

    public Task RemoveAsync(PromptId id, PromptLanguage language, CancellationToken cancellation) => Ask(() =>
    {
        if (_prompts.TryGetValue(id, out var prompt))
        {
            _prompts[id] = prompt with
            {
                Languages = prompt.Languages.Where(pair => pair.Key != language).ToDictionary(),
            };
        }

        return true;
    });

    public Task RemoveAsync(PromptId id, CancellationToken cancellation) => Ask(() => _prompts.Remove(id));

    private Prompt Named(PromptId id, string? name) => _prompts.TryGetValue(id, out var known)
        ? known with { Name = name ?? known.Name }
        : new Prompt(id, name ?? id.Value, new Dictionary<PromptLanguage, PromptAudio>());

    private Task<T> Ask<T>(Func<T> answer)
    {
        lock (_gate)
        {
            return IsAway
                ? Task.FromException<T>(new InvalidOperationException("The index is away."))
                : Task.FromResult(answer());
        }
    }
}
