using System.Diagnostics;
using System.Globalization;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// The whole product, started by <c>./ums up</c> as a stranger would start it, with ports and folder of its own, and
/// stopped by <c>./ums down</c>. Shared by all tests; a fresh folder for every run, kept afterwards to be looked at.
/// </summary>
public sealed class Instance : IAsyncLifetime
{
    // A machine that has never run it downloads, unpacks and builds.
    private static readonly TimeSpan UpMax = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DownMax = TimeSpan.FromMinutes(1);

    private const string NotUp = "The product is not up.";

    private readonly string _home = FindHome();
    private Switch? _switch;
    private Office? _office;
    private Browser? _browser;

    public Instance()
    {
        var chosen = Environment.GetEnvironmentVariable("CRMUMS_E2E_VAR");
        Folder = string.IsNullOrEmpty(chosen) ? Path.Combine(_home, "var", "e2e") : Path.GetFullPath(chosen);
        Output = Path.Combine(Folder, "output");
    }

    internal static Ports Ports { get; } = Ports.Chosen();

    /// <summary>The working copy.</summary>
    internal string Home => _home;

    /// <summary>The instance's state: databases, recordings, logs.</summary>
    public string Folder { get; }

    /// <summary>What failed tests leave behind: screenshots, what the pages said.</summary>
    public string Output { get; }

    internal Switch Switch => _switch ?? throw new InvalidOperationException(NotUp);

    internal Office Office => _office ?? throw new InvalidOperationException(NotUp);

    internal Browser Browser => _browser ?? throw new InvalidOperationException(NotUp);

    public async ValueTask InitializeAsync()
    {
        await UmsAsync("down", DownMax);
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Directory.CreateDirectory(Output);
        await UmsAsync("up", UpMax);
        _switch = new Switch(Ports.Ari, await File.ReadAllTextAsync(Path.Combine(Folder, "secrets", "ari")));
        _office = new Office(Ports.Web);
        await ReadyAsync(30.Seconds());
        _browser = await Browser.StartAsync(Output);
    }

    // Called after a beginning that failed, too.
    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _office?.Dispose();
        _switch?.Dispose();
        await UmsAsync("down", DownMax);
    }

    /// <summary>
    /// kill -9: the server has no chance to say good-bye. Done when Asterisk has noticed; a caller who comes before
    /// that
    /// is handed to the dead, and waits for the next server.
    /// </summary>
    public async Task KillServer()
    {
        var noticed = LossesNoticed();
        Signal("server", "-KILL");
        await Waiting.UntilAsync(() => LossesNoticed() > noticed, 5.Seconds(), () => "Asterisk to miss the server");
    }

    /// <summary>The server keeps its sockets and says nothing any more, as one that hangs.</summary>
    public void FreezeServer() => Signal("server", "-STOP");

    /// <summary>While the watchdog stands still, a server that was killed stays away.</summary>
    public void HoldWatchdog() => Signal("server.keeper", "-STOP");

    public void ReleaseWatchdog() => Signal("server.keeper", "-CONT");

    public int? ServerPid() => PidOf("server");

    /// <summary>Waits until another process than the one given serves.</summary>
    public async Task RestartedAsync(int? formerPid, TimeSpan limit)
    {
        await Waiting.UntilAsync(() => ServerPid() is { } pid && pid != formerPid, limit, () => "a new server process");
        await ReadyAsync(limit);
    }

    public Task ReadyAsync(TimeSpan limit) =>
        Waiting.UntilAsync(Office.IsServerReadyAsync, limit, () => "the server to be ready");

    private int LossesNoticed() => File.ReadLines(Path.Combine(Folder, "asterisk", "log", "messages.log"))
        .Count(line => line.Contains("WebSocket read error", StringComparison.Ordinal));

    private int? PidOf(string name)
    {
        try
        {
            var words = File.ReadAllText(Path.Combine(Folder, "run", $"{name}.pid")).Split(' ');
            return int.Parse(words[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // Between two lives of a process there is none.
        }
    }

    private void Signal(string name, string signal)
    {
        var pid = PidOf(name) ?? throw new InvalidOperationException($"There is no {name} to send a signal to.");
        using var kill = Process.Start("kill", [signal, pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    private async Task UmsAsync(string command, TimeSpan limit)
    {
        var start = new ProcessStartInfo(Path.Combine(_home, "ums"), command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        using var ums = Process.Start(start)!;
        var (output, errors) = (ums.StandardOutput.ReadToEndAsync(), ums.StandardError.ReadToEndAsync());
        await ums.WaitForExitAsync().WaitAsync(limit);
        if (ums.ExitCode != 0)
        {
            throw new InvalidOperationException($"./ums {command} failed:\n{await output}{await errors}");
        }
    }

    private IEnumerable<(string Name, string Value)> Settings()
    {
        yield return ("CRMUMS_VAR", Folder);
        foreach (var setting in Ports.Settings())
        {
            yield return setting;
        }

        // Unpacked once for all instances of this checkout.
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CRMUMS_ASTERISK_ROOT")))
        {
            yield return ("CRMUMS_ASTERISK_ROOT", Path.Combine(_home, "var", "asterisk-root"));
        }
    }

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ums")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No 'ums' above {AppContext.BaseDirectory}.");
    }
}
