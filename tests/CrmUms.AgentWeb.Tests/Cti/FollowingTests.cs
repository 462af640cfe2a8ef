using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;
using CrmUms.Storage.Cti;
using CrmUms.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.AgentWeb.Tests.Cti;

/// <summary>Consumers that are killed and come again: no event is lost, order per interaction is kept.</summary>
public sealed class FollowingTests(ServerFixture fixture) : IAsyncLifetime
{
    private const int Calls = 60;
    private const int Deaths = 5;

    private static readonly string[] All =
        ["interaction.arrived", "interaction.queued", "interaction.ended", "interaction.closed"];

    private CrmUmsServer? _server;

    private CrmUmsServer Server => _server ?? throw new InvalidOperationException("The test has not begun.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _server = fixture.StartAnother(
            $"cti_{Guid.NewGuid():n}", ("Cti:WebHooksMayBePrivate", "true"), ("Cti:WebHookPauseMin", "00:00:00.020"),
            ("Cti:WebHookPauseMax", "00:00:00.100"), ("Cti:WebHookAttemptsMax", "20"),
            ("Cti:HeartbeatEvery", "00:00:00.200"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }

    [Fact]
    public async Task A_follower_on_a_WebSocket_that_is_cut_again_and_again_misses_nothing()
    {
        using var system = await OtherSystem.ComesAsync(Server, ["follow"]);
        var (start, taken) = (await system.LatestAsync(), new FollowedEvents());
        var calls = CallsComeAndGoAsync();
        var place = start;
        for (var life = 0; life <= Deaths; life++)
        {
            using var socket = await system.FollowAsync(place);
            for (var frames = 0; frames < 20; frames++)
            {
                if (await OtherSystem.NextAsync(socket) is { } told && told.Text("type") != "beat")
                {
                    taken.Take(told);
                    // It dies between taking the last ones and remembering them.
                    place = frames > 16 ? place : $"{told.GetProperty("sequence").GetInt64()}";
                }
            }

            socket.Abort();
        }

        await calls;
        var feed = await FeedAsync(system, start, Calls);
        using var last = await system.FollowAsync(place);
        while (taken.Count < feed.Count && await OtherSystem.NextAsync(last) is { } told)
        {
            if (told.Text("type") != "beat")
            {
                taken.Take(told);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"WebSocket, {Deaths + 1} cuts: {taken.ShouldBe(feed)}");
    }

    [Fact]
    public async Task A_web_hook_whose_receiver_dies_again_and_again_misses_nothing()
    {
        using var system = await OtherSystem.ComesAsync(Server, ["follow"]);
        await using var receiver = new Receiver();
        await receiver.StartAsync();
        await HookAsync(receiver);
        var start = await system.LatestAsync();
        for (var death = 1; death <= Deaths; death++)
        {
            receiver.DiesOfTheNext = true;
            await CallsComeAndGoAsync(Calls / Deaths); // Some of them while it is dead.
            await UntilAsync(() => receiver.IsDead, "its death");
            await receiver.DisposeAsync();
            await receiver.StartAsync();
        }

        var feed = (await FeedAsync(system, start, Calls)).Where(told => All.Contains(told.Text("type"))).ToList();
        await UntilAsync(() => receiver.Taken.Count >= feed.Count, "all events");

        TestContext.Current.TestOutputHelper!.WriteLine($"Web hook, {Deaths} deaths: {receiver.Taken.ShouldBe(feed)}");
    }

    [Fact]
    public async Task What_is_not_taken_becomes_a_dead_letter_with_all_behind_it_and_is_delivered_again_in_order()
    {
        using var system = await OtherSystem.ComesAsync(Server, ["follow"]);
        await using var receiver = new Receiver();
        await receiver.StartAsync();
        var hook = await HookAsync(receiver);
        var start = await system.LatestAsync();
        string? poisoned = null;
        // Takes nothing of the first caller.
        receiver.Answer = body => body.GetProperty("events").EnumerateArray()
            .Any(told => told.Text("interactionId") == (poisoned ??= told.Text("interactionId"))) ? 500 : 204;

        await CallsComeAndGoAsync(5);
        var feed = (await FeedAsync(system, start, 5)).Where(told => All.Contains(told.Text("type"))).ToList();
        var ofFirst = feed.Count(told => told.Text("interactionId") == poisoned);
        await UntilAsync(() => receiver.Taken.Count >= feed.Count - ofFirst, "all others");
        using var admin = await Server.OpenBrowser().SignInAsync("admin");
        await UntilAsync(
            async () => (await admin.GetJsonAsync($"/api/web-hooks/{hook}/dead-letters"))
                .GetProperty("items").GetArrayLength() == ofFirst,
            "the dead letters");

        receiver.Answer = _ => 204;
        await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post, $"/api/web-hooks/{hook}/dead-letters/redeliver", new { subjectId = poisoned }));

        await UntilAsync(() => receiver.Taken.Count >= feed.Count, "the dead letters, delivered");
        receiver.Taken.ShouldBe(feed);
        await UntilAsync(async () => (await RedeliveredAsync()).Count == ofFirst, "what came of them");
        (await RedeliveredAsync()).ShouldAllBe(sent => sent.Text("failure") == null);

        async Task<List<JsonElement>> RedeliveredAsync() =>
        [
            .. (await admin.GetJsonAsync($"/api/web-hooks/{hook}/dead-letters"))
                .GetProperty("redelivered").EnumerateArray(),
        ];
    }

