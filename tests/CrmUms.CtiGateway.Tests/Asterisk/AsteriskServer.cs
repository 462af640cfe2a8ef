using System.Collections.Concurrent;
using System.Diagnostics;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>
/// A real Asterisk for tests, unpacked below CRMUMS_ASTERISK_ROOT and started by its own loader. Where there is none,
/// its tests are skipped on a laptop and fail in CI.
/// </summary>
public sealed class AsteriskServer : IAsyncLifetime
{
    private static readonly string? Installation = FindInstallation();

    private AsteriskFiles _files = null!;
    private Process? _process;

    // An INVITE that nobody answered is repeated for half a minute (RFC 3261, timer B), into the next test.
    private readonly ConcurrentDictionary<string, bool> _calls = new();

    /// <summary>Whether no test has seen this call from Asterisk before.</summary>
    internal bool IsNewCall(string callId) => _calls.TryAdd(callId, true);

    internal AsteriskOptions Options { get; private set; } = null!;

    internal int SipPort => _files.SipPort;

    internal int CarrierPort => _files.CarrierPort;

    /// <summary>Where Asterisk puts what it records.</summary>
    internal string Spool => Path.Combine(_files.Root, "spool");

    internal string SoundsFolder => Path.Combine(_files.Root, "data/sounds");

    public async ValueTask InitializeAsync()
    {
        if (Installation is null)
        {
            return;
        }

        _files = new AsteriskFiles(Installation);
        Options = new AsteriskOptions
        {
            BaseUrl = new Uri($"http://127.0.0.1:{_files.AriPort}/ari/"),
            Password = _files.Password,
            AgentTransport = "transport-udp",
            AgentCodecs = "ulaw",
            MusicFile = _files.MusicFile,
            SoundsFolder = SoundsFolder,
            WebSocketUrl = $"ws://127.0.0.1:{_files.AriPort}/ws",
        };
        await StartAsync();
    }

    /// <summary>Skips the running test where there is no Asterisk.</summary>
    public static void ShouldBeThere()
    {
        Assert.SkipUnless(
            Installation is not null || Environment.GetEnvironmentVariable("CI") == "true",
            "No Asterisk below CRMUMS_ASTERISK_ROOT.");
        Installation.ShouldNotBeNull("CI needs a real Asterisk below CRMUMS_ASTERISK_ROOT.");
    }

    public async Task StartAsync()
    {
        var libraries = $"{Installation}/usr/lib/x86_64-linux-gnu:{Installation}/lib/x86_64-linux-gnu";
        _process = Process.Start(new ProcessStartInfo
        {
            FileName = Directory.GetFiles($"{Installation}/lib64", "ld-linux-*.so.*")[0],
            ArgumentList =
            {
                "--library-path", libraries, $"{Installation}/usr/sbin/asterisk", "-f",
                "-C", Path.Combine(_files.Root, "etc/asterisk.conf"),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new AriHttp(Options, TimeProvider.System);
        await Eventually.BeTrueAsync(
            async () => await IsReadyAsync(http), TimeSpan.FromSeconds(30), "Asterisk answers and has SIP");
    }

    /// <summary>Kill -9.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asterisk stands still: sockets stay open, nobody answers.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        if (Installation is not null)
        {
            Directory.Delete(_files.Root, recursive: true);
        }
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process!.Id}"]);
        kill.WaitForExit();
    }

    private static async Task<bool> IsReadyAsync(AriHttp http)
    {
        try
        {
            var modules = new AriRequest("GET", "asterisk/modules/chan_pjsip.so", null);
            return (await http.SendAsync(AsteriskRequests.Ping(), default)).IsDone
                && (await http.SendAsync(modules, default)).Body.Contains("Running", StringComparison.Ordinal);
        }
        catch (Acd.Ports.CtiException)
        {
            return false;
        }
    }

    private static string? FindInstallation() =>
        new[]
        {
            Environment.GetEnvironmentVariable("CRMUMS_ASTERISK_ROOT"),
            Path.Combine(Repository.Root, "var/asterisk-root"),
        }.FirstOrDefault(root => root is not null && File.Exists(Path.Combine(root, "usr/sbin/asterisk")));
}

/// <summary>Waits for something that must become true, with a bound.</summary>
internal static class Eventually
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public static async Task BeTrueAsync(Func<Task<bool>> condition, TimeSpan limit, string what)
    {
        using var timer = new PeriodicTimer(LookEvery);
        var since = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(since) > limit)
            {
                throw new TimeoutException($"Not within {limit}: {what}.");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
