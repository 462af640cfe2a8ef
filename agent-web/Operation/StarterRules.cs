using CrmUms.Acd.Agents;
using CrmUms.Acd.Rules;

namespace CrmUms.AgentWeb.Operation;

/// <summary>
/// What every centre begins with: reasons and opening hours. No number leads anywhere before somebody says so.
/// </summary>
internal static class StarterRules
{
    private const string Amber = "#d97706";
    private const string Blue = "#2563eb";
    private const string Grey = "#6b7280";
    private const string Red = "#dc2626";

    private static readonly DayOfWeek[] Workdays =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
        DayOfWeek.Saturday,
    ];

    public static IEnumerable<RuleChange> All { get; } =
    [
        RuleChange.To(new SettingsRule { Id = SettingsRule.TheOne }),
        RuleChange.To(Tashkent()),
        .. Reasons().Select((reason, position) => RuleChange.To(reason with { Position = position })),
    ];

    // In the order shown; what the program says stands behind, for its name and colour.
    private static IEnumerable<ReasonRule> Reasons() =>
    [
        Reason("break", Amber, 15, "Перерыв", "Tanaffus", "Break"),
        Reason("lunch", Amber, 60, "Обед", "Tushlik", "Lunch"),
        Reason("training", Blue, null, "Обучение", "O‘qish", "Training"),
        Reason("meeting", Blue, 60, "Совещание", "Yig‘ilish", "Meeting"),
        Reason("paperwork", Blue, 30, "Работа с документами", "Hujjatlar bilan ish", "Paperwork"),
        OfProgram(NotReadyReasons.SignedIn, Grey, "Вошёл в систему", "Tizimga kirdi", "Signed in"),
        OfProgram(NotReadyReasons.NoAnswer, Red, "Не ответил", "Javob bermadi", "No answer"),
        OfProgram(NotReadyReasons.PageClosed, Red, "Страница закрыта", "Sahifa yopilgan", "Page closed"),
        OfProgram(NotReadyReasons.AudioLost, Red, "Нет звука", "Ovoz yo‘q", "Audio lost"),
        OfProgram(NotReadyReasons.NoMicrophone, Red, "Нет микрофона", "Mikrofon yo‘q", "No microphone"),
        OfProgram(NotReadyReasons.Inactive, Red, "Нет на месте", "Joyida yo‘q", "Away from the page"),
    ];

    private static ReasonRule Reason(string id, string colour, int? limitMinutes, string ru, string uz, string en) =>
        new() { Id = id, Names = new RuleNames(ru, uz, en), Colour = colour, LimitMinutes = limitMinutes };

    private static ReasonRule OfProgram(string id, string colour, string ru, string uz, string en) =>
        Reason(id, colour, null, ru, uz, en) with { Choosable = false };

    private static CalendarRule Tashkent() => new()
    {
        Id = "tashkent",
        Name = "Ташкент, 9–18",
        TimeZone = "Asia/Tashkent",
        Week = [.. Workdays.Select(day => new OpenHours(day, "09:00", "18:00"))],
        Holidays =
        [
            .. new (int Month, int Day, string Name)[]
            {
                (1, 1, "Новый год"), (3, 8, "Международный женский день"), (3, 21, "Навруз"),
                (5, 9, "День памяти и почестей"), (9, 1, "День независимости"), (10, 1, "День учителя"),
                (12, 8, "День Конституции"),
            }.Select(day => new Holiday
            {
                Date = new DateOnly(2026, day.Month, day.Day), Yearly = true, Name = day.Name,
            }),
        ],
    };
}
