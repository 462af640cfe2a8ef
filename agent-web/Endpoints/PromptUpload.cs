using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Recording.Prompts;
using CrmUms.Storage.Audit;
using Microsoft.AspNetCore.Http.Features;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Takes in a file: the body of the request as it is, whatever its media type claims.</summary>
internal static class PromptUpload
{
    // A browser hears an answer only when it has sent everything: what is somewhat too large is read and thrown away.
    private const int DiscardedTimesMax = 10;
    private const int BlockBytes = 64 * 1024;

    public static async Task<IResult> ReceiveAsync(
        string id,
        string language,
        HttpContext context,
        PromptReplies replies,
        PromptLibrary library,
        PromptFiles files,
        PromptOptions options,
        PostgresAuditLog audit,
        CancellationToken cancellation,
        string? source = null,
        string? name = null)
    {
        if (!PromptReplies.IsPlace(id, language, out var prompt, out var spoken))
        {
            return PromptReplies.NoSuchKey();
        }

        if (SourceOf(source) is not { } made)
        {
            return Problems.BadInput("source is upload or recorded.");
        }

        if (name is not null && !PromptsEndpoints.IsName(name, out name))
        {
            return Problems.BadInput("name is 1 to 100 characters.");
        }

        // Everything else on this wire is small; a sound is not.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            options.UploadBytesMax * DiscardedTimesMax;
        var author = context.User.AgentId().Value;
        await audit.WriteAsync(author, "prompt-upload-begun", $"{id}/{language}", cancellation);
        var received = files.NewWorkFile(".upload");
        try
        {
            if (!await SaveAsync(context.Request.Body, received, options.UploadBytesMax, cancellation))
            {
                return Problems.OfStatus(StatusCodes.Status413PayloadTooLarge);
            }

            var import = new PromptImport(prompt, spoken, received, made, author, name);
            return await replies.OfAsync(await library.ImportAsync(import, cancellation), cancellation);
        }
        finally
        {
            File.Delete(received);
        }
    }

    /// <returns>Whether it was no larger than allowed.</returns>
    private static async Task<bool> SaveAsync(
        Stream body, string path, long bytesMax, CancellationToken cancellation)
    {
        await using var file = File.Create(path);
        var block = new byte[BlockBytes];
        var total = 0L;
        while (await body.ReadAsync(block, cancellation) is > 0 and var count)
        {
            total += count;
            if (total <= bytesMax)
            {
                await file.WriteAsync(block.AsMemory(0, count), cancellation);
            }
        }

        return total <= bytesMax;
    }

    private static PromptSource? SourceOf(string? word) => word switch
    {
        null or "upload" => PromptSource.Upload,
        "recorded" => PromptSource.Recorded,
        _ => null,
    };
}
