namespace CrmUms.Recording.Tests;

/// <summary>A raw folder and a folder for finished recordings, gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("crmums-recording-").FullName;

    public TemporaryFolder() => Directory.CreateDirectory(Raw);

    public string Raw => Path.Combine(_path, "raw");

    public string Finished => Path.Combine(_path, "finished");

    public IReadOnlyList<string> RawFiles =>
        [.. Directory.GetFiles(Raw).Select(Path.GetFileName).Select(name => name!)];

    public IReadOnlyList<string> FinishedFiles => Directory.Exists(Finished)
        ? [.. Directory.GetFiles(Finished, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Finished, file))]
        : [];

    /// <summary>A raw file of so many seconds, last written to at this moment.</summary>
    public void WriteRaw(string name, double seconds, DateTimeOffset writtenAt)
    {
        var path = Path.Combine(Raw, name);
        File.WriteAllBytes(path, new byte[(int)(seconds * 8000) * 4]);
        File.SetLastWriteTimeUtc(path, writtenAt.UtcDateTime);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
