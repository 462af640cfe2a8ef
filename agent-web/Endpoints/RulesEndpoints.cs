using System.Globalization;
using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Acd;
using CrmUms.Storage.Audit;
using Microsoft.AspNetCore.Mvc;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Everything that administrators set up: read by supervisors too, changed by administrators only.</summary>
internal static class RulesEndpoints
{
    // A flow of a few hundred nodes; nothing else on this wire is as large.
    private const long ItemBytesMax = 1024 * 1024;
    private const int NoteMax = 500;
    private const string FlowKey = "flow";
    private const int LimitDefault = 50;
    private const int LimitMax = 200;

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public static void MapRules(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/api/rules").RequireAuthorization(Policies.Supervision);
        read.MapGet("", GetAllAsync).Produces<RulesView>();
        read.MapGet("/{kind}", GetKindAsync).Produces<RulesOfKindView>();
        read.MapGet("/changes", GetChangesAsync).Produces<RuleChangesPageView>();
        var change = app.MapGroup("/api/rules/{kind}/{id}")
            .RequireAuthorization(Policies.Administration)
            .WithMetadata(new RequestSizeLimitAttribute(ItemBytesMax));
        change.MapPut("", PutAsync).Produces<RulesVersionView>();
        change.MapDelete("", RemoveAsync).Produces<RulesVersionView>();
        change.MapPost("/check", CheckAsync).Produces<RuleProblemsView>();
        change.MapPost("/restore", RestoreAsync).Produces<RulesVersionView>();
    }

    private static async Task<RulesView> GetAllAsync(AcdRefs acd, CancellationToken cancellation)
    {
        var rules = await RulesAsync(acd, cancellation);
        return new RulesView(
            rules.Version,
            RuleCatalog.Kinds.ToDictionary(
                kind => kind.Key, IReadOnlyList<JsonElement> (kind) => [.. rules.Written(kind)]));
    }

    private static async Task<IResult> GetKindAsync(string kind, AcdRefs acd, CancellationToken cancellation)
    {
        if (RuleCatalog.Find(kind) is not { } known)
        {
            return Problems.NotFound();
        }

        var rules = await RulesAsync(acd, cancellation);
        return Results.Ok(new RulesOfKindView(rules.Version, [.. rules.Written(known)]));
    }

    private static async Task<IResult> GetChangesAsync(
        PostgresRuleHistory history,
        CancellationToken cancellation,
        string? kind = null,
        string? id = null,
        long? before = null,
        int limit = LimitDefault)
    {
        if (limit is < 1 or > LimitMax)
        {
            return Problems.BadInput($"limit is 1 to {LimitMax}.");
        }

        var changes = await history.ListAsync(kind, id, before, limit, cancellation);
        long? next = changes.Count == limit ? changes[^1].Version : null;
        return Results.Ok(new RuleChangesPageView([.. changes.Select(ToView)], next));
    }

    private static Task<IResult> PutAsync(
        string kind, string id, JsonElement item, RuleChanging changing, HttpContext context, string? note = null) =>
        ChangeAsync(
            context,
            note,
            expected => changing.RunAsync(
                context, "rule-changed", new RuleChange(kind, id, item), expected, note ?? ""));

    private static Task<IResult> RemoveAsync(
        string kind, string id, RuleChanging changing, HttpContext context, string? note = null) =>
        ChangeAsync(
            context,
            note,
            expected => changing.RunAsync(
                context, "rule-removed", new RuleChange(kind, id, Content: null), expected, note ?? ""));

    private static async Task<IResult> CheckAsync(
        string kind,
        string id,
        JsonElement item,
        AcdRefs acd,
        IPromptLibrary prompts,
        CancellationToken cancellation)
    {
        var reply = await acd.Rules.Ask<RulesReply>(new CheckRule(kind, id, item), ReplyMax, cancellation);
        if (reply is RulesReply.Refused refused)
        {
            return Results.Ok(new RuleProblemsView(refused.Problems));
        }

        if (kind != FlowKey || !item.TryGetProperty("draft", out var draft))
        {
            return Results.Ok(new RuleProblemsView([]));
        }

        // A draft may be saved as it is; the editor shows what keeps it from being published.
        var rules = await RulesAsync(acd, cancellation);
        var problems = FlowRuleCheck.ProblemsOfDraft(new FlowRule { Id = id, Draft = draft }, rules, prompts);
        return Results.Ok(new RuleProblemsView([.. problems.Select(FlowRuleCheck.ToRuleProblem)]));
    }

    private static Task<IResult> RestoreAsync(
        string kind,
        string id,
        RestoreRequest request,
        RuleChanging changing,
        PostgresRuleHistory history,
        HttpContext context) =>
        ChangeAsync(context, note: null, async expected =>
        {
            if (await history.FindAsync(kind, id, request.Version, context.RequestAborted) is not { } former)
            {
                return Problems.NotFound();
            }

            var note = string.Create(CultureInfo.InvariantCulture, $"↺ {request.Version}");
            var change = new RuleChange(kind, id, former.Content);
            return await changing.RunAsync(context, "rule-restored", change, expected, note);
        });

    private static async Task<IResult> ChangeAsync(
        HttpContext context, string? note, Func<long?, Task<IResult>> change)
    {
        if (note is { Length: > NoteMax })
        {
            return Problems.BadInput($"note has at most {NoteMax} characters.");
        }

        var header = context.Request.Headers.IfMatch.ToString().Trim('"');
        if (header.Length == 0)
        {
            return await change(null);
        }

        return long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? await change(version)
            : Problems.BadInput("If-Match is the version of the rules in quotes.");
    }

    private static Task<CentreRules> RulesAsync(AcdRefs acd, CancellationToken cancellation) =>
        acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);

    private static RuleChangeView ToView(RuleChangeEntry entry) => new(
        entry.Version,
        entry.Kind,
        entry.Id,
        entry.At,
        entry.Author,
        entry.AuthorName,
        entry.Note,
        entry.Before,
        entry.After);
}

/// <summary>Carries a change of the rules out, writes it down, and says how it ended.</summary>
internal sealed class RuleChanging(AcdRefs acd, PostgresAuditLog audit, ILogger<RuleChanging> log)
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public async Task<IResult> RunAsync(
        HttpContext context, string action, RuleChange change, long? expectedVersion, string note)
    {
        var author = context.User.AgentId();
        var cancellation = context.RequestAborted;
        var reply = await acd.Rules.Ask<RulesReply>(
            new ChangeRules([change], expectedVersion, author.ToString(), note), ReplyMax, cancellation);
        switch (reply)
        {
            case RulesReply.Accepted accepted:
                await audit.WriteAsync(author.Value, action, $"{change.Kind}/{change.Id}", cancellation);
                log.RuleChanged(author.Value, action, change.Kind, accepted.Version);
                return Results.Ok(new RulesVersionView(accepted.Version));
            case RulesReply.Refused refused:
                return Problems.RuleRefused(refused.Problems);
            case RulesReply.Conflict conflict:
                return Problems.RulesChanged(conflict.Version);
            default:
                throw new NotSupportedException(reply.ToString());
        }
    }
}
