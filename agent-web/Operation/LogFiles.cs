using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using LogLevel = Microsoft.Extensions.Logging.LogLevel; // Akka.NET has one too.

namespace CrmUms.AgentWeb.Operation;

/// <summary>Rotating JSON log files: a new one each day and at the size bound, the oldest removed.</summary>
internal static class LogFiles
{
    private const long Megabyte = 1024 * 1024;

    // The framework tells each request with its address; ours say what matters, and name no caller.
    private static readonly string[] Quiet = ["Microsoft.AspNetCore", "Microsoft.Hosting", "System.Net.Http", "Npgsql"];

    public static void AddLogFiles(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        var level = new LoggingLevelSwitch(
            Enum.TryParse<LogEventLevel>(options.LogLevel, out var parsed) ? parsed : LogEventLevel.Information);
        builder.Services.AddSingleton(level);
        builder.Logging.ClearProviders();
        // The level is Serilog's to decide, as it can be changed while the server runs.
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<ILoggerProvider>(_ =>
            new Serilog.Extensions.Logging.SerilogLoggerProvider(Create(options, level), dispose: true));
    }

    private static Logger Create(WebOptions options, LoggingLevelSwitch level)
    {
        var folder = options.LogFolder ?? Path.Combine(options.DataFolder, "log");
        var configuration = new LoggerConfiguration()
            .MinimumLevel.ControlledBy(level)
            .Enrich.FromLogContext()
            .WriteTo.File(
                new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture),
                Path.Combine(folder, "server-.json"),
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: options.LogFileMegabytesMax * Megabyte,
                retainedFileCountLimit: options.LogFilesMax)
            .WriteTo.Console(
                restrictedToMinimumLevel: LogEventLevel.Warning,
                formatProvider: CultureInfo.InvariantCulture);
        foreach (var source in Quiet)
        {
            configuration.MinimumLevel.Override(source, LogEventLevel.Warning);
        }

        // A page's defect must not fill our log; what is ours to mend is told by HubFailures.
        configuration.MinimumLevel.Override(
            "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LevelAlias.Off);
        // ProblemMapping tells what failed, once.
        configuration.MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics", LevelAlias.Off);
        // It warns of every answer that it keeps out of caches; a missing token is answered, not logged.
        configuration.MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error);
        return configuration.CreateLogger();
    }
}
