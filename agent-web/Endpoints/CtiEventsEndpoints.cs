using System.Globalization;
using CrmUms.Acd.Feed;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Cti;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Cti;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What happens, for other systems: by pages, or as it comes.</summary>
internal static class CtiEventsEndpoints
{
    public const string Root = "/api/cti";

    private const string Now = "now";
    private const int LimitDefault = 100;
    private const int LimitMax = 500;
    private const int WaitSecondsMax = 25;

    public static void MapCtiEvents(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Root + "/events")
            .RequireAuthorization(Policies.CtiFollow)
            .RequireRateLimiting(CtiLimits.PerKey);
        group.MapGet("", ListAsync).Produces<CtiEventsView>();
        group.MapGet("/ws", FollowAsync);
    }

    private static async Task<IResult> ListAsync(
        string? after, string? types, int? limit, int? waitSeconds, FeedReader feed, CancellationToken cancellation)
    {
        if (limit is < 1 or > LimitMax)
        {
            return Problems.BadInput($"limit is 1 to {LimitMax}.");
        }

        if (waitSeconds is < 0 or > WaitSecondsMax)
        {
            return Problems.BadInput($"waitSeconds is 0 to {WaitSecondsMax}.");
        }

        if (!TryReadTypes(types, out var wanted))
        {
            return Problems.BadInput("types names an event that there is not.");
        }

        if (await PlaceAsync(after, feed, cancellation) is not { } place)
        {
            return Problems.BadInput("after is a sequence, or now.");
        }

        var wait = TimeSpan.FromSeconds(waitSeconds ?? 0);
        var page = await feed.NextAsync(place, wanted, limit ?? LimitDefault, wait, cancellation);
        return page.IsGone
            ? Problems.EventsGone(page.State.PrunedThrough)
            : Results.Text(JsonOf(page), "application/json");
    }

    private static async Task FollowAsync(
        string? after,
        string? types,
        HttpContext context,
        FeedReader feed,
        EventSocket socket,
        CtiSockets sockets)
    {
        var cancellation = context.RequestAborted;
        var key = context.User.ApiKeyId();
        if (!context.WebSockets.IsWebSocketRequest || !TryReadTypes(types, out var wanted)
            || await PlaceAsync(after, feed, cancellation) is not { } place)
        {
            await Problems.BadInput("A WebSocket with after (a sequence, or now) and types.").ExecuteAsync(context);
            return;
        }

        if (await feed.GetStateAsync(cancellation) is var state && place < state.PrunedThrough)
        {
            await Problems.EventsGone(state.PrunedThrough).ExecuteAsync(context);
            return;
        }

        using var lease = sockets.TryOpen(key);
        if (!lease.IsAcquired)
        {
            await Problems.TooManyRequests(TimeSpan.FromSeconds(10)).ExecuteAsync(context);
            return;
        }

        using var opened = await context.WebSockets.AcceptWebSocketAsync();
        await socket.RunAsync(opened, key, place, wanted, cancellation);
    }

    /// <summary>Without a place: all that is kept.</summary>
    private static async Task<long?> PlaceAsync(string? after, FeedReader feed, CancellationToken cancellation)
    {
        if (after is null or Now)
        {
            var state = await feed.GetStateAsync(cancellation);
            return after is null ? state.PrunedThrough : state.Latest;
        }

        return long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
    }

    private static bool TryReadTypes(string? types, out IReadOnlyList<string>? wanted)
    {
        wanted = types?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return wanted is null || wanted.All(FeedTypes.All.Contains);
    }

    // Events stand in the database as they are sent.
    private static string JsonOf(FeedPage page)
    {
        var events = string.Join(',', page.Rows.Select(row => row.Body));
        var (last, oldest) = (page.Reached, page.State.PrunedThrough);
        return string.Create(
            CultureInfo.InvariantCulture, $$"""{"events":[{{events}}],"last":{{last}},"oldest":{{oldest}}}""");
    }
}
