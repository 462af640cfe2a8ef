using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Recording.Prompts;
using CrmUms.Storage.Audit;
using Microsoft.AspNetCore.Http.Features;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Takes in a file: the body of the request as it is, whatever its media type claims.</summary>
internal static class PromptUpload
{
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
            options.UploadBytesMax;
        var author = context.User.AgentId().Value;
        await audit.WriteAsync(author, "prompt-upload-begun", $"{id}/{language}", cancellation);
        var received = files.NewWorkFile(".upload");
        try
        {
            await using (var file = File.Create(received))
            {
                await context.Request.Body.CopyToAsync(file, cancellation);
            }

            var import = new PromptImport(prompt, spoken, received, made, author, name);
            return await replies.OfAsync(await library.ImportAsync(import, cancellation), cancellation);
        }
        finally
        {
            File.Delete(received);
        }
    }

    private static PromptSource? SourceOf(string? word) => word switch
    {
        null or "upload" => PromptSource.Upload,
        "recorded" => PromptSource.Recorded,
        _ => null,
    };
}
