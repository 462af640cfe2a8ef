using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>How somebody likes his screens; everybody's own.</summary>
internal static class PreferencesEndpoints
{
    private const int NameMax = 40;
    private const int ContentMax = 16 * 1024;

    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/preferences/{name}", GetAsync).Produces<PreferenceView>();
        app.MapPut("/api/preferences/{name}", KeepAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(
        string name, HttpContext context, PostgresPreferences preferences, CancellationToken cancellation) =>
        IsName(name)
            ? Results.Ok(new PreferenceView(
                await preferences.FindAsync(context.User.AgentId().Value, name, cancellation)))
            : Problems.NotFound();

    private static async Task<IResult> KeepAsync(
        string name,
        PreferenceRequest request,
        HttpContext context,
        PostgresPreferences preferences,
        CancellationToken cancellation)
    {
        if (!IsName(name))
        {
            return Problems.NotFound();
        }

        if (request.Content.ValueKind == System.Text.Json.JsonValueKind.Undefined
            || request.Content.GetRawText().Length > ContentMax)
        {
            return Problems.BadInput($"content has at most {ContentMax} characters.");
        }

        await preferences.KeepAsync(context.User.AgentId().Value, name, request.Content, cancellation);
        return Results.NoContent();
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= NameMax && name.All(letter => char.IsAsciiLetterLower(letter) || letter == '-');
}
