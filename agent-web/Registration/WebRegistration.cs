using System.Text.Json;
using System.Text.Json.Serialization;
using CrmUms.AgentWeb.Cti;
using CrmUms.AgentWeb.Hubs;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Operation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Registration;

/// <summary>What the rim needs: wire formats, sessions, the hub, the page.</summary>
internal static class WebRegistration
{
    // A note of 4,000 characters fits several times; nothing on this wire is larger.
    private const long HubMessageBytesMax = 32 * 1024;
    private const long RequestBytesMax = 64 * 1024;

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(options => UseWireFormat(options.SerializerOptions));
        services.AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = HubMessageBytesMax;
                options.KeepAliveInterval = TimeSpan.FromSeconds(5);
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
                // A page may ask for its desk while a command is still on its way through the PBX.
                options.MaximumParallelInvocationsPerClient = 8;
                options.AddFilter<HubFailures>();
            })
            .AddJsonProtocol(options => UseWireFormat(options.PayloadSerializerOptions));
        services.AddOpenApi();
        services.AddPage();
        services.AddSessions(builder.Configuration.Web(), builder.Configuration.IsEmbedded());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBytesMax;
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(builder.Configuration.Web().Urls);
        }

        // A reverse proxy on this machine says who really asks, and over which scheme.
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    public static void UseWireFormat(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static void AddSessions(this IServiceCollection services, WebOptions web, bool isEmbedded)
    {
        // Keys on disk: a session survives a restart of the server.
        services.AddDataProtection()
            .SetApplicationName("CrmUms")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.GetFullPath(Path.Combine(web.DataFolder, "keys"))));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie = new PageCookie(isEmbedded)
            {
                Name = "crmums-session",
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                SecurePolicy = CookieSecurePolicy.SameAsRequest,
            };
            options.ExpireTimeSpan = web.SessionFor;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = EndedSessions.ValidateAsync;
            options.Events.OnRedirectToLogin = context => AnswerStatus(context.Response, 401);
            options.Events.OnRedirectToAccessDenied = context => AnswerStatus(context.Response, 403);
        }).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyScheme.Name, configureOptions: null);
        services.AddPolicies();
        services.AddPageTokens(isEmbedded);
    }

    private static Task AnswerStatus(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
