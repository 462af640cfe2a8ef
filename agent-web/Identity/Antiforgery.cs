using CrmUms.AgentWeb.Endpoints;
using CrmUms.AgentWeb.Errors;
using Microsoft.AspNetCore.Antiforgery;

namespace CrmUms.AgentWeb.Identity;

/// <summary>
/// No request that changes something is taken without the token of our own page. It stands before all endpoints, so
/// that a new one is protected without saying so.
/// </summary>
internal static class Antiforgery
{
    public const string Header = "X-XSRF-TOKEN";

    public static void AddPageTokens(this IServiceCollection services, bool isEmbedded) =>
        services.AddAntiforgery(options =>
        {
            options.HeaderName = Header;
            options.FormFieldName = "unused";
            options.Cookie = new PageCookie(isEmbedded)
            {
                Name = "crmums-xsrf",
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                SecurePolicy = CookieSecurePolicy.SameAsRequest,
            };
        });

    public static void UsePageTokens(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/hubs"))
        {
            // A browser always names the page's origin here, and cannot add a header to a WebSocket.
            if (IsForeign(request))
            {
                await Problems.AntiforgeryMissing().ExecuteAsync(context);
                return;
            }
        }
        else if (!IsReading(request.Method)
            && !request.Path.StartsWithSegments(AssistantEndpoints.Root) // No session that could be abused.
            && !request.Path.StartsWithSegments(CtiEventsEndpoints.Root) // Keys, which no browser sends by itself.
            && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await Problems.AntiforgeryMissing().ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && (!Uri.TryCreate(origin, UriKind.Absolute, out var address) || address.Authority != request.Host.Value);
}
