using System.Diagnostics;
using CrmUms.Recording.Prompts;

namespace CrmUms.Recording.Tests.Prompts;

/// <summary>Folders of prompts, of the PBX's sounds and of what people bring, gone after the test.</summary>
internal sealed class PromptFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("crmums-prompts-").FullName;

    public PromptFolder()
    {
        Options = new PromptOptions
        {
            Folder = Path.Combine(_path, "prompts"),
            SoundsFolder = Path.Combine(_path, "sounds"),
        };
        Files = new PromptFiles(Options.Folder, Options.SoundsFolder);
        Files.Prepare();
    }

    public PromptOptions Options { get; }

    public PromptFiles Files { get; }

    public string Brought(string name) => Path.Combine(_path, name);

    public string Sound(string language, string name)
    {
        var path = Path.Combine(Options.SoundsFolder, language, name + ".wav");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public IReadOnlyList<string> WorkFiles => Directory.GetFiles(Path.Combine(Options.Folder, ".work"));

    /// <summary>A file as people bring it: made by ffmpeg from one of its sources.</summary>
    public async Task<string> MakeAsync(string name, string source, params string[] options)
    {
        string[] arguments =
            ["-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", source, .. options, Brought(name)];
        using var process = Process.Start("ffmpeg", arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return Brought(name);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
