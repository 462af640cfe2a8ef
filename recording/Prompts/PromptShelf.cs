using System.Collections.Frozen;
using CrmUms.Acd.Ports;

namespace CrmUms.Recording.Prompts;

/// <summary>
/// Everything that can be played, at one moment. Never changes: a change of prompts makes a new shelf, and whoever
/// reads meanwhile reads the old one to its end.
/// </summary>
public sealed class PromptShelf
{
    private readonly FrozenDictionary<PromptId, Prompt> _prompts;
    private readonly FrozenDictionary<(string Name, PromptLanguage Language), BuiltInSound> _builtIn;

    public PromptShelf(IEnumerable<Prompt> prompts, IEnumerable<BuiltInSound> builtIn)
        : this(
            prompts.ToFrozenDictionary(prompt => prompt.Id),
            builtIn.ToFrozenDictionary(sound => (sound.Name, sound.Language)))
    {
    }

    private PromptShelf(
        FrozenDictionary<PromptId, Prompt> prompts,
        FrozenDictionary<(string Name, PromptLanguage Language), BuiltInSound> builtIn)
    {
        _prompts = prompts;
        _builtIn = builtIn;
    }

    public static PromptShelf Empty { get; } = new([], []);

    /// <summary>What people made, and what the program came with under an id that people can make anew.</summary>
    public IReadOnlyList<ShelvedPrompt> Prompts =>
        [.. _prompts.Keys
            .Union(_builtIn.Values.Where(sound => sound.Duration is not null)
                .Select(sound => PromptId.TryParse(sound.Name, out var id) ? id : default)
                .Where(id => id != default))
            .OrderBy(id => id.Value, StringComparer.Ordinal)
            .Select(Shelved)];

    public Prompt? Find(PromptId id) => _prompts.GetValueOrDefault(id);

    /// <summary>The same shelf with this prompt in the place of the one of its id.</summary>
    public PromptShelf With(Prompt prompt) =>
        new(_prompts.Values.Where(other => other.Id != prompt.Id).Append(prompt).ToFrozenDictionary(
            other => other.Id), _builtIn);

    /// <summary>The same shelf without this prompt.</summary>
    public PromptShelf Without(PromptId id) =>
        new(_prompts.Values.Where(other => other.Id != id).ToFrozenDictionary(other => other.Id), _builtIn);

    /// <summary>Whether exactly this language is there, whoever made it.</summary>
    public bool Has(string prompt, PromptLanguage language) => SoundOf(prompt, language) is not null;

    /// <summary>Whether the program came with it.</summary>
    public bool IsBuiltIn(string name, PromptLanguage language) => _builtIn.ContainsKey((name, language));

    public PromptChoice PromptsFor(IReadOnlyList<string> prompts, string language, string? flowLanguage)
    {
        PromptLanguage?[] preferred = [PromptLanguages.Find(language), PromptLanguages.Find(flowLanguage)];
        var order = preferred.OfType<PromptLanguage>().Concat(PromptLanguages.All).Distinct().ToArray();
        var playable = new List<PlayablePrompt>(prompts.Count);
        var missing = new List<string>();
        foreach (var prompt in prompts)
        {
            if (FirstOf(prompt, order) is { } sound)
            {
                playable.Add(sound);
            }
            else
            {
                missing.Add(prompt);
            }
        }

        return new PromptChoice(playable, missing);
    }

    private PlayablePrompt? FirstOf(string prompt, PromptLanguage[] order)
    {
        foreach (var language in order)
        {
            if (SoundOf(prompt, language) is { } sound)
            {
                return new PlayablePrompt(sound, language.Code());
            }
        }

        return null;
    }

    // What people made goes before what the program came with under the same name.
    private string? SoundOf(string prompt, PromptLanguage language)
    {
        if (PromptId.TryParse(prompt, out var id)
            && _prompts.TryGetValue(id, out var made)
            && made.Languages.ContainsKey(language))
        {
            return PromptFiles.SoundOf(id);
        }

        return _builtIn.ContainsKey((prompt, language)) ? prompt : null;
    }

    private ShelvedPrompt Shelved(PromptId id)
    {
        var made = _prompts.GetValueOrDefault(id);
        var languages = new Dictionary<PromptLanguage, PromptAudio>();
        var isBuiltIn = false;
        foreach (var language in PromptLanguages.All)
        {
            if (_builtIn.TryGetValue((id.Value, language), out var sound) && sound.Duration is { } duration)
            {
                isBuiltIn = true;
                languages[language] = new PromptAudio(PromptSource.Synthesised, duration, null, null, null, null);
            }

            if (made?.Languages.TryGetValue(language, out var audio) is true)
            {
                languages[language] = audio;
            }
        }

        return new ShelvedPrompt(new Prompt(id, made?.Name ?? id.Value, languages), isBuiltIn);
    }
}

/// <summary>A prompt as it is played: what people made, else what the program came with.</summary>
public sealed record ShelvedPrompt(Prompt Prompt, bool IsBuiltIn);

/// <summary>A sound that the PBX or the program came with.</summary>
/// <param name="Name">In the PBX's folder of sounds: <c>digits/1</c>, <c>crmums-greeting</c>.</param>
/// <param name="Language">What it is spoken in.</param>
/// <param name="Duration">How long an announcement of ours plays; null for the PBX's own sounds.</param>
public sealed record BuiltInSound(string Name, PromptLanguage Language, TimeSpan? Duration);
