namespace CrmUms.AgentWeb.Identity;

/// <summary>
/// A cookie of our page. Where pages of others may show our softphone it must reach us from within them: then it is
/// sent from other sites too, over https, and kept apart for each site in which we are shown. What guards requests is
/// not the cookie but the page's token and the origin (<see cref="Antiforgery"/>).
/// </summary>
internal sealed class PageCookie(bool isEmbedded) : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        // Without https browsers take no such cookie; the demo's pages are of one site, whatever their ports.
        if (isEmbedded && context.Request.IsHttps)
        {
            cookie.SameSite = SameSiteMode.None;
            cookie.Secure = true;
            cookie.Extensions.Add("Partitioned");
        }

        return cookie;
    }
}
