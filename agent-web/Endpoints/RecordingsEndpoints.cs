using CrmUms.Acd;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.History;
using CrmUms.CrmCore.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Recording.Storage;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Listening to a recording: every access is written down before the first byte leaves.</summary>
internal static class RecordingsEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public static void MapRecordings(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/recordings/{id}").RequireAuthorization(Policies.History);
        group.MapGet("/audio", PlayAsync)
            .Produces(StatusCodes.Status200OK, contentType: "audio/ogg")
            .Produces(StatusCodes.Status206PartialContent, contentType: "audio/ogg");
        group.MapGet("/lanes", ListLanesAsync).Produces<RecordingLanesView>();
    }

    private static async Task<IResult> PlayAsync(
        string id,
        HttpContext context,
        IRecordingIndex recordings,
        IHistoryStore history,
        RecordingFiles files,
        PostgresAuditLog audit,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, context, recordings, history, cancellation) is not var (entry, _))
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

    private static async Task<IResult> ListLanesAsync(
        string id,
        HttpContext context,
        IRecordingIndex recordings,
        IHistoryStore history,
        IPastInteractions past,
        AcdRefs acd,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, context, recordings, history, cancellation) is not var (entry, detail))
        {
            return Problems.NotFound();
        }

        if (entry is not { State: RecordingState.Stored, Audio: { } audio })
        {
            return Problems.RecordingNotReady();
        }

        var happened = await past.ReadAsync(entry.Interaction, cancellation);
        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var lanes = TalkLanes.Of(
            happened,
            entry.RawFile,
            QuietListeners.MayBeToldTo(context.User, rules.Settings.AgentsSeeListeners));
        return Results.Ok(lanes.ToView(entry.StartedAt, audio.Duration, detail.People));
    }

    // Somebody else's is no more to be found than one that is not there.
    private static async Task<(RecordingEntry Entry, HistoryDetail Detail)?> FindAsync(
        string id,
        HttpContext context,
        IRecordingIndex recordings,
        IHistoryStore history,
        CancellationToken cancellation) =>
        Guid.TryParseExact(id, "n", out var guid)
        && await recordings.FindAsync(new RecordingId(guid), cancellation) is { } entry
        && await history.FindAsync(entry.Interaction, cancellation) is { } detail
        && context.User.MaySee(detail.Row)
            ? (entry, detail)
            : null;
}
