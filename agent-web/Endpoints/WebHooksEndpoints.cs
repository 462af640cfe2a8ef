using CrmUms.Acd.Feed;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Cti;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.CtiGateway.WebHooks;
using CrmUms.Storage.Audit;
using CrmUms.Storage.Cti;
using HookLetter = CrmUms.Storage.Cti.DeadLetter; // Actors have dead letters too.

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Web hooks, and what they did not take.</summary>
internal static class WebHooksEndpoints
{
    private const int NameMax = 100;
    private const int UrlMax = 500;
    private const int LettersMax = 200;

    public static void MapWebHooks(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/web-hooks").RequireAuthorization(Policies.Administration);
        group.MapGet("", ListAsync);
        group.MapPost("", AddAsync).Produces<SavedWebHookView>();
        group.MapPut("/{id}", ChangeAsync).Produces<SavedWebHookView>();
        group.MapDelete("/{id}", RemoveAsync).Produces(StatusCodes.Status204NoContent);
        group.MapPost("/{id}/test", TestAsync).Produces<WebHookTestView>();
        group.MapGet("/{id}/dead-letters", ListLettersAsync).Produces<DeadLettersView>();
        group.MapPost("/{id}/dead-letters/redeliver", RedeliverAsync).Produces<DeadLettersCountView>();
        group.MapPost("/{id}/dead-letters/drop", DropAsync).Produces<DeadLettersCountView>();
    }

    private static async Task<WebHooksView> ListAsync(
        PostgresWebHooks hooks, PostgresFeed feed, CancellationToken cancellation)
    {
        var latest = (await feed.GetStateAsync(cancellation)).Latest;
        return new WebHooksView(
            [.. (await hooks.ListAsync(cancellation)).Select(hook => ToView(hook, latest))], FeedTypes.All);
    }

    private static async Task<IResult> AddAsync(
        WebHookRequest request,
        HttpContext context,
        WebHooksWork work,
        PostgresWebHooks hooks,
        TimeProvider time)
    {
        if (work.ProblemOf(request) is { } problem)
        {
            return problem;
        }

        var id = Guid.CreateVersion7(time.GetUtcNow());
        var secret = WebHookSecrets.Make();
        await work.WriteDownAsync(context, "web-hook-added", id);
        await hooks.AddAsync(work.Read(request, new WebHook { WebHookId = id }, secret), context.RequestAborted);
        return await work.SavedAsync(context, id, secret);
    }

    private static async Task<IResult> ChangeAsync(
        string id, WebHookRequest request, HttpContext context, WebHooksWork work, PostgresWebHooks hooks)
    {
        if (await work.FindAsync(id, context.RequestAborted) is not { } hook)
        {
            return Problems.NotFound();
        }

        if (work.ProblemOf(request) is { } problem)
        {
            return problem;
        }

        var secret = request.NewSecret ? WebHookSecrets.Make() : null;
        await work.WriteDownAsync(context, "web-hook-changed", hook.WebHookId);
        await hooks.UpdateAsync(work.Read(request, hook, secret), context.RequestAborted);
        return await work.SavedAsync(context, hook.WebHookId, secret);
    }

