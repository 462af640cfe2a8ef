using CrmUms.Acd;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ivr.Checking;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Operation;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// What the editor of flows needs beyond the rules: what nodes there are, publishing, who walks where.
/// </summary>
internal static class FlowsEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public static void MapFlows(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/api/flows").RequireAuthorization(Policies.Supervision);
        read.MapGet("/node-types", () => FlowNodeCatalog.Types).Produces<IReadOnlyList<FlowNodeType>>();
        read.MapGet("/{id}/live", LiveAsync).Produces<IReadOnlyDictionary<string, int>>();
        var change = app.MapGroup("/api/flows/{id}").RequireAuthorization(Policies.Administration);
        change.MapPost("/publish", PublishAsync).Produces<RulesVersionView>();
        change.MapPost("/test-call", TestCallAsync).Produces(StatusCodes.Status202Accepted);
    }

    private static Task<IReadOnlyDictionary<string, int>> LiveAsync(
        string id, FlowWatchRef watch, CancellationToken cancellation) =>
        watch.Ref.Ask<IReadOnlyDictionary<string, int>>(new GetWalkers(id), ReplyMax, cancellation);

    /// <summary>From now on callers walk what was drawn. One that would lead them nowhere is refused.</summary>
    private static async Task<IResult> PublishAsync(
        string id, AcdRefs acd, IPromptLibrary prompts, RuleChanging changing, HttpContext context)
    {
        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, context.RequestAborted);
        if (rules.Find<FlowRule>(id) is not { } flow)
        {
            return Problems.NotFound();
        }

        var problems = FlowRuleCheck.ProblemsOfDraft(flow, rules, prompts);
        if (!FlowValidator.IsPublishable(problems))
        {
            return Problems.RuleRefused([.. problems.Select(FlowRuleCheck.ToRuleProblem)]);
        }

        var published = flow with { Published = flow.Draft, PublishedVersion = (flow.PublishedVersion ?? 0) + 1 };
        return await changing.RunAsync(
            context, "flow-published", RuleChange.To(published), rules.Version, note: "");
    }

    /// <summary>Calls a number and leads whoever answers through the published flow.</summary>
    private static async Task<IResult> TestCallAsync(
        string id, TestCallRequest request, AcdRefs acd, AcdOptions habits, CancellationToken cancellation)
    {
        var plan = new NumberingPlan(habits.CountryCode, habits.NationalNumberLength);
        if (!PhoneNumber.TryParse(request.Number, plan, out var number))
        {
            return Problems.BadInput("number is a telephone number.");
        }

        var reply = await acd.Interactions.Ask<TestCallReply>(
            new CallIntoFlow(id, number.Value), ReplyMax, cancellation);
        return reply.IsPlaced ? Results.Accepted() : Problems.NotFound();
    }
}
