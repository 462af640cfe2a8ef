using System.Net;
using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Tests.Hosting;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Storage;
using CrmUms.Storage.Projections;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.AgentWeb.Tests.Hubs;

/// <summary>Calls through the whole server.</summary>
[Collection(ServerFixture.SharedQueues)]
public sealed partial class CallWalkTests(ServerFixture fixture)
{
    private const string Caller = "+998901234567";
    private const string Note = "Обещали перезвонить по адресу Чиланзар";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_goes_from_the_offer_to_the_history_and_the_log_names_nobody()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);

        var leg = fixture.Server.Pbx.ArriveCall("1001", Caller);
        // Without a greeting the page may ring before the caller is looked up; his name follows at once.
        var call = (await desk.WaitForAsync(IsOfferByName)).GetProperty("call");
        call.Text("number", "shown").ShouldBe(Caller);
        call.Text("client", "displayName").ShouldBe("Юсупов Тимур Рашидович");
        var id = call.Text("interactionId")!;

        await desk.AcceptedAsync("Answer", id);
        await desk.WaitForStageAsync("connected");
        await desk.AcceptedAsync("Mute", id, true);
        await desk.AcceptedAsync("Hold", id);
        await desk.WaitForStageAsync("held");
        await desk.AcceptedAsync("Resume", id);
        await desk.WaitForStageAsync("connected");
        await desk.AcceptedAsync("SendDigits", id, "12#");
        await Browser.ProblemOf(await browser.SignOutAsync(), HttpStatusCode.Conflict, "call-in-hand");
        await desk.AcceptedAsync("HangUp", id);
        await desk.WaitForStageAsync("wrapping-up");
        await RecordTwiceAsync(desk, id);
        await desk.WaitForStatusAsync("notReady");

        fixture.Server.Pbx.IsAlive(leg).ShouldBeFalse();
        await InHistoryAsync(browser, id);
        LogNamesNobody();
    }

    [Fact]
    public async Task Events_are_numbered_without_a_gap_and_a_snapshot_goes_on_from_the_last()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        await desk.AcceptedAsync("MakeNotReady", "lunch");
        await desk.WaitForStatusAsync("notReady");

        var snapshot = await desk.GetDeskAsync();

        desk.Sequences.ShouldBe(Enumerable.Range(0, desk.Sequences.Count).Select(step => desk.Sequences[0] + step));
        snapshot.GetProperty("sequence").GetInt64().ShouldBe(desk.Sequences[^1]);
        snapshot.Text("agent", "reason").ShouldBe("lunch");
    }

    [Fact]
    public async Task A_recording_is_played_by_ranges_to_those_who_may_and_every_access_is_written_down()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        var interaction = await TalkAsync(browser);
        var recording = await StoreRecordingAsync(interaction);
        var path = $"/api/recordings/{recording}/audio";

        using var ranged = await browser.GetRangeAsync(path, 2, 4);
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        using var stranger = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var administrator = await fixture.Server.OpenBrowser().SignInAsync("admin");

        ranged.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        ranged.Content.Headers.ContentType!.MediaType.ShouldBe("audio/ogg");
        (await ranged.Content.ReadAsStringAsync(Cancellation)).ShouldBe("234");
        (await supervisor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Browser.ProblemOf(await stranger.GetAsync(path), HttpStatusCode.NotFound, "not-found");
        await Browser.ProblemOf(await administrator.GetAsync(path), HttpStatusCode.Forbidden, "not-allowed");
        (await AccessesAsync(recording)).ShouldBe(2);
    }

    [Fact]
    public async Task Wrap_up_is_prolonged_once_and_the_reason_stands_in_the_timeline()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        var leg = fixture.Server.Pbx.ArriveCall("1001", "anonymous");
        var id = (await desk.WaitForStageAsync("offered")).Text("call", "interactionId")!;
        await desk.AcceptedAsync("Answer", id);
        await desk.WaitForStageAsync("connected");
        fixture.Server.Pbx.HangUpCaller(leg);
        await desk.WaitForStageAsync("wrapping-up");
        var command = Guid.NewGuid().ToString();

        var first = await desk.InvokeAsync("ExtendWrapUp", command, id, "Сверяю договор");
        var repeat = await desk.InvokeAsync("ExtendWrapUp", command, id, "Сверяю договор");
        var other = await desk.CommandAsync("ExtendWrapUp", id, "Ещё немного");

        first.GetProperty("accepted").GetBoolean().ShouldBeTrue();
        repeat.GetProperty("accepted").GetBoolean().ShouldBeTrue("A repeat is answered from memory.");
        other.Text("refusal").ShouldBe("wrongState");
        var form = new { topic = (string?)null, result = (string?)null, note = "" };
        await desk.AcceptedAsync("RecordWrapUp", id, form, "break");
        await CatchUpAsync();
        var detail = await browser.GetJsonAsync("/api/history/" + id);
        var entry = detail.GetProperty("timeline").EnumerateArray()
            .Single(each => each.Text("kind") == "wrap-up-extended");
        entry.Text("detail", "reason").ShouldBe("Сверяю договор");
        detail.Text("names", "queue", "express").ShouldBe("Экспресс");
    }

    [Fact]
    public async Task A_supervisor_sees_why_a_ready_agent_is_offered_nobody()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        var quality = new { microphoneSilent = false, networkBad = true, loss = 0.2, jitterMs = 80 };

        await desk.AcceptedAsync("ReportActivity");
        await desk.AcceptedAsync("ReportQuality", quality);

        await desk.WaitForAsync(@event => @event.Text("type") == "agentChanged"
            && @event.Text("agent", "obstacle") == "network-bad");
        using var supervisor = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        var status = await supervisor.GetJsonAsync("/api/status");
        status.GetProperty("agents").EnumerateArray()
            .ShouldContain(agent => agent.Text("obstacle") == "network-bad" && agent.Text("status") == "ready");
        status.GetProperty("reasons").GetArrayLength().ShouldBeGreaterThan(5);
        await desk.AcceptedAsync("ReportQuality", quality with { networkBad = false });
        await desk.AcceptedAsync("MakeNotReady", "break");
    }

    [Fact]
    public async Task A_supervisor_listens_whispers_and_leaves_and_both_desks_say_so()
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await using var desk = await OpenReadyDeskAsync(browser);
        var leg = fixture.Server.Pbx.ArriveCall("1001", "anonymous");
        var id = (await desk.WaitForStageAsync("offered")).Text("call", "interactionId")!;
        await desk.AcceptedAsync("Answer", id);
        await desk.WaitForStageAsync("connected");
        using var office = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        await Browser.ProblemOf(await SuperviseAsync(office, id, "listen"), HttpStatusCode.Conflict, "no-audio");
        await using var supervisor = await OpenDeskAsync(office);

        (await SuperviseAsync(office, id, "listen")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var seen = await supervisor.WaitForAsync(@event => SupervisionOf(@event) == "listen");
        seen.GetProperty("agent").GetProperty("supervision").Text("call", "interactionId").ShouldBe(id);
        await SuperviseAsync(office, id, "whisper");
        await desk.WaitForAsync(@event => @event.Text("type") == "callChanged"
            && @event.GetProperty("call").GetProperty("supervisor") is { ValueKind: JsonValueKind.Object } who
            && who.Text("mode") == "whisper");

        (await office.SendAsync(HttpMethod.Delete, "/api/supervision", null))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await supervisor.WaitForAsync(@event =>
            @event.Text("type") == "agentChanged" && SupervisionOf(@event) is null);
        fixture.Server.Pbx.HangUpCaller(leg);
        await desk.WaitForStageAsync("wrapping-up");
        await Browser.ProblemOf(
            await SuperviseAsync(office, id, "listen"), HttpStatusCode.Conflict, "not-possible-now");
        (await AuditedAsync(id)).ShouldBe(
        [
            "talk-listen", "talk-listen-refused", "talk-listen", "talk-whisper", "talk-listen", "talk-listen-refused",
        ]);
        var form = new { topic = (string?)null, result = (string?)null, note = "" };
        await desk.AcceptedAsync("RecordWrapUp", id, form, "break");
        (await office.SignOutAsync()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_only_listened_is_in_an_agents_history_if_he_saw_it_then(bool isSeen)
    {
        using var browser = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        using var office = await fixture.Server.OpenBrowser().SignInAsync("supervisor");
        string id;
        await LetAgentsSeeListenersAsync(isSeen);
        try
        {
            id = await ListenedTalkAsync();
            var kinds = await ToldAsync(browser);
            kinds.Contains("talk-supervised").ShouldBe(isSeen);
            kinds.Contains("talk-unsupervised").ShouldBe(isSeen);
            (await ToldAsync(office)).ShouldContain("talk-supervised");
        }
        finally
        {
            await LetAgentsSeeListenersAsync(true);
        }

        (await ToldAsync(browser)).Contains("talk-supervised").ShouldBe(isSeen);

        async Task<string> ListenedTalkAsync()
        {
            await using var desk = await OpenReadyDeskAsync(browser);
            var leg = fixture.Server.Pbx.ArriveCall("1001", "anonymous");
            var call = (await desk.WaitForStageAsync("offered")).Text("call", "interactionId")!;
            await desk.AcceptedAsync("Answer", call);
            await desk.WaitForStageAsync("connected");
            await using var supervisor = await OpenDeskAsync(office);
            (await SuperviseAsync(office, call, "listen")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            await supervisor.WaitForAsync(@event => SupervisionOf(@event) == "listen");
            (await office.SendAsync(HttpMethod.Delete, "/api/supervision", null)).StatusCode
                .ShouldBe(HttpStatusCode.NoContent);
            fixture.Server.Pbx.HangUpCaller(leg);
            await desk.WaitForStageAsync("wrapping-up");
            await desk.AcceptedAsync(
                "RecordWrapUp", call, new { topic = (string?)null, result = "", note = "" }, "break");
            await CatchUpAsync();
            return call;
        }

        async Task<List<string>> ToldAsync(Browser reader) =>
        [
            .. (await reader.GetJsonAsync("/api/history/" + id)).GetProperty("timeline").EnumerateArray()
                .Select(entry => entry.Text("kind")!),
        ];
    }

    private async Task LetAgentsSeeListenersAsync(bool see)
    {
        var rules = fixture.Server.Services.GetRequiredService<AcdRefs>().Rules;
        var settings = (await rules.Ask<CentreRules>(new GetRules(), Cancellation)).Settings;
        var change = RuleChange.To(settings with { AgentsSeeListeners = see });
        (await rules.Ask<RulesReply>(new ChangeRules([change], null, "test"), Cancellation))
            .ShouldBeOfType<RulesReply.Accepted>();
    }

    private async Task<IReadOnlyList<string>> AuditedAsync(string id) =>
        await fixture.Server.Services.GetRequiredService<PostgresDatabase>().QueryAsync<string>(
            "select action from audit.entry where object_id = @id order by entry_id", new { id }, Cancellation);

    private static Task<HttpResponseMessage> SuperviseAsync(Browser office, string id, string mode) =>
        office.SendAsync(HttpMethod.Put, "/api/supervision", new { interactionId = id, mode });

    private static string? SupervisionOf(JsonElement @event) =>
        @event.Text("type") == "agentChanged"
        && @event.GetProperty("agent").GetProperty("supervision") is { ValueKind: JsonValueKind.Object } talk
            ? talk.Text("mode")
            : null;

    private static bool IsOfferByName(JsonElement @event) =>
        @event.Text("type") == "callChanged"
        && @event.GetProperty("call") is { ValueKind: JsonValueKind.Object } call
        && call.Text("stage") == "offered"
        && call.GetProperty("client").ValueKind == JsonValueKind.Object;

    private static async Task RecordTwiceAsync(DeskDriver desk, string interaction)
    {
        var form = new { topic = "sim.replacement", result = "resolved", note = Note };
        var command = Guid.NewGuid().ToString();
        var first = await desk.InvokeAsync("RecordWrapUp", command, interaction, form, "break");

        var repeat = await desk.InvokeAsync("RecordWrapUp", command, interaction, form, "break");
        var other = await desk.CommandAsync("RecordWrapUp", interaction, form, "break");

        first.GetProperty("accepted").GetBoolean().ShouldBeTrue();
        repeat.GetProperty("accepted").GetBoolean().ShouldBeTrue("A repeat is answered from memory.");
        other.GetProperty("accepted").GetBoolean().ShouldBeFalse("Another command is carried out, and comes too late.");
    }

    private async Task InHistoryAsync(Browser browser, string interaction)
    {
        await CatchUpAsync();
        var page = await browser.GetJsonAsync("/api/history?limit=1");
        var row = page.GetProperty("items")[0];
        row.Text("interactionId").ShouldBe(interaction);
        row.Text("ending").ShouldBe("agentHungUp");
        row.Text("note").ShouldBe(Note);
        var detail = await browser.GetJsonAsync("/api/history/" + interaction);
        detail.Text("decision", "strategy").ShouldBe("longest-idle");
        detail.GetProperty("timeline").GetArrayLength().ShouldBeGreaterThan(5);
        detail.GetProperty("timeline").EnumerateArray().Single(entry => entry.Text("kind") == "interaction-offered")
            .GetProperty("decision").GetRawText().ShouldBe(detail.GetProperty("decision").GetRawText());
        var card = await browser.GetJsonAsync("/api/clients/" + row.Text("client", "id"));
        card.GetProperty("cases")[0].Text("topic").ShouldBe("sim.replacement");
        using var stranger = await fixture.Server.OpenBrowser().SignInAsync(fixture.TakeAgent());
        await Browser.ProblemOf(
            await stranger.GetAsync("/api/history/" + interaction), HttpStatusCode.NotFound, "not-found");
    }

    private void LogNamesNobody()
    {
        var folder = Path.Combine(fixture.Server.Folder, "server", "log");
        var log = string.Concat(Directory.GetFiles(folder).Select(file =>
        {
            using var open = new StreamReader(File.Open(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return open.ReadToEnd();
        }));
        log.ShouldContain("Interaction");
        string[] secrets = ["901234567", "Юсупов", "Тимур", "Чиланзар", "crmums-demo", "bench1", "Каримова", "договор"];
        foreach (var secret in secrets)
        {
            log.ShouldNotContain(secret);
        }
    }

    private async Task<DeskDriver> OpenReadyDeskAsync(Browser browser)
    {
        var desk = await OpenDeskAsync(browser);
        await desk.AcceptedAsync("MakeReady");
        await desk.WaitForStatusAsync("ready");
        return desk;
    }

    private async Task<DeskDriver> OpenDeskAsync(Browser browser)
    {
        var desk = await browser.OpenDeskAsync();
        var agent = new AgentId(desk.Snapshot.GetProperty("agent").GetProperty("agentId").GetGuidN());
        await Browser.JsonOf(await browser.SendAsync(HttpMethod.Post, "/api/desk/phone", new { }));
        fixture.Server.Pbx.RegisterPhone(agent);
        await desk.AcceptedAsync("ReportMicrophone", true);
        await desk.AcceptedAsync("OpenAudio");
        await desk.WaitForAsync(@event => @event.Text("type") == "agentChanged"
            && @event.Text("agent", "audio") == "open");
        return desk;
    }

    private async Task<InteractionId> TalkAsync(Browser browser)
    {
        await using var desk = await OpenReadyDeskAsync(browser);
        var leg = fixture.Server.Pbx.ArriveCall("1001", "anonymous");
        var id = (await desk.WaitForStageAsync("offered")).Text("call", "interactionId")!;
        await desk.AcceptedAsync("Answer", id);
        await desk.WaitForStageAsync("connected");
        fixture.Server.Pbx.HangUpCaller(leg);
        await desk.WaitForStageAsync("wrapping-up");
        var form = new { topic = (string?)null, result = (string?)null, note = "" };
        await desk.AcceptedAsync("RecordWrapUp", id, form, "break");
        return new InteractionId(Guid.ParseExact(id, "n"));
    }

    private async Task<RecordingId> StoreRecordingAsync(InteractionId interaction)
    {
        var index = fixture.Server.Services.GetRequiredService<IRecordingIndex>();
        var id = new RecordingId(Guid.CreateVersion7());
        var entry = await index.AddAsync(
            new NewRecording(id, interaction, $"{id}.raw", DateTimeOffset.UnixEpoch), Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(fixture.Server.Folder, "recordings", $"{id}.opus"), "0123456789", Cancellation);
        var audio = new StoredAudio($"{id}.opus", "audio/ogg", 10, TimeSpan.FromSeconds(1));
        await index.SaveAsync(entry with { State = RecordingState.Stored, Audio = audio }, Cancellation);
        await CatchUpAsync();
        return id;
    }

    private async Task<long> AccessesAsync(RecordingId recording)
    {
        const string Count =
            "select count(*) from audit.entry where action = 'recording-played' and object_id = @recording";
        var database = fixture.Server.Services.GetRequiredService<PostgresDatabase>();
        return await database.FindAsync<long>(Count, new { recording = recording.ToString() }, Cancellation);
    }

    private Task CatchUpAsync() =>
        fixture.Server.Services.GetRequiredService<Projector>().CatchUpAsync(Cancellation);
}
