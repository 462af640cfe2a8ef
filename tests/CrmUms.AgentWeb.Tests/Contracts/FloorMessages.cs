using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Tests.Contracts;

/// <summary>What travels of the live floor.</summary>
internal static class FloorMessages
{
    private const string Aziza = "01970000000070008000000000000001";
    private const string Call = "0197aaaa00007000800000000000000a";

    private static readonly DateTimeOffset At = new(2026, 7, 14, 9, 30, 15, 250, TimeSpan.Zero);
    private static readonly DeskNumber Number = new(CallerNumberKind.Known, "+998901234567");
    private static readonly FloorClient Client =
        new("0197bbbb00007000800000000000000b", "Юсупов Тимур Рашидович", true);

    private static readonly FloorAgentState Talking = new(AgentStatus.Talking, null, At)
    {
        NextReason = "lunch",
        Call = new FloorCall(Call, CallKind.Call, "connected", "support", At)
        {
            Number = Number, Client = Client, Help = new DeskHelp("Клиент недоволен", At, null),
        },
    };

    private static readonly AgentFiguresView Own = new(23, 22, 3_960.5, 120, 660, 5_400, 1_800, WorkKind.Busy, At);

    private static readonly FloorAgent Agent = new(Aziza, 41)
    {
        SetUp = new FloorAgentSetUp(
            "Азиза Каримова", ["first-line"], ["support"], new Dictionary<string, int> { ["support"] = 5 }),
        State = Talking,
        Figures = Own,
    };

    private static readonly FloorQueue Queue = new("support", 40)
    {
        SetUp = new FloorQueueSetUp("Поддержка", 20, 10),
        Line = new FloorLine(3, At, 95, 7, 2),
        Figures = new QueueFiguresView(120, 100, 80, 15, 5, 2, 1_240.5, 98, 17_640, 980, 2_940),
    };

    private static readonly FloorCaller Caller = new(Call, 39, CallKind.Call, "support", Number, Client, At, 30, 20)
    {
        AssignedTo = Aziza, AssignedUntil = At.AddMinutes(2),
    };

    private static readonly FloorCaller InFlow = Caller with
    {
        InteractionId = "0197bbbb000070008000000000000002",
        QueueId = "",
        AssignedTo = null,
        AssignedUntil = null,
        Place = ContactWhere.InFlow,
        Through = "Приветствие",
    };

    private static readonly ChatMessageView Said =
        new(Call, 14, "group.first-line", Aziza, "Азиза Каримова", "Терминал снова работает", At);

    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>
    {
        ["floor-snapshot"] = new FloorSnapshot(
            41, At, "up", new DateOnly(2026, 7, 14),
            new FloorSetUp(
                [new NamedView("first-line", "Первая линия")],
                [new NamedView("support", "Поддержка")],
                [new ReasonView("lunch", new TopicNames("Обед", "Tushlik", "Lunch"), "#d97706", 60, true)]),
            [Agent], [Queue], [Caller]),
        ["floor-change"] = new FloorChange(42, At)
        {
            Agents = [new FloorAgent(Aziza, 42) { State = new FloorAgentState(AgentStatus.NotReady, "lunch", At)
            {
                LimitAt = At.AddMinutes(60), Obstacle = null,
            } }],
            Queues = [new FloorQueue("support", 42) { Line = new FloorLine(0, null, null, 7, 3) }],
            Callers = [InFlow],
            CallersGone = [Call],
        },
        ["work-snapshot"] = new WorkSnapshot(
            5, At, [new WorkQueue("support", "Поддержка", 20, 10, MayPick: true)], [Caller]),
        ["work-change"] = new WorkChange(6, At) { CallersGone = [Call] },
        ["floor-beat"] = new FloorBeat(42, At),
        ["figures-own"] = Own,
        ["desk-event-figures-changed"] = new DeskEvent.FiguresChanged(46, Own),
        ["desk-event-notices-changed"] = new DeskEvent.NoticesChanged(47),
        ["desk-event-chat-said"] = new DeskEvent.ChatSaid(48, Said),
        ["chat-rooms"] = new[]
        {
            new ChatRoomView("all", "", null, 0, 12, null),
            new ChatRoomView("group.first-line", "Первая линия", null, 2, 12, Said),
        },
        ["chat-page"] = new ChatPageView([Said], HasOlder: true),
        ["chat-people"] = new[] { new ChatPersonView(Aziza, "Азиза Каримова", IsSupervisor: false) },
        ["notices"] = new[] { new NoticeView(Call, "В 15:00 собрание", "Нодира Алиева", At) },
        ["notices-sent"] = new[] { new SentNoticeView(Call, "В 15:00 собрание", "Нодира Алиева", At, 12, 7) },
        ["act-results"] = new ActResultsView([new ActResultView(Aziza, null), new ActResultView(Call, "notWaiting")]),
        ["figure-definitions"] = new FigureDefinitionsView([FigureCatalog.All[0]]),
    };
}
