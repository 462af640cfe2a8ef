using System.Diagnostics;
using CrmUms.AgentWeb.Registration;

namespace CrmUms.AgentWeb.Tests.Operation;

public sealed class SettingsTests
{
    [Fact]
    public async Task Values_that_make_no_sense_stop_the_start_and_each_is_named()
    {
        var said = await StartAsync(
            ("Web__LogFilesMax", "1"), ("Web__LogLevel", "Loud"), ("Web__MetricsFrom", "everywhere"),
            ("Storage__ConnectionString", ""));

        said.ShouldContain("LogFilesMax");
        said.ShouldContain("LogLevel");
        said.ShouldContain("Web:MetricsFrom");
        said.ShouldContain("ConnectionString");
    }

    [Fact]
    public async Task A_value_of_the_wrong_kind_stops_the_start_and_is_named() =>
        (await StartAsync(("Web__DemoAgents", "many"))).ShouldContain("Web:DemoAgents");

    [Theory]
    [InlineData("Web")]
    [InlineData("Acd")]
    [InlineData("Asterisk")]
    [InlineData("Cti")]
    [InlineData("Recording")]
    [InlineData("Prompts")]
    [InlineData("Storage")]
    public async Task A_name_that_nobody_knows_stops_the_start_and_is_named(string section) =>
        (await StartAsync(
            (section + "__Speling", "1"), ("Storage__ConnectionString", "Host=nowhere"), ("Asterisk__Password", "x"),
            ("Recording__RawFolder", "/tmp"), ("Recording__Folder", "/tmp"))).ShouldContain("'Speling'");

    [Theory]
    [InlineData("http://0.0.0.0:80", false)]
    [InlineData("http://10.1.2.3:80", false)]
    [InlineData("http://*:80", false)]
    [InlineData("https://0.0.0.0:443", true)]
    [InlineData("http://127.0.0.1:80", true)]
    [InlineData("http://[::1]:80", true)]
    [InlineData("http://localhost:80", true)]
    public void Outside_the_demo_only_this_machine_is_served_without_encryption(string url, bool isSafe) =>
        SettingsRegistration.IsSafe(url).ShouldBe(isSafe);

    private static async Task<string> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("crmums-settings-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrmUms.AgentWeb.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var server = Process.Start(start)!;
        var said = server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        server.ExitCode.ShouldBe(78);
        Directory.Delete(folder, recursive: true);
        return await said;
    }
}
