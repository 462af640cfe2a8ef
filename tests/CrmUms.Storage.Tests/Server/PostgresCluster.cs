using System.Diagnostics;
using Npgsql;

namespace CrmUms.Storage.Tests.Server;

/// <summary>
/// A private PostgreSQL in a temporary folder, reached by a socket in it: no port, no password, no trace.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(30);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"crmums-pg-{Guid.NewGuid():n}"[..28]);
    private Process? _server;

    public string ConnectionString => $"Host={_folder};Username=postgres;Database=postgres;Port=5432";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Folder of PostgreSQL's programs, or null where it is not installed.</summary>
    public static string? Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .MaxBy(folder => folder, StringComparer.Ordinal)
            : null;

    public static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster();
        await cluster.MakeAsync();
        await cluster.RunAsync();
        return cluster;
    }

    public async Task RunAsync()
    {
        // Only processes die in these tests, never the machine: what the kernel holds need not reach the disk.
        _server = Start("postgres", "-D", Data, "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=off");
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (started.Elapsed < StartMax && !_server.HasExited)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>The server dies without a word, with every process of it.</summary>
    public async Task KillAsync()
    {
        _server!.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Process Start(string program, params string[] arguments)
    {
        var path = Path.Combine(
            Binaries() ?? throw new InvalidOperationException("PostgreSQL is not installed."), program);
        // PostgreSQL refuses to run as root: then its own user runs it.
        string[] command = Environment.UserName == "root"
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments]
            : [path, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        // A pipe that nobody reads fills up and stops the writer.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task MakeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.UserName == "root")
        {
            using var owner = Process.Start("chown", ["postgres", _folder]);
            await owner.WaitForExitAsync();
        }

        using var initdb = Start(
            "initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await initdb.WaitForExitAsync();
        initdb.ExitCode.ShouldBe(0);
    }
}
