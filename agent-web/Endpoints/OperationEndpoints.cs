using System.Net;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Operation;
using Microsoft.Extensions.Options;
using Serilog.Core;
using Serilog.Events;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What a watchdog, a scraper and an administrator ask of the running server.</summary>
internal static class OperationEndpoints
{
    public static void MapOperation(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", LiveAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/healthz/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/metrics", Metrics).AllowAnonymous().ExcludeFromDescription();
        // An unknown address of the API is not a place inside the page.
        app.MapGet("/api/{**rest}", Problems.NotFound).ExcludeFromDescription();
        app.MapGet("/api/log-level", (LoggingLevelSwitch level) => new LogLevelView(level.MinimumLevel.ToString()))
            .RequireAuthorization(Policies.Administration);
        app.MapPut("/api/log-level", ChangeLogLevel).RequireAuthorization(Policies.Administration);
    }

    private static async Task<IResult> LiveAsync(Heartbeat heartbeat, CancellationToken cancellation) =>
        await heartbeat.BeatsAsync(cancellation)
            ? Results.Text("alive")
            : Results.Text("the actor system does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellation)
    {
        var (isReady, view) = await readiness.CheckAsync(cancellation);
        return Results.Json(view, statusCode: isReady ? 200 : StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Metrics(HttpContext context, MetricsCollector metrics, IOptions<WebOptions> options) =>
        MayRead(context.Connection.RemoteIpAddress, options.Value.MetricsFrom)
            ? Results.Text(metrics.Scrape(), MetricsCollector.ContentType)
            : Problems.NotAllowed();

    private static bool MayRead(IPAddress? address, string networks)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && networks
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(network => IPNetwork.Parse(network).Contains(plain));
    }

    private static IResult ChangeLogLevel(
        LogLevelView wanted, LoggingLevelSwitch level, HttpContext context, ILogger<LogLevelView> log)
    {
        if (!Enum.TryParse<LogEventLevel>(wanted.Level, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
        {
            return Problems.BadInput("level is one of " + string.Join(", ", Enum.GetNames<LogEventLevel>()) + ".");
        }

        level.MinimumLevel = parsed;
        log.LogLevelChanged(parsed.ToString(), context.User.AgentId().Value);
        return Results.Ok(new LogLevelView(parsed.ToString()));
    }
}
