using System.Diagnostics;
using System.Globalization;

namespace CrmUms.LoadTests.Running;

/// <summary>An instance of the product, or of its Asterisk alone, with ports and a folder of its own.</summary>
internal sealed class Instance(
    string home, string folder, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly TimeSpan UpMax = TimeSpan.FromMinutes(10); // A first one builds everything.

    private bool _isUp;

    public string Folder => folder;

    public string Secret => File.ReadAllText(Path.Combine(folder, "secrets", "ari")).Trim();

    /// <summary>Forgets what the last run left.</summary>
    public async Task ClearAsync()
    {
        if (Directory.Exists(folder))
        {
            await UmsAsync(settings, "down");
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task UpAsync(IReadOnlyDictionary<string, string> more, params string[] arguments)
    {
        _isUp = true;
        await UmsAsync(settings.Concat(more), ["up", .. arguments]);
    }

    public async Task DownAsync()
    {
        if (_isUp)
        {
            await UmsAsync(settings, "down");
            _isUp = false;
        }
    }

    public IEnumerable<(string Name, int Pid)> Processes(params string[] names) => names.Select(name =>
    {
        var words = File.ReadAllText(Path.Combine(folder, "run", name + ".pid")).Split(' ');
        return (name, int.Parse(words[0], CultureInfo.InvariantCulture));
    });

    public async ValueTask DisposeAsync() => await DownAsync();

    private async Task UmsAsync(IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(home, "ums"), arguments) { RedirectStandardInput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["CRMUMS_VAR"] = folder;
        using var ums = Process.Start(start)!;
        ums.StandardInput.Close();
        using var limit = new CancellationTokenSource(UpMax);
        await ums.WaitForExitAsync(limit.Token);
        if (ums.ExitCode != 0)
        {
            throw new InvalidOperationException($"./ums {string.Join(' ', arguments)} failed, see above.");
        }
    }
}
