using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
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

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/desk");
        // Whoever reads the history needs the names of its topics.
        group.MapGet("/options", GetOptionsAsync).RequireAuthorization(Policies.History);
        group.MapPost("/phone", ProvisionPhoneAsync).RequireAuthorization(Policies.Agent);
    }

    private static async Task<DeskOptionsView> GetOptionsAsync(ITopicStore topics, CancellationToken cancellation)
    {
        var tree = await topics.ListAsync(cancellation);
        return new DeskOptionsView(NotReadyReasons.Choosable, CaseResults.Codes, [.. tree.Select(ToView)], NoteMax);
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
