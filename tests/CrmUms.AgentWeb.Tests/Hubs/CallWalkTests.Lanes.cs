using System.Net;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Tests.Hosting;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.AgentWeb.Tests.Hubs;

// Who was heard when in a recording, as the player shows it.
public sealed partial class CallWalkTests
{
    [Fact]
    public async Task Lanes_of_a_recording_tell_the_supervisor_who_listened_and_the_agent_only_where_he_may_know()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var office = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var (lanes, agentName) = await ListenedTalkAsync(browser, office);

        var all = await RolesAsync(office, lanes);
        all.ShouldContain(("client", null, "talks", true));
        all.ShouldContain(("agent", agentName, "talks", false));
        all.ShouldContain(lane => lane.Role == "supervisor" && lane.Name != null && lane.Heard == "listens");
        (await RolesAsync(browser, lanes)).ShouldBe(all);

        using var admin = await fixture.Server.OpenBrowser().SignInAsync("admin");
        var settings = $"/api/rules/settings/{SettingsRule.TheOne}";
        await Browser.JsonOf(await admin.SendAsync(HttpMethod.Put, settings, new { agentsSeeListeners = false }));
        try
        {
            (await RolesAsync(browser, lanes)).ShouldBe(all.Where(lane => lane.Role != "supervisor"));
            (await RolesAsync(office, lanes)).ShouldBe(all);
        }
        finally
        {
            await Browser.JsonOf(await admin.SendAsync(HttpMethod.Put, settings, new { }));
        }

        using var stranger = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await Browser.ProblemOf(await stranger.GetAsync(lanes), HttpStatusCode.NotFound, "not-found");
        (await office.SignOutAsync()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task<(string Lanes, string AgentName)> ListenedTalkAsync(Browser browser, Browser office)
    {
        await using var desk = await OpenReadyDeskAsync(browser);
        await using var supervisor = await OpenDeskAsync(office);
        var rawFile = $"lanes {Guid.NewGuid():n}"; // With a space: no file of the PBX is looked for.
        var leg = fixture.Server.Pbx.ArriveCall("1001", "anonymous", rawFile);
        var id = (await desk.WaitForStageAsync("offered")).Text("call", "interactionId")!;
        await desk.AcceptedAsync("Answer", id);
        var connected = await desk.WaitForStageAsync("connected");
        (await SuperviseAsync(office, id, "listen")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await supervisor.WaitForAsync(@event => SupervisionOf(@event) == "listen");
        fixture.Server.Pbx.HangUpCaller(leg);
        await desk.WaitForStageAsync("wrapping-up");
        await desk.AcceptedAsync(
            "RecordWrapUp", id, new { topic = (string?)null, result = (string?)null, note = "" }, "break");

        var index = fixture.Server.Services.GetRequiredService<IRecordingIndex>();
        var arrivedAt = connected.GetProperty("call").GetProperty("arrivedAt").GetDateTimeOffset();
        var entry = await index.AddAsync(
            new NewRecording(
                new RecordingId(Guid.CreateVersion7()),
                new InteractionId(Guid.ParseExact(id, "n")),
                rawFile,
                arrivedAt),
            Cancellation);
        var audio = new StoredAudio("lanes.opus", "audio/ogg", 1, TimeSpan.FromMinutes(1));
        await index.SaveAsync(entry with { State = RecordingState.Stored, Audio = audio }, Cancellation);
        await CatchUpAsync();
        return ($"/api/recordings/{entry.Recording}/lanes", desk.Snapshot.Text("agent", "displayName")!);
    }

    private static async Task<IReadOnlyList<(string? Role, string? Name, string? Heard, bool IsRecorded)>> RolesAsync(
        Browser browser, string lanes) =>
    [
        .. from lane in (await browser.GetJsonAsync(lanes)).GetProperty("lanes").EnumerateArray()
           from span in lane.GetProperty("spans").EnumerateArray()
           let length = span.GetProperty("toSeconds").GetDouble() - span.GetProperty("fromSeconds").GetDouble()
           where length > 0
           let isRecorded = lane.GetProperty("isRecorded").GetBoolean()
           select (lane.Text("role"), lane.Text("name"), span.Text("heard"), isRecorded),
    ];
}
