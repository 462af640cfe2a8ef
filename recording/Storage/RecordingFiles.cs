using System.Globalization;
using CrmUms.Recording.Ports;

namespace CrmUms.Recording.Storage;

/// <summary>The two folders: raw files, which the PBX writes and we remove, and finished ones.</summary>
public sealed class RecordingFiles(string rawFolder, string folder)
{
    private const int Frame = 2 * sizeof(short);
    private const int BytesPerSecond = 8000 * Frame;
    private const int MessageBytesPerSecond = 8000 * sizeof(short);
    private const int WaveHeader = 44;
    private const string MessageExtension = ".wav";

    // The PBX writes what one leg alone says, when it was asked to, beside the folder of what both say.
    private readonly string _messageFolder = Path.Combine(rawFolder, "..", "recording");

    /// <summary>Whether a name stays inside the raw folder. It comes over the wire from the dialplan.</summary>
    public static bool IsRawName(string name) =>
        name.Length is > 0 and <= 200
        && name[0] != '.'
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');

    /// <summary>Whether it is a message that somebody left; complete as soon as anybody knows of it.</summary>
    public static bool IsMessage(string name) => name.EndsWith(MessageExtension, StringComparison.Ordinal);

    public string RawPath(string rawFile) => IsRawName(rawFile)
        ? Path.Combine(IsMessage(rawFile) ? _messageFolder : rawFolder, rawFile)
        : throw new ArgumentException("A raw file lies in the raw folder itself.", nameof(rawFile));

    /// <summary>Every raw file, with the moment of its last sample.</summary>
    public IReadOnlyList<RawFile> ListRaw() =>
        [.. new DirectoryInfo(rawFolder).EnumerateFiles("*.raw").Concat(ListMessages())
            .Where(file => IsRawName(file.Name))
            .Select(file => new RawFile(file.Name, file.Length, file.LastWriteTimeUtc))];

    private IEnumerable<FileInfo> ListMessages() => Directory.Exists(_messageFolder)
        ? new DirectoryInfo(_messageFolder).EnumerateFiles("*" + MessageExtension)
        : [];

    /// <summary>The raw file of an entry, or null when it is not there.</summary>
    public RawFile? FindRaw(string rawFile)
    {
        var file = new FileInfo(RawPath(rawFile));
        return file.Exists ? new RawFile(rawFile, file.Length, file.LastWriteTimeUtc) : null;
    }

    /// <summary>
    /// The end of a raw file that the PBX still writes, as a playable WAVE of two channels. Null when it is not there,
    /// or nothing stands in it yet.
    /// </summary>
    public async Task<byte[]?> ReadLastAsync(string rawFile, TimeSpan max, CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(
                RawPath(rawFile), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // The PBX may be amid a sample: both channels are cut at the same place.
            var whole = file.Length - (file.Length % Frame);
            var bytes = (int)Math.Min(whole, (long)max.TotalSeconds * BytesPerSecond);
            file.Position = whole - bytes;
            var sound = new byte[WaveHeader + bytes];
            WaveHeaders.Write(sound, bytes);
            await file.ReadExactlyAsync(sound.AsMemory(WaveHeader), cancellation);
            return bytes == 0 ? null : sound;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>How long a raw file plays. A last, incomplete sample does not count.</summary>
    public static TimeSpan DurationOf(RawFile raw) => TimeSpan.FromSeconds(IsMessage(raw.Name)
        ? (double)Math.Max(0, raw.Bytes - WaveHeader) / MessageBytesPerSecond
        : (double)raw.Bytes / BytesPerSecond);

    /// <summary>Where a finished file goes, relative to the folder: one folder per day keeps folders small.</summary>
    public static string PathFor(RecordingEntry entry, string extension) => string.Create(
        CultureInfo.InvariantCulture, $"{entry.StartedAt.UtcDateTime:yyyy'/'MM'/'dd}/{entry.Recording}{extension}");

    /// <summary>The finished file on this disk.</summary>
    public string FullPath(string path)
    {
        var full = Path.GetFullPath(Path.Combine(folder, path));
        return full.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new ArgumentException("A finished recording lies below its folder.", nameof(path));
    }

    /// <summary>
    /// Makes the folder and names the half-written file; <see cref="Publish"/> gives it its real name.
    /// </summary>
    public string PrepareHalf(string path)
    {
        var full = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full + ".half";
    }

    /// <summary>
    /// Syncs the half file and gives it its name, so that a name stands for a complete file even after a power cut.
    /// </summary>
    /// <returns>Its length in bytes.</returns>
    public long Publish(string path)
    {
        var full = FullPath(path);
        Sync(full + ".half");
        File.Move(full + ".half", full, overwrite: true);
        // Syncing once more writes the file system's journal, and with it the new name.
        Sync(full);
        return new FileInfo(full).Length;
    }

    public void RemoveRaw(string rawFile) => File.Delete(RawPath(rawFile));

    private static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}

/// <summary>One raw file.</summary>
/// <param name="Name">Inside the raw folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="WrittenAt">When it was last written to.</param>
public sealed record RawFile(string Name, long Bytes, DateTimeOffset WrittenAt);
