using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using CrmUms.AgentWeb.Tests.Hosting;
using Microsoft.AspNetCore.SignalR.Client;

namespace CrmUms.AgentWeb.Tests.Floor;

/// <summary>An agent's list of work over its hub: who waits in the queues that he serves, and nobody else.</summary>
[Collection(ServerFixture.SharedQueues)]
public sealed class WorkHubTests(ServerFixture fixture)
{
    private static readonly TimeSpan EventMax = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_agent_is_told_who_waits_in_his_queues_and_of_no_others()
    {
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var (browser, agent) = await AgentAsync();
        await ServesAsync(supervisor, agent, ["express"]);
        await using var work = await browser.ConnectAsync("/hubs/work");
        var changes = Channel.CreateUnbounded<JsonElement>();
        work.On<JsonElement>("WorkChange", change => changes.Writer.TryWrite(change));
        var snapshot = await SnapshotAsync(work);

        var another = fixture.Server.Pbx.ArriveCall("1000", "+998900001000"); // Support: not his.
        var his = fixture.Server.Pbx.ArriveCall("1001", "+998900001001");
        var first = await changes.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(EventMax, TestContext.Current.CancellationToken);

        snapshot.GetProperty("queues").EnumerateArray().Select(queue => queue.Text("id")).ShouldBe(["express"]);
        first.GetProperty("sequence").GetInt64().ShouldBe(snapshot.GetProperty("sequence").GetInt64() + 1);
        first.GetProperty("callers").EnumerateArray().Select(caller => caller.Text("queueId")).Distinct()
            .ShouldBe(["express"]);
        (await SnapshotAsync(work)).GetProperty("callers").EnumerateArray()
            .ShouldAllBe(caller => caller.Text("queueId") == "express");
        fixture.Server.Pbx.HangUpCaller(another);
        fixture.Server.Pbx.HangUpCaller(his);
        browser.Dispose();
    }

    [Fact]
    public async Task An_agent_whose_queues_change_is_let_go_and_sees_the_others_when_he_comes_again()
    {
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var (browser, agent) = await AgentAsync();
        await ServesAsync(supervisor, agent, ["express"]);
        await using var work = await browser.ConnectAsync("/hubs/work");
        var closed = new TaskCompletionSource();
        work.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await SnapshotAsync(work);

        await ServesAsync(supervisor, agent, ["support"], former: ["express"]);

        await closed.Task.WaitAsync(EventMax, TestContext.Current.CancellationToken);
        await using var again = await browser.ConnectAsync("/hubs/work");
        (await SnapshotAsync(again)).GetProperty("queues").EnumerateArray().Select(queue => queue.Text("id"))
            .ShouldBe(["support"]);
        browser.Dispose();
    }

    [Theory]
    [InlineData("supervisor")]
    [InlineData("admin")]
    public async Task Nobody_but_agents_has_one(string login)
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(login);

        await Should.ThrowAsync<Exception>(() => browser.ConnectAsync("/hubs/work"));
        (await browser.SendAsync(HttpMethod.Post, "/hubs/work/negotiate?negotiateVersion=1", null)).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_cannot_be_taken_is_refused_in_words()
    {
        var (browser, _) = await AgentAsync();
        await using var desk = await browser.OpenDeskAsync();

        (await desk.CommandAsync("Pick", Guid.NewGuid().ToString("n"))).Text("refusal").ShouldBe("notReady");
        (await desk.CommandAsync("Pick", "nonsense")).Text("refusal").ShouldBe("badInput");
        browser.Dispose();
    }

    private async Task<(Browser Browser, string Agent)> AgentAsync()
    {
        var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        return (browser, (await browser.GetJsonAsync("/api/session")).Text("employeeId")!);
    }

    private static async Task ServesAsync(
        Browser supervisor, string agent, string[] queues, params string[] former)
    {
        var orders = queues.ToDictionary(queue => queue, _ => 1);
        foreach (var queue in former)
        {
            orders[queue] = 0;
        }

        (await supervisor.SendAsync(
            HttpMethod.Post,
            "/api/floor/agents/work",
            new { agents = new[] { agent }, skills = new { support = 5 }, queues = orders })).EnsureSuccessStatusCode();
    }

    private static Task<JsonElement> SnapshotAsync(HubConnection work) =>
        work.InvokeAsync<JsonElement>("GetWork", TestContext.Current.CancellationToken);
}
