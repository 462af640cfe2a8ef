using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// What callers are told: supervisors listen, administrators change. A change is written down before it is tried.
/// </summary>
internal static class PromptsEndpoints
{
    private const int NameMax = 100;

    public static void MapPrompts(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/api/prompts").RequireAuthorization(Policies.Supervision);
        read.MapGet("", ListAsync).Produces<IReadOnlyList<PromptView>>();
        read.MapGet("/missing", ListMissingAsync).Produces<IReadOnlyList<MissingPromptView>>();
        read.MapGet("/limits", GetLimits);
        read.MapGet("/{id}/{language}/audio", Play)
            .Produces(StatusCodes.Status200OK, contentType: PromptReplies.WavType)
            .Produces(StatusCodes.Status206PartialContent, contentType: PromptReplies.WavType);

        var change = app.MapGroup("/api/prompts").RequireAuthorization(Policies.Administration);
        change.MapPut("/{id}", RenameAsync).Produces<PromptView>();
        change.MapDelete("/{id}", RemoveAsync).Produces(StatusCodes.Status204NoContent);
        change.MapPut("/{id}/{language}", PromptUpload.ReceiveAsync)
            .Accepts<Stream>(isOptional: true, "audio/*", "*/*")
            .Produces<PromptView>();
        change.MapPost("/{id}/{language}/synthesise", SynthesiseAsync).Produces<PromptView>();
        change.MapDelete("/{id}/{language}", RemoveLanguageAsync).Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>A name that people may give, trimmed; false for one that nobody could read.</summary>
    public static bool IsName(string? text, out string name)
    {
        name = text?.Trim() ?? "";
        return name.Length is > 0 and <= NameMax && !name.Any(char.IsControl);
    }

    private static async Task<IResult> ListAsync(
        PromptLibrary library, IPromptUsage usage, CancellationToken cancellation)
    {
        var uses = (await usage.ListAsync(cancellation)).ToLookup(use => use.Prompt);
        return Results.Ok(library.Shelf.Prompts.Select(prompt => prompt.ToView(uses[prompt.Prompt.Id.Value])));
    }

    private static async Task<IResult> ListMissingAsync(
        PromptLibrary library, IPromptUsage usage, CancellationToken cancellation) =>
        Results.Ok(PromptUses.MissingFrom(library.Shelf, await usage.ListAsync(cancellation))
            .Select(missing => missing.ToView()));

    private static PromptLimitsView GetLimits(PromptOptions options, IPromptVoice voice) =>
        new(options.UploadBytesMax, options.LengthMax.TotalSeconds, options.TextMax, voice.Voices);

    private static IResult Play(string id, string language, HttpContext context, PromptFiles files)
    {
        if (!PromptId.TryParse(id, out var prompt)
            || PromptLanguages.Find(language) is not { } spoken
            || files.FindPlayed(prompt, spoken) is not { } path)
        {
            return Problems.NotFound();
        }

        // It may be replaced at any moment; asking whether it was costs next to nothing.
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(
            path,
            PromptReplies.WavType,
            lastModified: File.GetLastWriteTimeUtc(path),
            enableRangeProcessing: true);
    }

    private static async Task<IResult> RenameAsync(
        string id,
        RenamePromptRequest request,
        HttpContext context,
        PromptReplies replies,
        PromptLibrary library,
        PostgresAuditLog audit,
        CancellationToken cancellation)
    {
        if (!PromptId.TryParse(id, out var prompt))
        {
            return PromptReplies.NoSuchKey();
        }

        if (!IsName(request.Name, out var name))
        {
            return Problems.BadInput($"name is 1 to {NameMax} characters.");
        }

        await audit.WriteAsync(context.User.AgentId().Value, "prompt-rename-begun", id, cancellation);
        return await replies.OfAsync(await library.RenameAsync(prompt, name, cancellation), cancellation);
    }

    private static async Task<IResult> SynthesiseAsync(
        string id,
        string language,
        SynthesisePromptRequest request,
        HttpContext context,
        PromptReplies replies,
        PromptLibrary library,
        IPromptVoice voices,
        PromptOptions options,
        PostgresAuditLog audit,
        CancellationToken cancellation)
    {
        if (!PromptReplies.IsPlace(id, language, out var prompt, out var spoken))
        {
            return PromptReplies.NoSuchKey();
        }

        if (request.Text?.Trim() is not { Length: > 0 } text || text.Length > options.TextMax)
        {
            return Problems.BadInput($"text is 1 to {options.TextMax} characters.");
        }

        var voice = request.Voice ?? voices.Voices[0];
        if (!voices.Voices.Contains(voice))
        {
            return Problems.BadInput("voice is one of " + string.Join(", ", voices.Voices) + ".");
        }

        if (request.Name is not null && !IsName(request.Name, out _))
        {
            return Problems.BadInput($"name is 1 to {NameMax} characters.");
        }

        var author = context.User.AgentId().Value;
        await audit.WriteAsync(author, "prompt-synthesis-begun", $"{id}/{language}", cancellation);
        var draft = new PromptDraft(prompt, spoken, text, voice, author, request.Name?.Trim());
        return await replies.OfAsync(await library.SynthesiseAsync(draft, cancellation), cancellation);
    }

    private static async Task<IResult> RemoveAsync(
        string id, HttpContext context, PromptLibrary library, PostgresAuditLog audit, CancellationToken cancellation)
    {
        if (!PromptId.TryParse(id, out var prompt))
        {
            return PromptReplies.NoSuchKey();
        }

        await audit.WriteAsync(context.User.AgentId().Value, "prompt-removal-begun", id, cancellation);
        return PromptReplies.OfRemoval(await library.RemoveAsync(prompt, cancellation));
    }

    private static async Task<IResult> RemoveLanguageAsync(
        string id,
        string language,
        HttpContext context,
        PromptLibrary library,
        PostgresAuditLog audit,
        CancellationToken cancellation)
    {
        if (!PromptReplies.IsPlace(id, language, out var prompt, out var spoken))
        {
            return PromptReplies.NoSuchKey();
        }

        await audit.WriteAsync(
            context.User.AgentId().Value, "prompt-removal-begun", $"{id}/{language}", cancellation);
        return PromptReplies.OfRemoval(await library.RemoveAsync(prompt, spoken, cancellation));
    }
}
