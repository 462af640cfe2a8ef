using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>A PostgreSQL of this test run alone: a fresh cluster on a free port, gone afterwards.</summary>
internal sealed class PrivatePostgres : IDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("crmums-tests-").FullName;
    private readonly string _bin = FindBin();
    private readonly int _port = FreePort();

    public PrivatePostgres()
    {
        // PostgreSQL refuses to run as root: root hands the cluster to the user postgres.
        var owner = Environment.UserName == "root" ? "postgres" : null;
        if (owner is not null)
        {
            Run(null, "chown", owner, _folder);
        }

        Run(owner, Path.Combine(_bin, "initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8");
        Owner = owner;
        Start();
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres";

    private string? Owner { get; }

    /// <summary>Another server needs another database: two of them would be two owners of one journal.</summary>
    public string CreateDatabase(string name)
    {
        Run(Owner, Path.Combine(_bin, "createdb"), "-h", _folder, "-p", $"{_port}", "-U", "postgres", name);
        return $"Host=127.0.0.1;Port={_port};Username=postgres;Database={name}";
    }

    private string Data => Path.Combine(_folder, "data");

    public void Start() => Run(
        Owner, Path.Combine(_bin, "pg_ctl"), "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o",
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off", "start");

    public void Stop() => Run(Owner, Path.Combine(_bin, "pg_ctl"), "-D", Data, "-m", "immediate", "stop");

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindBin() =>
        Directory.GetDirectories("/usr/lib/postgresql").Order().LastOrDefault() is { } newest
            ? Path.Combine(newest, "bin")
            : throw new InvalidOperationException("These tests need PostgreSQL: apt-get install postgresql");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string? asUser, string program, params string[] arguments)
    {
        var start = asUser is null
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo(
                "setpriv", ["--reuid", asUser, "--regid", asUser, "--init-groups", "--", program, .. arguments]);
        start.WorkingDirectory = "/";
        start.RedirectStandardOutput = true;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        if (!process.WaitForExit(StartMax) || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
        }
    }
}
