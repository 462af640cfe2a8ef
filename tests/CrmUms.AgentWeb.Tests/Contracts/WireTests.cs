using System.Text.Json;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Registration;
using CrmUms.AgentWeb.Tests.Hosting;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.History;
using CrmUms.Recording.Prompts;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Tests.Contracts;

/// <summary>What travels looks exactly like the golden files in tests/wire, which the page's tests read too.</summary>
public sealed class WireTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 14, 9, 30, 15, 250, TimeSpan.Zero);

    private static readonly DeskAgent Agent = new(
        "01970000000070008000000000000001", "Азиза Каримова", AgentStatus.NotReady, "lunch", At, null, null,
        AudioStatus.Open)
    {
        LimitAt = At.AddMinutes(60),
        Obstacle = "over-occupancy",
        IsAutoAnswered = true,
        WrapUpExtensionSeconds = 60,
        UnansweredInARow = 1,
        InactivityMinutes = 15,
        FailedDial = new FailedDial(
            "0197aaaa00007000800000000000000c", CallKind.Outbound,
            new DeskTarget(DeskTargetKind.Number, "+998711234567"), "busy", At),
        EndedTalk = new EndedTalk("0197aaaa00007000800000000000000d", CallKind.Call, "caller-hung-up", At),
    };

    private static readonly ReasonView[] Reasons =
    [
        new("break", new TopicNames("Перерыв", "Tanaffus", "Break"), "#d97706", 15, true),
        new("no-answer", new TopicNames("Не ответил", "Javob bermadi", "No answer"), "#dc2626", null, false),
    ];

    private static readonly DeskCall Call = new(
        "0197aaaa00007000800000000000000a", CallKind.Call, "wrapping-up", "support", "Поддержка", "1000",
        new DeskNumber(CallerNumberKind.Known, "+998901234567"),
        new DeskClient(
            "0197bbbb00007000800000000000000b", ClientKind.Individual, "Юсупов Тимур Рашидович",
            "Тимур Рашидович", true,
            "Дильноза Юлдашева"),
        At, At, At, null, null, false, At, "caller-hung-up")
    {
        Supervisor = new DeskSupervisor("Дилором Усманова", SupervisionMode.Whisper),
        Help = new DeskHelp("Клиент недоволен", At, "Дилором Усманова"),
        ScreenPop = new DeskScreenPop("https://crm.example/clients?phone=%2B998901234567", true),
    };

    private static SurveyGroupView Surveyed(string? id, string? name) => new(
        id, name, new SurveyFigures(3, 0.5, 3.5, 100, null),
        [
            new SurveyScoreView(SurveyKind.Csat, 1, 5, 2, 1), new SurveyScoreView(SurveyKind.Csat, 1, 5, 5, 1),
            new SurveyScoreView(SurveyKind.Nps, 0, 10, 10, 1),
        ]);

    private static readonly DeskAgent Supervisor = Agent with
    {
        Supervision = new DeskSupervision(
            "0197aaaa00007000800000000000000a", "01970000000070008000000000000001", SupervisionMode.Whisper,
            Call with { Stage = "connected", EndedAt = null, Ending = null }),
    };

    private static readonly DeskCall SharedCall = Call with
    {
        Trouble = new DeskTrouble(Arrangement.HandOver, At, true),
        Stage = "conference",
        EndedAt = null,
        Ending = null,
        Parties = new ValueList<DeskParty>(
        [
            new("client", PartyKind.Client, null, "+998901234567", PartyState.Talking, true, false, null),
            new(
                "01970000000070008000000000000001", PartyKind.Agent, "01970000000070008000000000000001", "",
                PartyState.Talking, false, true, null),
            new(
                "01970000000070008000000000000002", PartyKind.Agent, "01970000000070008000000000000002", "",
                PartyState.Ringing, false, false, PartyPurpose.Conference),
            new(
                "number-2", PartyKind.Number, null, "+998711234567", PartyState.Held, false, false,
                PartyPurpose.Consultation),
        ]),
        Transfer = new DeskTransfer(
            TransferState.Failed, PartyPurpose.Transfer,
            new DeskTarget(DeskTargetKind.Agent, "01970000000070008000000000000005"), "agent-unavailable"),
        HandOver = new DeskHandOver("01970000000070008000000000000005", "Просит перевыпуск SIM", At),
    };

    private static readonly RoutingGroundsView Grounds = new(
        "support", Step: 1, RulesVersion: 17, Priority: 20, Personal: null,
        [
            new RoutingCandidateView(
                "01970000000070008000000000000001", 1, [new RoutingTermView("idle-seconds", 61.5)]),
            new RoutingCandidateView(
                "01970000000070008000000000000002", 1, [new RoutingTermView("idle-seconds", 30)]),
        ],
        [new RoutingExclusionView("01970000000070008000000000000005", "not-ready:lunch")],
        ExcludedTotal: 3);

    private static readonly HistoryRowView Row = new(
        "0197aaaa00007000800000000000000a", At, InteractionDirection.Inbound, "1000",
        new DeskNumber(CallerNumberKind.Known, "+998901234567"),
        new HistoryClientView("0197bbbb00007000800000000000000b", "Юсупов Тимур Рашидович", true),
        "support", "Поддержка", "01970000000070008000000000000001", "Азиза Каримова", 12.5, 95.25, 10, 30,
        InteractionEnding.CallerHungUp, "sim.replacement", "resolved", "Заменили", 17,
        [new RecordingView("0197cccc00007000800000000000000c", 1, 117.75, HistoryRecordingState.Ready, 12.5)])
    {
        FormerAgentIds = ["01970000000070008000000000000002"],
    };

    private static readonly DirectoryAgent Silent = new(
        "01970000000070008000000000000002", "Бобур Рахимов", null, null, null, false,
        new Dictionary<string, int>(), []);

    private static readonly DirectoryView Reachable = new(
        [
            new DirectoryAgent(
                "01970000000070008000000000000001", "Азиза Каримова", AgentStatus.NotReady, "lunch", At, false,
                new Dictionary<string, int> { ["support"] = 5 }, ["first-line"]),
        ],
        [new DirectoryQueue("support", "Поддержка", 3, 7, 95)],
        [new DirectorySkill("uzbek", "Узбекский язык", 2, 5)]);

    private static readonly Dictionary<string, object> Messages = new(FloorMessages.All)
    {
        ["session"] = new SessionView(
            "01970000000070008000000000000001", "agent1", "Азиза Каримова", "agent", "ru"),
        ["desk-snapshot"] = new DeskSnapshot(41, At, Agent, Call),
        ["desk-snapshot-without-call"] = new DeskSnapshot(0, At, Agent, null),
        ["desk-event-supervising"] = new DeskEvent.AgentChanged(8, Supervisor),
        ["desk-event-agent-changed"] = new DeskEvent.AgentChanged(42, Agent),
        ["desk-event-call-changed"] = new DeskEvent.CallChanged(43, Call),
        ["desk-event-call-shared"] = new DeskEvent.CallChanged(46, SharedCall),
        ["desk-shown-number"] = new DeskShownNumber("+998900000000", "Своя сеть", null),
        ["desk-target"] = new DeskTarget(DeskTargetKind.Queue, "support"),
        ["desk-target-skill"] = new DeskTarget(DeskTargetKind.Skill, "uzbek", 5),
        ["directory"] = Reachable,
        ["desk-event-directory-shown"] = new DeskEvent.DirectoryShown(47, Reachable),
        ["desk-event-directory-changed"] = new DeskEvent.DirectoryChanged(
            48, new DirectoryChange([Silent], ["01970000000070008000000000000003"], null, null)),
        ["desk-event-call-gone"] = new DeskEvent.CallChanged(44, null),
        ["desk-event-signed-out"] = new DeskEvent.SignedOut(45, "otherPage"),
        ["command-reply-accepted"] = CommandReply.Done,
        ["command-reply-refused"] = CommandReply.Refused(AgentRefusal.NotYours),
        ["desk-options"] = new DeskOptionsView(
            ["break", "lunch"],
            Reasons,
            ["resolved"], [new TopicView("sim", null, new TopicNames("SIM", "SIM", "SIM"))], 4000),
        ["quality-report"] = new QualityReport(true, false, 0.125, 40.5, null),
        ["desk-phone"] = new PhoneView("sip:agent-1@127.0.0.1", "agent-1", "s3cret", "ws://127.0.0.1:15088/ws", []),
        ["history-page"] = new HistoryPageView([Row], "638-0197"),
        ["history-detail"] = new HistoryDetailView(
            Row,
            new RoutingView("longest-idle", "support", 2, 61.5, "01970000000070008000000000000002", 30, Grounds),
            [
                new TimelineView(
                    At, "interaction-arrived", null, JsonSerializer.SerializeToElement(new { dialled = "1000" }), null),
                new TimelineView(
                    At, "interaction-offered", "Азиза Каримова", JsonSerializer.SerializeToElement(new { }),
                    new RoutingView("longest-idle", "support", 1, 5, null, null, null)),
            ],
            new TimelineNamesView(
                new Dictionary<string, string> { ["support"] = "Поддержка" },
                new Dictionary<string, string> { ["welcome"] = "Приветствие" },
                new Dictionary<string, string> { ["uzbek"] = "Узбекский язык" },
                new Dictionary<string, string> { ["01970000000070008000000000000003"] = "Нодира Алиева" }))
        {
            Scores = [new HistoryScoreView(SurveyKind.Csat, "service", 5, 1, 5)],
        },
        ["surveys"] = new SurveysView(
            new DateOnly(2026, 7, 8), new DateOnly(2026, 7, 14), "Asia/Tashkent",
            Surveyed(null, null),
            [Surveyed("support", "Поддержка")],
            [Surveyed(null, null), Surveyed("01970000000070008000000000000001", "Азиза Каримова")]),
        ["timeline-codes"] = TimelineCodes.All,
        ["prompts"] = new[]
        {
            new PromptView(
                "welcome",
                "Приветствие",
                false,
                new Dictionary<string, PromptAudioView>
                {
                    ["ru"] = new(
                        4.25, PromptSource.Upload, -19.2, null,
                        new PromptAuthorView("01970000000070008000000000000003", "Нодира Алиева"), At),
                    ["uz"] = new(
                        3.5, PromptSource.Synthesised, -19, "Assalomu alaykum!",
                        new PromptAuthorView("01970000000070008000000000000003", "Нодира Алиева"), At),
                },
                [new PromptUseView("flow", "support-welcome", "Поддержка")],
                false),
            new PromptView(
                "crmums-busy",
                "crmums-busy",
                true,
                new Dictionary<string, PromptAudioView>
                {
                    ["en"] = new(5.1, PromptSource.Synthesised, null, null, null, null),
                },
                [],
                true),
        },
        ["prompts-missing"] = new[]
        {
            new MissingPromptView("welcome", "en", [new PromptUseView("flow", "support-welcome", "Поддержка")]),
        },
        ["prompt-limits"] = new PromptLimitsView(20_971_520, 300, 2000, ["standard", "female", "male"]),
        ["client-card"] = new ClientCardView(
            "0197bbbb00007000800000000000000b", ClientKind.Individual, "Юсупов Тимур Рашидович", "Тимур Рашидович",
            ["+998901234567"], true, "Дильноза Юлдашева", [Row],
            [
                new CaseView(
                    "0197aaaa00007000800000000000000a", 17, At, CaseStatus.InWork, "sim.replacement", "resolved",
                    "Заменили",
                    ["0197aaaa00007000800000000000000a"]),
            ]),
        ["rules"] = new RulesView(
            17,
            new Dictionary<string, IReadOnlyList<JsonElement>>
            {
                ["skill"] = [Written(new SkillRule { Id = "uzbek", Name = "Узбекский язык" })],
                ["number"] = [Written(new NumberRule { Id = "1000", Target = RuleTarget.Queue("support") })],
            }),
        ["rule-queue"] = Written(new QueueRule
        {
            Id = "support",
            Name = "Поддержка",
            Requirement = "support",
            Relaxation = [new RelaxationStep(60)],
            Announcement = new AnnouncementRule(),
            Callback = new CallbackRule { OfferAfterSeconds = 120 },
            Overflow = [new OverflowRule
            {
                When = OverflowWhen.EstimatedWait, Threshold = 600, Target = new RuleTarget(TargetKind.HangUp),
            }],
            Calendar = "tashkent",
            LastAgent = new LastAgentRule(),
        }),
        ["rule-agent"] = Written(new AgentRule
        {
            Id = "01970000000070008000000000000001",
            Skills = new Dictionary<string, int> { ["support"] = 5 },
            Groups = ["first-line"],
            Queues = new Dictionary<string, int> { ["support"] = 1 },
        }),
        ["rule-black-list"] = Written(new BlackListRule
        {
            Id = "spam", Number = "+99890", Prefix = true, Reason = "Спам", ExpiresAt = At,
        }),
        ["rule-caller-id"] = Written(new CallerIdRule
        {
            Id = "own-net", Name = "Своя сеть", CallerId = "+998712000000", Prefixes = ["+99890"],
            Groups = ["vip"], Queues = ["debt"], Order = 10,
        }),
        ["rule-priority"] = Written(new PriorityRule
        {
            Id = "vip", Name = "VIP", Vip = true, ClientKind = ClientKind.Organization, Points = 30,
        }),
        ["rule-reason"] = Written(new ReasonRule
        {
            Id = "lunch", Names = new RuleNames("Обед", "Tushlik", "Lunch"), LimitMinutes = 60, Colour = "#d97706",
        }),
        ["rule-calendar"] = Written(new CalendarRule
        {
            Id = "tashkent",
            Name = "Ташкент",
            Week = [new OpenHours(DayOfWeek.Monday, "09:00", "18:00")],
            Holidays = [new Holiday { Date = new DateOnly(2026, 3, 21), Yearly = true, Name = "Навруз" }],
        }),
        ["rule-music"] = Written(new MusicRule { Id = "jazz", Name = "Джаз", Tracks = ["take-five"], Shuffled = true }),
        ["rules-of-kind"] = new RulesOfKindView(17, [Written(new GroupRule { Id = "first-line", Name = "Первая" })]),
        ["rule-problems"] = new RuleProblemsView(
            [new RuleProblem("out-of-range", "skills.uzbek", new Dictionary<string, string> { ["max"] = "10" })]),
        ["rule-changes"] = new RuleChangesPageView(
            [
                new RuleChangeView(
                    17, "skill", "uzbek", At, "01970000000070008000000000000004", "Рустам Назаров", "так надо", null,
                    Written(new SkillRule { Id = "uzbek", Name = "Узбекский язык" })),
            ],
            17),
        ["employees"] = new EmployeesView(
            [
                new EmployeeView(
                    "01970000000070008000000000000001", "agent1", "Азиза Каримова", EmployeeRole.Agent, "ru", true,
                    MayListenUnseen: true),
            ]),
        ["status"] = new StatusView(
            "up",
            [
                new QueueStatusView("support", "Поддержка", 3, 12, 95, 20),
                new QueueStatusView("express", "Экспресс", 0, null, null, null),
            ],
            [
                new AgentStatusView(
                    "01970000000070008000000000000001", "Азиза Каримова", AgentStatus.NotReady, "break", At)
                {
                    LimitAt = At.AddMinutes(15),
                    Obstacle = "network-bad",
                    OccupancyPercent = 78,
                    ContactsToday = 23,
                },
            ],
            Reasons),
    };

    private static readonly JsonSerializerOptions Wire = MakeWire();

    public static TheoryData<string> Names => [.. Messages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_message_looks_like_its_golden_file(string name)
    {
        var written = JsonSerializer.Serialize(Messages[name], Messages[name].GetType(), Wire) + "\n";

        await Golden.ShouldBeAsync(Golden.PathOf("tests", "wire", name + ".json"), written);
    }

    [Fact]
    public void Every_golden_file_has_a_message() => Directory.GetFiles(Golden.PathOf("tests", "wire"), "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order()
        .ShouldBe(Messages.Keys.Order());

    private static JsonElement Written<T>(T rule)
        where T : class, IRule => RuleChange.To(rule).Content!.Value;

    private static JsonSerializerOptions MakeWire()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        WebRegistration.UseWireFormat(options);
        return options;
    }
}
