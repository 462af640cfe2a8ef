using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// Whom an agent can call, and bring a call to, as they are now. A page that shows them is told by its hub.
/// </summary>
internal static class DirectoryEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    public static void MapDirectory(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/directory", GetAsync).RequireAuthorization(Policies.History).Produces<DirectoryView>();

    private static Task<DirectoryView> GetAsync(FloorRef floor, CancellationToken cancellation) =>
        floor.Ref.Ask<DirectoryView>(new GetDirectory(), ReplyMax, cancellation);
}
