using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Figures;

/// <summary>
/// What every number on the floor, the wall board and in an agent's own statistics means: the one place that says so.
/// Screens name a figure by its code and show what stands here. Who changes what a figure counts raises its version.
/// </summary>
public static class FigureCatalog
{
    private const string Calls = "calls";
    private const string Seconds = "seconds";
    private const string Share = "share";
    private const string Contacts = "contacts";
    private const string Answers = "answers";
    private const string Points = "points";

    public static IReadOnlyList<FigureDefinition> All { get; } =
    [
        new("waiting", Contacts, 1,
            new("Ждут", "Kutmoqda", "Waiting"),
            new("стоят в очереди сейчас: звонки, обратные звонки, сообщения; и те, кому звонит оператор",
                "hozir navbatda: qo‘ng‘iroqlar, qayta qo‘ng‘iroqlar, xabarlar; operatorda jiringlayotganlar ham",
                "in the line now: calls, call-backs, messages; those who ring at an agent too")),
        new("longest-wait", Seconds, 1,
            new("Дольше всех ждут", "Eng uzoq kutish", "Longest wait"),
            new("сейчас − начало ожидания первого в этой очереди",
                "hozir − shu navbatdagi birinchining kutish boshlanishi",
                "now − since when the first of this queue waits in it")),
        new("estimated-wait", Seconds, 1,
            new("Прогноз ожидания", "Kutish bahosi", "Likely wait"),
            new("место в очереди ÷ скорость, с которой очередь уменьшалась в последнее время",
                "navbatdagi o‘rin ÷ navbat so‘nggi paytda kamaygan tezlik",
                "place in the line ÷ the pace at which the line went down lately")),
        new("offered", Calls, 1,
            new("Поступило", "Tushgan", "Offered"),
            new("звонки, вставшие в очередь сегодня, + стоявшие в полночь = отвечено + потеряно + ушло иначе + ждут",
                "bugun navbatga turgan + yarim tunda turgan = javob berilgan + yo‘qotilgan + ketgan + kutayotgan",
                "queued today + in the line at midnight = answered + abandoned + left otherwise + waiting")),
        new("answered", Calls, 1,
            new("Отвечено", "Javob berilgan", "Answered"),
            new("звонки из очереди, с которыми начал говорить оператор",
                "navbatdan operator gaplasha boshlagan qo‘ng‘iroqlar",
                "calls of the queue with whom an agent has begun to talk")),
        new("answered-within", Calls, 1,
            new("Отвечено за T", "T ichida javob", "Answered within T"),
            new("отвеченные, ждавшие не дольше T секунд (T — порог очереди)",
                "T soniyadan uzoq kutmay javob olganlar (T — navbat chegarasi)",
                "answered after a wait of at most T seconds (T is the queue's threshold)")),
        new("abandoned", Calls, 1,
            new("Потеряно", "Yo‘qotilgan", "Abandoned"),
            new("положили трубку, пока ждали или пока звонило у оператора",
                "kutayotganda yoki operatorda jiringlayotganda go‘shakni qo‘yganlar",
                "hung up while they waited or while an agent's page rang")),
        new("abandoned-within", Calls, 1,
            new("Потеряно за T", "T ichida yo‘qotilgan", "Abandoned within T"),
            new("потерянные, ждавшие не дольше T секунд", "T soniyadan uzoq kutmay ketganlar",
                "abandoned after a wait of at most T seconds")),
        new("left-otherwise", Calls, 1,
            new("Ушло иначе", "Boshqacha ketgan", "Left otherwise"),
            new("переведены в другую очередь или сценарий, выбрали обратный звонок, сняты супервизором, не впущены",
                "boshqa navbat yoki ssenariyga o‘tgan, qayta qo‘ng‘iroqni tanlagan, supervizor olgan, kiritilmagan",
                "sent to another queue or flow, chose a call-back, taken out by a supervisor, not served by rule")),
        new("service-level", Share, 1,
            new("Уровень сервиса (отвеченных)", "Xizmat darajasi (javob berilgan)", "Service level (of answered)"),
            new("отвечено за T ÷ отвечено", "T ichida javob ÷ javob berilgan", "answered within T ÷ answered")),
        new("service-level-of-all", Share, 1,
            new("Уровень сервиса (всех)", "Xizmat darajasi (hammasi)", "Service level (of all)"),
            new("отвечено за T ÷ (отвечено + потеряно после T)",
                "T ichida javob ÷ (javob berilgan + T dan keyin yo‘qotilgan)",
                "answered within T ÷ (answered + abandoned after T)")),
        new("average-wait", Seconds, 1,
            new("Среднее ожидание", "O‘rtacha kutish", "Average wait"),
            new("сумма ожиданий отвеченных ÷ отвечено", "javob berilganlar kutishi yig‘indisi ÷ javob berilgan",
                "waits of the answered ÷ answered")),
        new("handled", Contacts, 1,
            new("Обработано", "Ishlangan", "Handled"),
            new("разговоры, постобработка которых закончилась сегодня",
                "yakunlash ishi bugun tugagan suhbatlar", "talks whose wrap-up ended today")),
        new("average-handle", Seconds, 1,
            new("Среднее время обработки", "O‘rtacha ishlash vaqti", "Average handle time"),
            new("(разговор + удержание + постобработка) ÷ обработано",
                "(suhbat + ushlab turish + yakunlash) ÷ ishlangan", "(talk + hold + wrap-up) ÷ handled")),
        new("average-talk", Seconds, 1,
            new("Средний разговор", "O‘rtacha suhbat", "Average talk"),
            new("разговор без удержания ÷ обработано", "ushlab turishsiz suhbat ÷ ishlangan",
                "talk without hold ÷ handled")),
        new("average-wrap-up", Seconds, 1,
            new("Средняя постобработка", "O‘rtacha yakunlash", "Average wrap-up"),
            new("постобработка до записи результата ÷ обработано", "natija yozilguncha yakunlash ÷ ishlangan",
                "wrap-up until the result is recorded ÷ handled")),
        new("occupancy", Share, 2,
            new("Занятость", "Bandlik", "Occupancy"),
            new("(разговор + удержание + постобработка) ÷ (они же + готов + вызов), сегодня",
                "(suhbat + ushlab turish + yakunlash) ÷ (ular + tayyor + jiringlash), bugun",
                "(talk + hold + wrap-up) ÷ (the same + ready + ringing), today")),
        new("contacts", Contacts, 1,
            new("Контакты", "Suhbatlar", "Contacts"),
            new("разговоры, начатые сегодня", "bugun boshlangan suhbatlar", "talks begun today")),
        new("time-in-state", Seconds, 1,
            new("В состоянии", "Holatda", "Time in state"),
            new("сейчас − начало состояния", "hozir − holat boshlanishi", "now − beginning of the state")),
        new("stage-time", Seconds, 1,
            new("Время этапа", "Bosqich vaqti", "Time of the stage"),
            new("сейчас − начало этапа звонка", "hozir − qo‘ng‘iroq bosqichining boshlanishi",
                "now − beginning of the call's stage")),
        new("agents-ready", "agents", 1,
            new("Готовы", "Tayyor", "Ready"),
            new("операторы очереди, готовые принять звонок сейчас", "navbatning hozir tayyor operatorlari",
                "agents of the queue who can take a call now")),
        new("survey-answers", Answers, 1,
            new("Оценок", "Baholar", "Answers"),
            new("ответы клиентов на вопросы опроса после разговора",
                "suhbatdan keyingi so‘rov savollariga mijozlar javoblari",
                "answers of clients to the questions of a survey after the talk")),
        new("csat", Share, 1,
            new("CSAT", "CSAT", "CSAT"),
            new("оценки 4 и 5 из 5 ÷ все оценки CSAT (на другой шкале — верхняя четверть)",
                "5 dan 4 va 5 baholar ÷ barcha CSAT baholari (boshqa shkalada — yuqori chorak)",
                "scores 4 and 5 of 5 ÷ all CSAT scores (on another scale its upper quarter)")),
        new("csat-average", Points, 1,
            new("Средняя CSAT", "O‘rtacha CSAT", "Average CSAT"),
            new("сумма оценок CSAT ÷ их число, по шкале от 1 до 5",
                "CSAT baholari yig‘indisi ÷ ularning soni, 1 dan 5 gacha shkalada",
                "sum of the CSAT scores ÷ their count, on a scale of 1 to 5")),
        new("nps", Points, 1,
            new("NPS", "NPS", "NPS"),
            new("% сторонников (9–10) − % критиков (0–6) среди ответов NPS, от −100 до 100",
                "NPS javoblari ichida tarafdorlar (9–10) % − tanqidchilar (0–6) %, −100 dan 100 gacha",
                "% promoters (9–10) − % detractors (0–6) of the NPS answers, −100 to 100")),
        new("csi", Share, 1,
            new("CSI", "CSI", "CSI"),
            new("среднее по вопросам: (средняя оценка − низшая) ÷ (высшая − низшая)",
                "savollar bo‘yicha o‘rtacha: (o‘rtacha baho − eng past) ÷ (eng yuqori − eng past)",
                "average over the questions: (average score − lowest) ÷ (highest − lowest)")),
    ];
}

/// <summary>What one figure means.</summary>
/// <param name="Code">Names it on the wire. A released one is never renamed.</param>
/// <param name="Unit">
/// <c>calls</c>, <c>contacts</c>, <c>agents</c>, <c>answers</c>, <c>points</c>, <c>seconds</c>, or <c>share</c>: 0
/// to 1.
/// </param>
/// <param name="Version">Raised when it counts something else than before.</param>
/// <param name="Names">As screens show it.</param>
/// <param name="Formulas">How it is reckoned.</param>
public sealed record FigureDefinition(string Code, string Unit, int Version, RuleNames Names, RuleNames Formulas);