    [Fact]
    public async Task A_web_hook_whom_nothing_concerned_has_missed_nothing_when_old_events_are_forgotten()
    {
        await using var receiver = new Receiver();
        await receiver.StartAsync();
        var hook = await HookAsync(receiver, "agent.stateChanged");
        await CallsComeAndGoAsync(3);
        using var admin = await Server.OpenBrowser().SignInAsync("admin");
        await UntilAsync(async () => await BehindAsync() > 0, "events that are none of its own");

        await Server.Services.GetRequiredService<PostgresFeed>()
            .PruneAsync(TimeProvider.System.GetUtcNow().AddHours(1), Cancellation);

        await UntilAsync(async () => await BehindAsync() == 0, "it to stand at the end");

        async Task<long> BehindAsync() => (await admin.GetJsonAsync("/api/web-hooks")).GetProperty("items")
            .EnumerateArray().Single(item => item.Text("id") == hook).GetProperty("behind").GetInt64();
    }

    private async Task<string> HookAsync(Receiver receiver, params string[] types)
    {
        using var admin = await Server.OpenBrowser().SignInAsync("admin");
        var saved = await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post,
            "/api/web-hooks",
            new
            {
                name = "CRM", url = receiver.Url, types = types.Length > 0 ? types : All, isEnabled = true,
                newSecret = false,
            }));
        receiver.Secret = saved.Text("secret")!;
        return saved.Text("item", "id")!;
    }

    private async Task CallsComeAndGoAsync(int calls = Calls)
    {
        var legs = Enumerable.Range(0, calls).Select(_ => Server.Pbx.ArriveCall("1001", "anonymous")).ToList();
        await UntilAsync(() => legs.All(leg => Server.Pbx.Hears(leg) != Hearing.Nothing), "all to be taken in");
        legs.ForEach(leg => Server.Pbx.HangUpCaller(leg));
    }

    // When every call is closed nothing more is told.
    private static async Task<List<JsonElement>> FeedAsync(OtherSystem system, string start, int calls)
    {
        List<JsonElement> feed = [];
        await UntilAsync(
            async () =>
            {
                feed = await system.ReadAllAsync(start);
                return feed.Count(told => told.Text("type") == "interaction.closed") == calls;
            },
            "all calls to be closed");
        return feed;
    }

    private static Task UntilAsync(Func<bool> condition, string what) =>
        UntilAsync(() => Task.FromResult(condition()), what);

    private static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        within.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            within.IsCancellationRequested.ShouldBeFalse("waited in vain for " + what);
            await Task.Delay(50, Cancellation);
        }
    }
}
