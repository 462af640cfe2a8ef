using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What the figures mean, and an agent's own.</summary>
internal static class FiguresEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    public static void MapFigures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/figures/definitions", () => new FigureDefinitionsView(FigureCatalog.All))
            .Produces<FigureDefinitionsView>();
        app.MapGet("/api/figures/own", GetOwnAsync)
            .RequireAuthorization(Policies.Desk).Produces<AgentFiguresView>();
    }

    private static async Task<AgentFiguresView> GetOwnAsync(
        AcdRefs acd, HttpContext context, CancellationToken cancellation)
    {
        var agent = context.User.AgentId();
        var figures = acd.Figures.Ask<DayFigures>(new GetFigures(), ReplyMax, cancellation);
        var view = acd.Agents.Ask<AgentView>(new GetAgentView(agent), ReplyMax, cancellation);
        return (await figures).Of(agent).ToView((await view).Work);
    }
}
