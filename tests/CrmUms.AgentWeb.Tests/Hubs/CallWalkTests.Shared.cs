using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Hubs;

// Calls that agents make, hand on and share.
public sealed partial class CallWalkTests
{
    private const string Outside = "+998711234567";

    [Fact]
    public async Task A_call_of_an_agents_own_is_handed_to_a_colleague_with_his_note_and_stands_in_the_history()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var other = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        await using var colleague = await OpenReadyDeskAsync(other);
        var colleagueId = colleague.Snapshot.Text("agent", "agentId")!;

        await desk.AcceptedAsync("Dial", "90 123 45 67");
        var call = (await desk.WaitForStageAsync("connected")).GetProperty("call");
        (call.Text("kind"), call.Text("queueId"), call.Text("number", "shown")).ShouldBe(("outbound", "", Caller));
        var id = call.Text("interactionId")!;

        await desk.AcceptedAsync("Transfer", id, new { kind = "agent", id = colleagueId }, "Ждёт перевыпуска");
        var offer = (await colleague.WaitForStageAsync("offered")).GetProperty("call");
        offer.Text("handOver", "note").ShouldBe("Ждёт перевыпуска");
        offer.GetProperty("isOwner").GetBoolean().ShouldBeFalse();
        await colleague.AcceptedAsync("Answer", id);
        await RecordAsync(desk, id);
        await colleague.WaitForStageAsync("connected");
        await colleague.AcceptedAsync("HangUp", id);
        await RecordAsync(colleague, id);

        await CatchUpAsync();
        var detail = await other.GetJsonAsync("/api/history/" + id);
        detail.Text("direction").ShouldBe("outbound");
        detail.Text("agentId").ShouldBe(colleagueId);
        detail.GetProperty("caseNumber").ValueKind.ShouldBe(JsonValueKind.Number);
        detail.GetProperty("timeline").EnumerateArray().Select(entry => entry.Text("kind"))
            .ShouldContain("hand-over-result-recorded");
    }

    [Fact]
    public async Task A_conference_lists_its_parties_and_what_makes_no_sense_is_refused_with_words()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        (await desk.CommandAsync("Dial", "+79161234567")).Text("refusal").ShouldBe("numberNotAllowed");
        (await desk.CommandAsync("CallAgent", Guid.NewGuid().ToString("n"))).Text("refusal")
            .ShouldBe("otherSignedOut");
        await desk.AcceptedAsync("Dial", Caller);
        var id = (await desk.WaitForStageAsync("connected")).Text("call", "interactionId")!;

        await desk.AcceptedAsync("AddParty", id, new { kind = "number", id = Outside }, null);
        var shared = await desk.WaitForAsync(@event =>
            @event.Text("type") == "callChanged"
            && @event.GetProperty("call").GetProperty("parties").EnumerateArray()
                .Any(party => party.Text("kind") == "number" && party.Text("state") == "talking"));
        shared.Text("call", "stage").ShouldBe("conference");
        var outside = shared.GetProperty("call").GetProperty("parties")[2];
        outside.Text("number").ShouldBe(Outside);
        (await desk.CommandAsync("Swap", id)).Text("refusal").ShouldBe("wrongState");
        await IsRefusedAsync("nobodyHasSkill", new { kind = "skill", id = "english" });
        await IsRefusedAsync("unknownSkill", new { kind = "skill", id = "chinese", level = 3 });
        (await desk.CommandAsync("RemoveParty", id, "number-77")).Text("refusal").ShouldBe("unknownParty");

        await desk.AcceptedAsync("RemoveParty", id, outside.Text("id"));
        await desk.WaitForStageAsync("connected");
        await desk.AcceptedAsync("HangUp", id);
        await RecordAsync(desk, id);

        async Task IsRefusedAsync(string why, object target) =>
            (await desk.CommandAsync("Transfer", id, target, "")).Text("refusal").ShouldBe(why);
    }

    [Fact]
    public async Task The_directory_names_colleagues_as_they_are_now()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        await desk.AcceptedAsync("MakeNotReady", "lunch");
        await desk.WaitForStatusAsync("notReady");

        var directory = await browser.GetJsonAsync("/api/directory");

        var me = directory.GetProperty("agents").EnumerateArray()
            .Single(agent => agent.Text("id") == desk.Snapshot.Text("agent", "agentId"));
        (me.Text("status"), me.Text("reason")).ShouldBe(("notReady", "lunch"));
        me.GetProperty("available").GetBoolean().ShouldBeFalse();
        directory.GetProperty("queues").EnumerateArray().Select(queue => queue.Text("id")).ShouldContain("support");
        var skills = directory.GetProperty("skills").EnumerateArray().ToDictionary(skill => skill.Text("id")!);
        skills["russian"].GetProperty("signedIn").GetInt32().ShouldBeGreaterThan(0);
        skills["english"].GetProperty("signedIn").GetInt32().ShouldBe(0, "nobody has it");
    }

    [Fact]
    public async Task Which_number_a_client_will_see_is_said_before_he_is_called()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await browser.OpenDeskAsync();

        var shown = await desk.InvokeAsync("GetShownNumber", "90 123 45 67");

        shown.Text("number").ShouldNotBeNullOrEmpty();
        shown.Text("refusal").ShouldBeNull();
        (await desk.InvokeAsync("GetShownNumber", "nobody")).Text("refusal").ShouldBe("badInput");
    }

    [Fact]
    public async Task Who_looks_at_his_colleagues_is_told_what_they_do_until_he_looks_away()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        using var other = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var colleague = await OpenReadyDeskAsync(other);
        var id = colleague.Snapshot.Text("agent", "agentId");

        await desk.SendAsync("WatchDirectory");
        var shown = await desk.WaitForAsync(@event => @event.Text("type") == "directoryShown");
        await colleague.AcceptedAsync("MakeNotReady", "lunch");
        var changed = await desk.WaitForAsync(@event => @event.Text("type") == "directoryChanged"
            && RowsIn(@event.GetProperty("change")).Any(row => row.Text("reason") == "lunch"));

        RowsIn(shown.GetProperty("directory")).Single().Text("name").ShouldNotBeNullOrEmpty();
        RowsIn(changed.GetProperty("change")).Single().GetProperty("available").GetBoolean().ShouldBeFalse();
        desk.Sequences.ShouldBe(Enumerable.Range(0, desk.Sequences.Count).Select(at => desk.Sequences[0] + at));
        await desk.SendAsync("LeaveDirectory");
        await desk.AcceptedAsync("MakeNotReady", "break");

        List<JsonElement> RowsIn(JsonElement told) =>
            told.GetProperty("agents") is { ValueKind: JsonValueKind.Array } agents
                ? [.. agents.EnumerateArray().Where(row => row.Text("id") == id)]
                : [];
    }

    // Nobody is ready afterwards: another test's caller shall not come here.
    private static async Task RecordAsync(DeskDriver desk, string interaction)
    {
        await desk.WaitForStageAsync("wrapping-up");
        var form = new { topic = "sim.replacement", result = "resolved", note = "" };
        await desk.AcceptedAsync("RecordWrapUp", interaction, form, "break");
        await desk.WaitForStatusAsync("notReady");
    }
}
