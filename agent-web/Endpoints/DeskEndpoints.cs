using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.Ports;
using CrmUms.CrmCore.Topics;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What a desk's page fetches at load; all else goes by the hub.</summary>
internal static class DeskEndpoints
{
    private const int NoteMax = 4_000;

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/desk");
        // Everybody needs the names of topics: agents, whoever reads the history, whoever sets priorities.
        group.MapGet("/options", GetOptionsAsync);
        group.MapPost("/phone", ProvisionPhoneAsync).RequireAuthorization(Policies.Desk);
    }

    private static async Task<DeskOptionsView> GetOptionsAsync(
        AcdRefs acd, ITopicStore topics, CancellationToken cancellation)
    {
        var tree = await topics.ListAsync(cancellation);
        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var reasons = rules.ToReasonViews();
        return new DeskOptionsView(
            [.. reasons.Where(reason => reason.Choosable).Select(reason => reason.Code)],
            reasons,
            CaseResults.Codes,
            [.. tree.Select(ToView)],
            NoteMax);
    }

    private static TopicView ToView(Topic topic) => new(
        topic.Id, topic.ParentId, new Contracts.TopicNames(topic.Names.Ru, topic.Names.Uz, topic.Names.En));

    private static async Task<PhoneView> ProvisionPhoneAsync(
        HttpContext context, IAgentPhones phones, CancellationToken cancellation)
    {
        var phone = await phones.ProvisionAsync(context.User.AgentId(), cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return new PhoneView(phone.SipUri, phone.UserName, phone.Secret, phone.WebSocketUrl, []);
    }
}
