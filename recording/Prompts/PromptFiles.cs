namespace CrmUms.Recording.Prompts;

/// <summary>
/// Where prompts lie: <c>folder/ru/crmums/welcome.wav</c>, below which the PBX finds <c>sound:crmums/welcome</c>. A
/// file is replaced by giving a finished one its name, so a caller who hears the old one hears it to its end.
/// </summary>
public sealed class PromptFiles(string folder, string soundsFolder)
{
    private const string Ours = "crmums";
    private const int HeaderBytes = 44;
    private const double BytesPerSecond = 8000 * sizeof(short);

    private string Work => Path.Combine(folder, ".work");

    public static string SoundOf(PromptId id) => $"{Ours}/{id}";

    /// <summary>Makes the folders, and removes what a crash left half done.</summary>
    public void Prepare()
    {
        foreach (var language in PromptLanguages.All)
        {
            Directory.CreateDirectory(FolderOf(language));
        }

        if (Directory.Exists(Work))
        {
            Directory.Delete(Work, recursive: true);
        }

        Directory.CreateDirectory(Work);
    }

    public string PathOf(PromptId id, PromptLanguage language) => Path.Combine(FolderOf(language), $"{id}.wav");

    /// <summary>The file that is played in exactly this language, or null when there is none.</summary>
    public string? FindPlayed(PromptId id, PromptLanguage language) =>
        new[] { PathOf(id, language), Path.Combine(soundsFolder, language.Code(), $"{id}.wav") }
            .FirstOrDefault(File.Exists);

    public bool Has(PromptId id, PromptLanguage language) => File.Exists(PathOf(id, language));

    /// <summary>A new name beside the prompts, on the same disk, that nobody else uses.</summary>
    public string NewWorkFile(string extension) => Path.Combine(Work, $"{Guid.NewGuid():n}{extension}");

    /// <summary>Syncs a finished file and names it: whoever opens the prompt has the old one or the new.</summary>
    public void Publish(string finished, PromptId id, PromptLanguage language)
    {
        using (var file = new FileStream(finished, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            // The PBX may run as another user of the same group.
            File.SetUnixFileMode(
                finished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        File.Move(finished, PathOf(id, language), overwrite: true);
    }

    public void Remove(PromptId id, PromptLanguage language) => File.Delete(PathOf(id, language));

    public static void RemoveWork(string path) => File.Delete(path);

    /// <summary>What the PBX came with, and what <c>./ums up</c> made of the lists in deploy/asterisk.</summary>
    public IReadOnlyList<BuiltInSound> ListBuiltIn() => [.. PromptLanguages.All.SelectMany(ListBuiltIn)];

    private IEnumerable<BuiltInSound> ListBuiltIn(PromptLanguage language)
    {
        var root = new DirectoryInfo(Path.Combine(soundsFolder, language.Code()));
        if (!root.Exists)
        {
            yield break;
        }

        foreach (var file in root.EnumerateFiles("*.wav", SearchOption.AllDirectories))
        {
            var name = Path.ChangeExtension(Path.GetRelativePath(root.FullName, file.FullName), null)
                .Replace(Path.DirectorySeparatorChar, '/');
            if (!name.StartsWith(Ours + "/", StringComparison.Ordinal))
            {
                yield return new BuiltInSound(name, language, DurationOf(name, file));
            }
        }
    }

    // Only announcements are shown to people; the hundreds of digits and letters are not worth a look at each.
    private static TimeSpan? DurationOf(string name, FileInfo file) =>
        name.StartsWith(Ours + "-", StringComparison.Ordinal)
            ? TimeSpan.FromSeconds(Math.Max(0, file.Length - HeaderBytes) / BytesPerSecond)
            : null;

    private string FolderOf(PromptLanguage language) => Path.Combine(folder, language.Code(), Ours);
}
