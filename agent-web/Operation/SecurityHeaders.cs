using CrmUms.CtiGateway;

namespace CrmUms.AgentWeb.Operation;

/// <summary>What every answer tells the browser about itself.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = new Lazy<string>(() => PolicyFor(app.Services.GetRequiredService<AsteriskOptions>(), "'none'"));
        var embedded = new Lazy<string>(() => PolicyFor(
            app.Services.GetRequiredService<AsteriskOptions>(),
            EmbedOrigins.Of(app.Services.GetRequiredService<CtiOptions>()) is { Count: > 0 } origins
                ? string.Join(' ', origins)
                : "'none'"));
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            var isSoftphone = context.Request.Path == EmbedOrigins.SoftphonePage;
            headers.ContentSecurityPolicy = isSoftphone ? embedded.Value : policy.Value;
            headers.XContentTypeOptions = "nosniff";
            if (!isSoftphone)
            {
                headers.XFrameOptions = "DENY"; // It knows no list of origins; the policy above does.
            }

            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return next();
        });
    }

    // The page talks to us and, for SIP, to the PBX; audio is played from memory. Styles are written by its UI kit.
    private static string PolicyFor(AsteriskOptions asterisk, string ancestors) => string.Join(
        "; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "media-src 'self' blob: mediastream:",
        "worker-src 'self' blob:",
        "connect-src 'self' " + OriginOf(asterisk.WebSocketUrl),
        "frame-ancestors " + ancestors,
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'");

    private static string OriginOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : "";
}
