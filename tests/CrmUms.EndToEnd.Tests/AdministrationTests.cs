using System.Text.Json.Nodes;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// The centre is set up in the page, without programming: what makes no sense is refused in words and by the server
/// itself, and what makes sense holds for the next caller.
/// </summary>
public sealed class AdministrationTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1777";

    [Fact]
    public async Task A_skill_of_level_eleven_is_refused()
    {
        var admin = await Administrator();
        await admin.Opens("agent");
        await admin.OpensAgent(AgentPage.AzizaName);

        await admin.Fills("skills.support", "11");

        await admin.IsToldAt("skills.support", "11 не подходит: можно от 1 до 10");
        await admin.TriesToSave();
        await admin.IsTold("out-of-range", "можно от 1 до 10");
        await admin.GivesUp();
        await admin.ServerRefuses(
            "agent", new string('a', 32), new { skills = new { support = 11 } }, "out-of-range", "skills.support");
    }

    [Fact]
    public async Task Hours_that_overlap_are_refused()
    {
        var admin = await Administrator();
        await admin.Opens("calendar", "tashkent");

        await admin.Clicks("Понедельник: добавить часы");
        await admin.FillsLast("Понедельник: с", "17:00");

        await admin.IsTold("overlapping-hours", "Понедельник: часы с 17:00 пересекаются с другими часами этого дня");
        await admin.TriesToSave();
        await admin.IsTold("overlapping-hours", "Понедельник: часы с 17:00 пересекаются с другими часами этого дня");
        await admin.GivesUp();
        var week = new[] { Monday("09:00", "18:00"), Monday("17:00", "20:00") };
        await admin.ServerRefuses(
            "calendar", "overlapping", new { name = "Office", week }, "overlapping-hours", "week[1]");

        static object Monday(string from, string to) => new { day = "monday", from, to };
    }

    [Fact]
    public async Task A_number_that_leads_nowhere_is_refused()
    {
        var admin = await Administrator();
        await admin.Begins("number");
        await admin.Fills("id", "1888");

        await admin.TriesToSave();

        await admin.IsToldAt("target", "Укажите, куда направить клиента");
        await admin.GivesUp();
        await admin.ServerRefuses("number", "1888", new { name = "" }, "target-missing", "target");
    }

    [Fact]
    public async Task An_overflow_that_leads_nowhere_or_round_in_a_circle_is_refused()
    {
        var admin = await Administrator();
        await admin.Opens("queue", "support");
        await admin.Clicks("+ Условие");
        await admin.IsToldAt("overflow.0.target", "Укажите, куда направить клиента");

        await admin.Chooses("overflow.0.target", "Очередь");
        await admin.Chooses("overflow.0.target", "Задолженность", list: 1);

        await admin.IsTold("circular-overflow", "Клиент ходил бы по кругу: Поддержка → Задолженность → Поддержка");
        await admin.TriesToSave();
        await admin.IsTold("circular-overflow", "Клиент ходил бы по кругу");
        await admin.GivesUp();
        var circle = JsonNode.Parse((await admin.Item("queue", "support")).GetRawText())!;
        circle["overflow"] = JsonNode.Parse(
            """[{ "when": "wait", "threshold": 60, "target": { "kind": "queue", "id": "debt" } }]""");
        await admin.ServerRefuses("queue", "support", circle, "circular-overflow", "overflow");
    }

    [Fact]
    public async Task What_is_in_use_cannot_be_removed_and_the_page_says_by_whom()
    {
        var admin = await Administrator();

        await admin.Opens("skill", "debt");
        await admin.TriesToRemove();
        await admin.IsTold("in-use", "Нельзя убрать, используется");
        await admin.IsTold("in-use", "очередь «Задолженность»");
        await admin.Opens("queue", "express");
        await admin.TriesToRemove();
        await admin.IsTold("in-use", "номер «Экспресс»");

        await admin.ServerKeeps("skill", "debt");
        await admin.ServerKeeps("queue", "express");
    }

    [Fact]
    public async Task A_prompt_that_callers_of_a_number_hear_cannot_be_removed_and_the_page_says_by_whom()
    {
        var admin = await Administrator();
        var words = new { text = "Добро пожаловать", name = "Вход" };
        await admin.Sends("POST", "/api/prompts/entrance/ru/synthesise", words);
        await admin.Opens("prompts", "entrance");
        await admin.Reads("used-by", "нигде");

        var target = new { kind = "queue", id = "express" };
        await admin.Sends("PUT", "/api/rules/number/1999", new { name = "Вход", target, greeting = "entrance" });

        await admin.Opens("number");
        await admin.Opens("prompts", "entrance");
        await admin.Reads("used-by", "номер «Вход»");
        await admin.TriesToRemove();
        await admin.IsToldInPassing("Нельзя удалить, используется: номер «Вход»");
        await admin.Sends("DELETE", "/api/rules/number/1999");
        await admin.Sends("DELETE", "/api/prompts/entrance");
    }

    [Fact]
    public async Task A_skill_a_queue_and_a_number_made_in_the_page_lead_the_next_caller_to_the_agent_who_can()
    {
        var unable = await IsReady(AgentPage.Aziza);
        var able = await IsReady(AgentPage.Bobur);
        var admin = await Administrator();

        await admin.Begins("skill");
        await admin.Fills("name", "Казахский");
        await admin.Saves();
        await admin.Opens("agent");
        await admin.OpensAgent(AgentPage.BoburName);
        await admin.ChoosesLabelled("Добавить навык", "Казахский");
        await admin.Saves();
        await admin.Begins("queue", hasPatterns: true);
        await admin.Fills("name", "Казахская линия");
        await admin.ChoosesLabelled("Навык", "Казахский");
        await admin.Clicks("Добавить");
        await admin.Saves();
        await admin.Begins("number");
        await admin.Fills("id", Number);
        await admin.Chooses("target", "Очередь");
        await admin.Chooses("target", "Казахская линия", list: 1);
        await admin.Saves();

        var caller = await Dials(Number);
        await able.SeesOffer();
        await able.SeesText("offer-panel", "Казахская линия");
        await unable.SeesNoCall();
        await able.Answer();
        await BothHear(able, caller);
    }

    private async Task<AdministrationPage> Administrator() =>
        await AdministrationPage.SignInAsync(await OpensPage(AdministrationPage.Login));
}
