using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using static CrmUms.Acd.Tests.Ivr.FlowCaller;

namespace CrmUms.Acd.Tests.Ivr;

/// <summary>What each node promises, one sentence each.</summary>
public sealed class NodeTests
{
    private static readonly (string, string, string, string) Yes = ("yes", "queue", "{'queue':'support'}", "");
    private static readonly (string, string, string, string) No = ("no", "queue", "{'queue':'sales'}", "");

    private static readonly FlowClient Client = new(
        new ClientId(Guid.NewGuid()), new Dictionary<string, string> { ["name"] = "Aziza", ["vip"] = "true" });

    [Theory]
    [InlineData("2026-11-25T07:00:00Z", "open")] // Wednesday noon in Tashkent.
    [InlineData("2026-11-25T13:00:00Z", "closed")]
    [InlineData("2027-09-01T07:00:00Z", "holiday")]
    public void Hours_lead_by_the_calendar(string now, string exit)
    {
        const string Exits = "{'open':'yes','closed':'no','holiday':'no'}";
        var flow = Flow("main", ("hours", "hours", "{'calendar':'office'}", Exits), Yes, No);

        var caller = new FlowCaller(Centre(flow) with { Now = DateTimeOffset.Parse(now, null) });

        caller.Note<FlowNote.NodeEntered>().Exit.ShouldBe(exit);
    }

    [Fact]
    public void A_calendar_that_is_gone_counts_as_open() =>
        One("hours", "{'calendar':'gone'}", "{'open':'yes','closed':'no'}").Node.ShouldBe("yes");

