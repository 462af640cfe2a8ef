using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.Ports;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>A client's card.</summary>
internal static class ClientsEndpoints
{
    private const int HistoryMax = 20;
    private const int CasesMax = 20;

    public static void MapClients(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/clients/{id}", FindAsync).RequireAuthorization(Policies.History).Produces<ClientCardView>();

    private static async Task<IResult> FindAsync(
        string id,
        IClientStore clients,
        IHistoryStore history,
        ICaseStore cases,
        CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "n", out var guid)
            || await clients.FindAsync(new ClientId(guid), cancellation) is not { } client)
        {
            return Problems.NotFound();
        }

        var calls = await history.ListByClientAsync(client.Id, HistoryMax, cancellation);
        var cards = await cases.ListByClientAsync(client.Id, CasesMax, cancellation);
        return Results.Ok(client.ToView(calls, cards));
    }
}
