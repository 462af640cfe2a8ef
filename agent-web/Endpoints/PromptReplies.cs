using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>From the outcome of a wish about prompts to an answer.</summary>
internal sealed class PromptReplies(PromptLibrary library, IPromptUsage usage, PromptOptions options)
{
    public const string WavType = "audio/wav";

    public static IResult NoSuchKey() => Problems.BadInput(
        "id is 1 to 40 of a-z, 0-9 and -; language is one of ru, en, uz.");

    public static bool IsPlace(string id, string language, out PromptId prompt, out PromptLanguage spoken)
    {
        var found = PromptLanguages.Find(language);
        spoken = found ?? default;
        return PromptId.TryParse(id, out prompt) && found is not null;
    }

    public static IResult OfRemoval(PromptOutcome outcome) => outcome switch
    {
        PromptOutcome.Done => Results.NoContent(),
        PromptOutcome.InUse inUse => Problems.PromptInUse([.. inUse.Uses.Select(use => use.ToView())]),
        PromptOutcome.Refused => Problems.NotFound(),
        _ => throw new NotSupportedException(outcome.ToString()),
    };

    /// <summary>The prompt as it is listed now, or why nothing changed.</summary>
    public async Task<IResult> OfAsync(PromptOutcome outcome, CancellationToken cancellation) => outcome switch
    {
        PromptOutcome.Done done => Results.Ok(await ViewAsync(done.Prompt.Id, cancellation)),
        PromptOutcome.Refused refused => Of(refused.Reason),
        PromptOutcome.InUse => OfRemoval(outcome),
        _ => throw new NotSupportedException(outcome.ToString()),
    };

    private IResult Of(PromptRefusal reason) => reason switch
    {
        PromptRefusal.NotAudio => Problems.PromptNotAudio(),
        PromptRefusal.TooLong => Problems.PromptTooLong(options.LengthMax.TotalSeconds),
        PromptRefusal.Silent => Problems.PromptSilent(),
        PromptRefusal.Busy => Problems.PromptsBusy(),
        PromptRefusal.NotFound => Problems.NotFound(),
        _ => throw new NotSupportedException(reason.ToString()),
    };

    private async Task<PromptView> ViewAsync(PromptId id, CancellationToken cancellation)
    {
        var uses = await usage.ListAsync(cancellation);
        return library.Shelf.Prompts.Single(prompt => prompt.Prompt.Id == id)
            .ToView(uses.Where(use => use.Prompt == id.Value));
    }
}