    [Fact]
    public void A_language_holds_for_all_that_follows()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main",
            ("uz", "language", "{'language':'uz'}", "{'done':'sum'}"),
            ("sum", "say", "{'kind':'money','value':'${balance}'}", "{'done':'yes','invalid':'no'}"),
            Yes,
            No)));
        caller.Node.ShouldBe("no"); // There is no balance.

        caller = new FlowCaller(Centre(Flow(
            "main",
            ("uz", "language", "{'language':'uz'}", "{'done':'set'}"),
            ("set", "set-variable", "{'variable':'balance','value':'1500'}", "{'done':'sum'}"),
            ("sum", "say", "{'kind':'money','value':'${balance}'}", "{'done':'yes'}"),
            Yes)));

        var play = caller.Effect<FlowEffect.PlayPrompts>();
        (play.Language, play.FlowLanguage).ShouldBe(("uz", "ru"));
        play.Prompts.ShouldBe(["say-1", "say-thousand", "say-5", "say-hundred", "say-sum"]);
    }

    [Fact]
    public void A_variable_can_count()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main",
            ("a", "set-variable", "{'variable':'n','value':'2'}", "{'done':'b'}"),
            ("b", "set-variable", "{'variable':'n','operation':'add','value':'3'}", "{'done':'c'}"),
            ("c", "condition", "{'expression':'n = 5 and caller.dialled = 1000'}", "{'true':'yes','false':'no'}"),
            Yes,
            No)));

        caller.Node.ShouldBe("yes");
        caller.Folded.Variables["n"].ShouldBe("5");
    }

    [Fact]
    public void A_look_up_takes_values_out_of_the_answer()
    {
        var caller = LookUp();
        var asked = caller.Effect<FlowEffect.LookUpHttp>();
        asked.Url.ShouldBe("https://crm.example/debt?n=%2B998901234567");
        asked.Headers["Authorization"].ShouldBe("Bearer s3cret");
        asked.ToString().ShouldNotContain("s3cret");

        caller.Is(new FlowEvent.HttpAnswered(caller.Awaited, 200, """{"data":{"debts":[{"sum":150.5}]}}"""));

        caller.Node.ShouldBe("yes");
        caller.State.Variables["debt"].ShouldBe("150.5");
        System.Text.Json.JsonSerializer.Serialize(caller.Notes, FlowJson.Options).ShouldNotContain("s3cret");
    }

    [Fact]
    public void No_answer_in_time_or_none_of_use_takes_the_exit_for_failure()
    {
        LookUp().WaitsTooLong().Node.ShouldBe("no");
        var caller = LookUp();
        caller.Is(new FlowEvent.LookUpFailed(caller.Awaited)).Node.ShouldBe("no");
        caller = LookUp();
        caller.Is(new FlowEvent.HttpAnswered(caller.Awaited, 200, "<html>")).Node.ShouldBe("no");
        caller = LookUp();
        caller.Is(new FlowEvent.HttpAnswered(caller.Awaited, 404, "")).Node.ShouldBe("no");
    }

    [Fact]
    public void What_a_caller_says_never_chooses_whom_we_ask() =>
        One("http-lookup", "{'url':'https://${caller.number}/x'}", "{'failed':'no','done':'yes'}").Node.ShouldBe("no");

    [Fact]
    public void Who_calls_is_looked_up_unless_it_is_known()
    {
        const string Exits = "{'found':'yes','not-found':'no'}";
        var caller = One("client-lookup", "", Exits);
        caller.Effect<FlowEffect.LookUpClient>().Value.ShouldBe("+998901234567");
        caller.Is(new FlowEvent.ClientLookedUp(caller.Awaited, Client)).Node.ShouldBe("yes");
        caller.State.Variables["client.name"].ShouldBe("Aziza");

        One("client-lookup", "", Exits, context => context with { Client = Client }).Node.ShouldBe("yes");
    }

    [Fact]
    public void Whoever_enters_his_contract_is_that_client_from_then_on()
    {
        var caller = Identify();
        caller.Presses("12345#").Effect<FlowEffect.LookUpClient>().ShouldBe(
            new FlowEffect.LookUpClient(caller.Awaited, "contract", "12345"));

        caller.Is(new FlowEvent.ClientLookedUp(caller.Awaited, Client));

        caller.Node.ShouldBe("yes");
        caller.Effects.ShouldContain(new FlowEffect.KeepIdentity(Client.Client, "contract"));
        caller.State.Variables["client.verified"].ShouldBe("true");
    }

    [Fact]
    public void A_contract_that_nobody_has_is_asked_for_again()
    {
        var caller = Identify();
        caller.Presses("1#").Is(new FlowEvent.ClientLookedUp(caller.Awaited, null)).Hears().ShouldBe(["contract"]);
        caller.Presses("2#").Is(new FlowEvent.ClientLookedUp(caller.Awaited, null)).Node.ShouldBe("no");
    }

    [Fact]
    public void A_queue_leads_on_after_the_talk_where_a_survey_follows()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main",
            ("wait", "queue", "{'queue':'support'}", "{'served':'rate'}"),
            ("rate", "survey", "{'prompts':['rate'],'question':'care'}", "{'answered':'bye','unanswered':'bye'}"),
            ("bye", "hang-up", "", ""))));
        FlowRun.GoesOnAfterTalk(caller.State, caller.Context).ShouldBeTrue();

        caller.Is(new FlowEvent.QueueLeft(FlowQueueLeaving.Served)).Hears().ShouldBe(["rate"]);
        caller.Presses("5");

        caller.Effects.ShouldContain(new FlowEffect.RecordSurvey("csat", "care", 5));
        caller.Effects.ShouldContain(new FlowEffect.HangUp(HangUpReason.Normal));
    }

    [Fact]
    public void A_ten_is_one_answer_and_so_is_a_one()
    {
        const string Nps = "{'kind':'nps','lowest':0,'highest':10,'prompts':['nps']}";
        var caller = One("survey", Nps, "{'answered':'yes','unanswered':'no'}").Presses("10");
        caller.Effects.ShouldContain(new FlowEffect.RecordSurvey("nps", "service", 10));

        caller = One("survey", Nps, "{'answered':'yes','unanswered':'no'}").Presses("1").WaitsTooLong();
        caller.Effects.ShouldContain(new FlowEffect.RecordSurvey("nps", "service", 1));
    }

    [Fact]
    public void An_answer_is_noted_with_its_scale()
    {
        var caller = One("survey", "{'prompts':['rate']}", "{'answered':'yes','unanswered':'no'}").Presses("4");

        caller.Notes.OfType<FlowNote.SurveyAnswered>().ShouldHaveSingleItem()
            .ShouldBe(new FlowNote.SurveyAnswered("csat", "service", 4) { Lowest = 1, Highest = 5 });
    }

    [Fact]
    public void Whoever_waits_too_long_is_taken_out_of_the_queue_and_led_on()
    {
        var caller = One("queue", "{'queue':'support','waitMaxSeconds':60}", "{'timeout':'no'}");
        caller.WaitsTooLong().Effect<FlowEffect.LeaveQueue>().Queue.Value.ShouldBe("support");

        caller.Is(new FlowEvent.QueueLeft(FlowQueueLeaving.AsAsked)).Node.ShouldBe("no");
    }

    [Fact]
    public void Whoever_presses_the_key_while_he_waits_is_offered_a_call_back()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main",
            ("wait", "queue", "{'queue':'support','key':'1'}", "{'key':'back'}"),
            ("back", "callback", "{'queue':'support','prompts':['offer']}", "{'accepted':'bye','declined':'wait'}"),
            ("bye", "hang-up", "", ""))));

        caller.Presses("51").Is(new FlowEvent.QueueLeft(FlowQueueLeaving.AsAsked)).Hears().ShouldBe(["offer"]);
        caller.Presses("1").Effect<FlowEffect.OfferCallback>().Number.ShouldBe("+998901234567");
        caller.Is(new FlowEvent.CallbackAnswered(caller.Awaited, Accepted: true)).State.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void A_hidden_number_is_asked_for()
    {
        var caller = One(
            "callback",
            "{'queue':'support','prompts':['offer'],'numberPrompts':['enter']}",
            "{'accepted':'yes','declined':'no'}",
            context => context with { Number = "" });

        caller.Presses("1").Hears().ShouldBe(["enter"]);
        caller.Presses("901112233#").Effect<FlowEffect.OfferCallback>().Number.ShouldBe("901112233");
    }

    [Fact]
    public void A_full_queue_without_an_exit_falls_back_and_a_full_fall_back_hangs_up()
    {
        var caller = One("queue", "{'queue':'sales'}", "");
        caller.Is(new FlowEvent.QueueLeft(FlowQueueLeaving.Full)).Effect<FlowEffect.EnqueueAt>()
            .Queue.Value.ShouldBe("support");
        caller.Is(new FlowEvent.QueueLeft(FlowQueueLeaving.Full)).Effect<FlowEffect.HangUp>()
            .Reason.ShouldBe(HangUpReason.Congestion);
    }

    [Theory]
    [InlineData("russian>=5 and (debt)", "russian >= 5 and debt")]
    [InlineData(" ", null)]
    [InlineData("russian >=", null)]
    public void A_queue_node_asks_for_skills_in_one_spelling_and_for_none_where_they_cannot_be_read(
        string skills, string? asked) =>
        One("queue", $"{{'queue':'sales','skills':'{skills}'}}", "").Effect<FlowEffect.EnqueueAt>()
            .Skills.ShouldBe(asked);

    [Fact]
    public void A_message_becomes_work_of_a_queue()
    {
        var caller = One("voicemail", "{'queue':'support','prompts':['speak']}", "{'recorded':'yes'}");
        var recording = caller.HearsAll().Effect<FlowEffect.RecordVoicemail>().Request;

        caller.Is(new FlowEvent.RecordingFinished(recording, TimeSpan.FromSeconds(9)));

        caller.Effects.ShouldContain(
            new FlowEffect.DeliverVoicemail(recording, new QueueId("support"), TimeSpan.FromSeconds(9)));
        caller.Note<FlowNote.VoicemailLeft>().Seconds.ShouldBe(9);
    }

    [Fact]
    public void A_breath_is_no_message()
    {
        var caller = One("voicemail", "{'queue':'support'}", "{'recorded':'yes','empty':'no'}");
        caller.Is(new FlowEvent.RecordingFinished(caller.Awaited, TimeSpan.FromSeconds(1))).Node.ShouldBe("no");
    }

    [Fact]
    public void A_transfer_that_nobody_answers_leads_on()
    {
        var caller = One("transfer", "{'number':'+998 71 200-00-00'}", "{'failed':'no','no-answer':'yes'}");
        caller.Effect<FlowEffect.DialOut>().Number.ShouldBe("+998712000000");
        caller.Is(new FlowEvent.DialEnded(caller.Awaited, FlowDialEnding.NoAnswer)).Node.ShouldBe("yes");
    }

    [Fact]
    public void Hanging_up_ends_what_was_dialled_too()
    {
        var caller = One("transfer", "{'number':'102'}", "{'failed':'no'}");
        caller.Is(new FlowEvent.DialAnswered(caller.Awaited));
        var dialled = caller.Awaited;

        caller.Is(new FlowEvent.CallerGone()).Effects.ShouldContain(new FlowEffect.HangUpDialled(dialled));
    }

    [Fact]
    public void An_assistant_hands_back_with_what_it_learnt()
    {
        var caller = One(
            "assistant",
            "{'address':'sip:bot@ai.example','headers':{'X-Client':'${client.name}'}}",
            "{'returned':'yes','failed':'no'}",
            context => context with { Client = Client });
        caller.Effect<FlowEffect.HandToAssistant>().Headers["X-Client"].ShouldBe("Aziza");

        caller.Is(new FlowEvent.DialAnswered(caller.Awaited)).Is(new FlowEvent.AssistantReturned(
            caller.Awaited, "wants a card", "t-1", new Dictionary<string, string> { ["topic"] = "cards" }));

        caller.Node.ShouldBe("yes");
        caller.State.Variables["assistant.topic"].ShouldBe("cards");
        caller.Note<FlowNote.AssistantReturned>().ShouldBe(new FlowNote.AssistantReturned("wants a card", "t-1"));
    }

    [Fact]
    public void A_sub_flow_comes_back_with_what_it_set()
    {
        var inner = Flow(
            "inner",
            ("set", "set-variable", "{'variable':'seen','value':'yes'}", "{'done':'back'}"),
            ("back", "hang-up", "{'then':'return'}", ""));
        var outer = Flow(
            "main",
            ("call", "sub-flow", "{'flow':'inner'}", "{'returned':'check','failed':'no'}"),
            ("check", "condition", "{'expression':'seen'}", "{'true':'yes','false':'no'}"),
            Yes,
            No);

        var caller = new FlowCaller(Centre(outer, inner));

        (caller.Node, caller.State.Flow, caller.State.Returns.Length).ShouldBe(("yes", "main", 0));
    }

    [Fact]
    public void A_flow_that_calls_itself_is_cut()
    {
        var caller = new FlowCaller(Centre(Flow("main", ("me", "sub-flow", "{'flow':'main'}", ""))));

        caller.Note<FlowNote.Faulted>().Code.ShouldBe(FlowFault.TooManySubFlows);
        caller.Effect<FlowEffect.EnqueueAt>();
    }

    private static FlowCaller Identify() => One(
        "identify", "{'prompts':['contract'],'attempts':2}", "{'identified':'yes','not-identified':'no'}");

    private static FlowCaller LookUp() => One(
        "http-lookup",
        "{'url':'https://crm.example/debt?n=${caller.number}','headers':{'Authorization':'Bearer ${secret.crm}'},"
            + "'mapping':{'debt':'data.debts[0].sum'}}",
        "{'done':'yes','failed':'no'}",
        context => context with { Secret = name => name == "crm" ? "s3cret" : null });

    private static FlowCaller One(
        string type, string settings, string exits, Func<FlowContext, FlowContext>? change = null)
    {
        var context = Centre(Flow("main", ("it", type, settings, exits), Yes, No));
        return new FlowCaller(change is null ? context : change(context));
    }
}
