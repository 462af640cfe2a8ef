using Microsoft.AspNetCore.Http.Connections;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>Where the hubs are, and how long a connection to them lasts.</summary>
internal static class HubRoutes
{
    public static void MapHubs(this IEndpointRouteBuilder app)
    {
        app.MapHub<DeskHub>(DeskHub.Path, EndWithSession);
        app.MapHub<FloorHub>(FloorHub.Path, EndWithSession);
        app.MapHub<WorkHub>(WorkHub.Path, EndWithSession);

        // A page whose session goes on comes again with its present cookie; any other is shown nothing more.
        static void EndWithSession(HttpConnectionDispatcherOptions options) =>
            options.CloseOnAuthenticationExpiration = true;
    }
}