    private static async Task<IResult> RemoveAsync(
        string id, HttpContext context, WebHooksWork work, PostgresWebHooks hooks)
    {
        if (await work.FindAsync(id, context.RequestAborted) is not { } hook)
        {
            return Problems.NotFound();
        }

        await work.WriteDownAsync(context, "web-hook-removed", hook.WebHookId);
        await hooks.RemoveAsync(hook.WebHookId, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> TestAsync(
        string id, HttpContext context, WebHooksWork work, WebHookSender sender, WebHookSecrets secrets)
    {
        if (await work.FindAsync(id, context.RequestAborted) is not { } hook)
        {
            return Problems.NotFound();
        }

        await work.WriteDownAsync(context, "web-hook-tested", hook.WebHookId);
        var body = WebHookBody.Of(hook.WebHookId, []);
        return Results.Ok(new WebHookTestView(secrets.Open(hook.SealedSecret) is { } secret
            ? await sender.SendAsync(hook.Url, secret, body, context.RequestAborted)
            : WebHookSecrets.Unreadable));
    }

    private static async Task<IResult> ListLettersAsync(
        string id,
        WebHooksWork work,
        PostgresDeliveries deliveries,
        DeadLetterNews news,
        CancellationToken cancellation)
    {
        if (await work.FindAsync(id, cancellation) is not { } hook)
        {
            return Problems.NotFound();
        }

        var letters = await deliveries.ListLettersAsync(hook.WebHookId, LettersMax, cancellation);
        var tale = news.Of(hook.WebHookId);
        return Results.Ok(new DeadLettersView(
            [.. letters.Select(ToView)],
            [.. tale.Outcomes.Select(ToView)],
            tale.WithoutPlace,
            tale.LastWithoutPlaceAt));
    }

    private static DeadLetterView ToView(HookLetter letter) => new(
        letter.Sequence,
        letter.SubjectId.ToString("n"),
        letter.Type,
        letter.Failure,
        letter.FailedAt,
        letter.IsWantedAgain);

    private static RedeliveryView ToView(Redelivery sent) => new(
        sent.Letter.Sequence, sent.Letter.SubjectId.ToString("n"), sent.Letter.Type, sent.Failure, sent.At);

    private static Task<IResult> RedeliverAsync(
        string id,
        DeadLettersRequest request,
        HttpContext context,
        WebHooksWork work,
        PostgresDeliveries deliveries) =>
        work.WithLettersAsync(context, id, request, "dead-letters-redelivered", deliveries.WantAgainAsync);

    private static Task<IResult> DropAsync(
        string id,
        DeadLettersRequest request,
        HttpContext context,
        WebHooksWork work,
        PostgresDeliveries deliveries) =>
        work.WithLettersAsync(context, id, request, "dead-letters-dropped", deliveries.DropAsync);

    internal static WebHookView ToView(WebHook hook, long latest) => new(
        hook.WebHookId.ToString("n"),
        hook.Name,
        hook.Url,
        hook.Types,
        hook.IsEnabled,
        hook.CreatedAt,
        hook.Position,
        Math.Max(0, latest - hook.Position),
        hook.Attempts,
        hook.DueAt,
        hook.Failure,
        hook.DeliveredAt,
        hook.DeadLetters);

    /// <summary>What those above share.</summary>
    internal sealed class WebHooksWork(
        PostgresWebHooks hooks,
        PostgresFeed feed,
        PostgresAuditLog audit,
        WebHookSender sender,
        WebHookSecrets secrets,
        ILogger<WebHooksWork> log)
    {
        public IResult? ProblemOf(WebHookRequest request) =>
            request.Name?.Trim() is not { Length: > 0 and <= NameMax }
                ? Problems.BadInput($"name has 1 to {NameMax} characters.")
            : request.Types is not { Count: > 0 } types || !types.All(FeedTypes.All.Contains)
                ? Problems.BadInput("types names events, and only such as there are.")
            : request.Url is not { Length: > 0 and <= UrlMax } url || !sender.IsAllowed(url)
                ? Problems.AddressNotAllowed()
            : null;

        public WebHook Read(WebHookRequest request, WebHook former, string? secret) => former with
        {
            Name = request.Name!.Trim(),
            Url = request.Url!,
            Types = [.. request.Types!.Distinct()],
            IsEnabled = request.IsEnabled,
            SealedSecret = secret is null ? former.SealedSecret : secrets.Seal(secret),
        };

        public async Task<WebHook?> FindAsync(string id, CancellationToken cancellation) =>
            Guid.TryParseExact(id, "n", out var hook) ? await hooks.FindAsync(hook, cancellation) : null;

        public async Task WriteDownAsync(HttpContext context, string action, Guid hook)
        {
            var by = context.User.AgentId().Value;
            await audit.WriteAsync(by, action, hook.ToString("n"), context.RequestAborted);
            log.OtherSystemChanged(by, action, hook.ToString("n"));
        }

        public async Task<IResult> SavedAsync(HttpContext context, Guid id, string? secret)
        {
            var latest = (await feed.GetStateAsync(context.RequestAborted)).Latest;
            context.Response.Headers.CacheControl = "no-store";
            return await hooks.FindAsync(id, context.RequestAborted) is { } hook
                ? Results.Ok(new SavedWebHookView(ToView(hook, latest), secret))
                : Problems.NotFound();
        }

        public async Task<IResult> WithLettersAsync(
            HttpContext context,
            string id,
            DeadLettersRequest request,
            string action,
            Func<Guid, Guid?, CancellationToken, Task<int>> act)
        {
            if (await FindAsync(id, context.RequestAborted) is not { } hook)
            {
                return Problems.NotFound();
            }

            Guid? subject = null;
            if (request.SubjectId is { } text)
            {
                if (!Guid.TryParseExact(text, "n", out var one))
                {
                    return Problems.BadInput("subjectId is 32 hexadecimal digits.");
                }

                subject = one;
            }

            await WriteDownAsync(context, action, hook.WebHookId);
            return Results.Ok(new DeadLettersCountView(await act(hook.WebHookId, subject, context.RequestAborted)));
        }
    }
}
