using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.History;
using CrmUms.CrmCore.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Recording.Storage;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What was said last in a talk that goes on, for a supervisor who is asked into it.</summary>
internal static class LastWordsEndpoints
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    public static void MapLastWords(this IEndpointRouteBuilder app) => app
        .MapGet("/api/supervision/{interactionId}/last-words", PlayAsync)
        .RequireAuthorization(Policies.Floor)
        .Produces(StatusCodes.Status200OK, contentType: "audio/wav");

    private static async Task<IResult> PlayAsync(
        string interactionId,
        HttpContext context,
        IHistoryStore history,
        IRecordingIndex recordings,
        RecordingFiles files,
        PostgresAuditLog audit,
        CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(interactionId, "n", out var id)
            || await history.FindAsync(new InteractionId(id), cancellation) is not { } detail)
        {
            return Problems.NotFound();
        }

        if (await RunningAsync(detail.Row, recordings, cancellation) is not { } running
            || await files.ReadLastAsync(running.RawFile, Long, cancellation) is not { } sound)
        {
            return Problems.RecordingNotReady();
        }

        var listener = context.User.AgentId().Value;
        await audit.WriteAsync(listener, "last-words-played", running.Recording.ToString(), cancellation);
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(sound, "audio/wav");
    }

    // Of several parts, as of a call that was continued after an outage, the last one.
    private static async Task<RecordingEntry?> RunningAsync(
        HistoryRow row, IRecordingIndex recordings, CancellationToken cancellation) =>
        row.Recordings is [.., var last]
        && await recordings.FindAsync(new RecordingId(last.Recording), cancellation)
            is { State: RecordingState.Recording } entry
            ? entry
            : null;
}
