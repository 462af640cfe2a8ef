using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using CrmUms.Recording.Prompts;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// Prompts spoken by telephone. What was said changes nothing that callers hear until an administrator takes it.
/// </summary>
internal static class DictationsEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public static void MapDictations(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/prompts/{id}/{language}/dictation", StartAsync)
            .RequireAuthorization(Policies.Administration)
            .Produces<DictationView>();
        var one = app.MapGroup("/api/dictations/{dictation}").RequireAuthorization(Policies.Administration);
        one.MapGet("", FindAsync).Produces<DictationView>();
        one.MapGet("/audio", PlayAsync).Produces(StatusCodes.Status200OK, contentType: PromptReplies.WavType);
        one.MapPost("/take", TakeAsync).Produces<PromptView>();
        one.MapDelete("", Drop).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> StartAsync(
        string id,
        string language,
        StartDictationRequest request,
        HttpContext context,
        DictationsRef dictations,
        AcdOptions habits,
        PostgresAuditLog audit)
    {
        if (!PromptReplies.IsPlace(id, language, out var prompt, out var spoken))
        {
            return PromptReplies.NoSuchKey();
        }

        var plan = new NumberingPlan(habits.CountryCode, habits.NationalNumberLength);
        if (!PhoneNumber.TryParse(request.Number, plan, out var number)
            || DialTarget.Of(number.Value) is not DialTarget.Number target)
        {
            return Problems.BadInput("number is a telephone number.");
        }

        await audit.WriteAsync(
            context.User.AgentId().Value, "prompt-dictation-begun", $"{id}/{language}", context.RequestAborted);
        var start = new StartDictation(Guid.CreateVersion7(), prompt, spoken, target);
        return await dictations.Ref.Ask<object>(start, ReplyMax, context.RequestAborted) is Dictation begun
            ? Results.Ok(ToView(begun))
            : Problems.PromptsBusy();
    }

    private static async Task<IResult> FindAsync(
        Guid dictation, DictationsRef dictations, CancellationToken cancellation) =>
        await AskAsync(dictations, dictation, cancellation) is { } found
            ? Results.Ok(ToView(found))
            : Problems.NotFound();

    private static async Task<IResult> PlayAsync(
        Guid dictation, DictationsRef dictations, CancellationToken cancellation) =>
        await AskAsync(dictations, dictation, cancellation) is { File: { } file }
            ? Results.File(file, PromptReplies.WavType, enableRangeProcessing: true)
            : Problems.NotFound();

    private static async Task<IResult> TakeAsync(
        Guid dictation,
        TakeDictationRequest request,
        HttpContext context,
        DictationsRef dictations,
        PromptReplies replies,
        PromptLibrary library,
        PostgresAuditLog audit,
        CancellationToken cancellation)
    {
        if (request.Name is not null && !PromptsEndpoints.IsName(request.Name, out _))
        {
            return Problems.BadInput("name is 1 to 100 characters.");
        }

        if (await AskAsync(dictations, dictation, cancellation) is not { File: { } file } spoken)
        {
            return Problems.NotFound();
        }

        var author = context.User.AgentId().Value;
        await audit.WriteAsync(
            author, "prompt-dictation-taken", $"{spoken.Prompt}/{spoken.Language.Code()}", cancellation);
        var import = new PromptImport(
            spoken.Prompt, spoken.Language, file, PromptSource.Recorded, author, request.Name?.Trim());
        var outcome = await library.ImportAsync(import, cancellation);
        if (outcome is PromptOutcome.Done)
        {
            dictations.Ref.Tell(new DropDictation(dictation), ActorRefs.NoSender);
        }

        return await replies.OfAsync(outcome, cancellation);
    }

    private static IResult Drop(Guid dictation, DictationsRef dictations)
    {
        dictations.Ref.Tell(new DropDictation(dictation), ActorRefs.NoSender);
        return Results.NoContent();
    }

    private static async Task<Dictation?> AskAsync(DictationsRef dictations, Guid id, CancellationToken cancellation) =>
        await dictations.Ref.Ask<object>(new GetDictation(id), ReplyMax, cancellation) as Dictation;

    private static DictationView ToView(Dictation dictation) => new(
        dictation.Id.ToString("n"),
        dictation.Stage,
        dictation.Failure,
        dictation.SpeaksSince,
        dictation.File is null ? null : dictation.Duration.TotalSeconds,
        DictationsActor.LengthMax.TotalSeconds);
}
