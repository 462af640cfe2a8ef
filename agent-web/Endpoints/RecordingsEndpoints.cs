using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Recording.Storage;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Listening to a recording: every access is written down before the first byte leaves.</summary>
internal static class RecordingsEndpoints
{
    public static void MapRecordings(this IEndpointRouteBuilder app) => app
        .MapGet("/api/recordings/{id}/audio", PlayAsync)
        .RequireAuthorization(Policies.History)
        .Produces(StatusCodes.Status200OK, contentType: "audio/ogg")
        .Produces(StatusCodes.Status206PartialContent, contentType: "audio/ogg");

    private static async Task<IResult> PlayAsync(
        string id,
        HttpContext context,
        IRecordingIndex recordings,
        IHistoryStore history,
        RecordingFiles files,
        PostgresAuditLog audit,
        CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "n", out var guid)
            || await recordings.FindAsync(new RecordingId(guid), cancellation) is not { } entry
            || await history.FindAsync(entry.Interaction, cancellation) is not { } detail
            || !context.User.MaySee(detail.Row))
        {
            return Problems.NotFound();
        }

        if (entry is not { State: RecordingState.Stored, Audio: { } audio })
        {
            return Problems.RecordingNotReady();
        }

        var path = files.FullPath(audio.Path);
        if (!File.Exists(path))
        {
            return Problems.NotFound();
        }

        var listener = context.User.AgentId().Value;
        await audit.WriteAsync(listener, "recording-played", entry.Recording.ToString(), cancellation);
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(path, audio.MediaType, enableRangeProcessing: true);
    }
}
