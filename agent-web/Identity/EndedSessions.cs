using System.Collections.Frozen;
using CrmUms.Storage.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrmUms.AgentWeb.Identity;

/// <summary>
/// Which sessions are not taken any more: those of people who left, or whose role or password has changed since. Known
/// in memory, as it is asked with every request.
/// </summary>
internal sealed class EndedSessions(PostgresEmployeeStore employees)
{
    private FrozenDictionary<Guid, DateTimeOffset> _from = FrozenDictionary<Guid, DateTimeOffset>.Empty;

    public async Task RefreshAsync(CancellationToken cancellation) =>
        _from = (await employees.ListSessionsFromAsync(cancellation)).ToFrozenDictionary();

    /// <summary>Sessions that began before this are over; null: none are.</summary>
    public DateTimeOffset? From(Guid employee) => _from.TryGetValue(employee, out var from) ? from : null;

    public static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var ended = context.HttpContext.RequestServices.GetRequiredService<EndedSessions>();
        if (context.Principal is { } user
            && ended.From(user.AgentId().Value) is { } from
            && !(user.SessionBegan() >= from))
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
