namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// A flow is drawn by mouse, a number leads into it, and callers walk it by telephone. Its prompts are tones, so that
/// the caller knows which one he hears. Only Aziza's Uzbek is good enough for one of its queues, only Bobur's Russian
/// for the other.
/// </summary>
public sealed class FlowTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1002";
    private const string FlowName = "Выбор языка";
    private const string Uzbek = "O‘zbekcha";
    private const string Russian = "По-русски";
    private const int WelcomeHertz = 1_000;
    private const int MenuHertz = 1_300;

    [Fact]
    public async Task A_flow_drawn_by_mouse_leads_each_digit_to_its_agent()
    {
        var administrator = await OpensPage("admin");
        await administrator.TrySignIn(AgentPage.Password);
        await administrator.Sees("nav-flows");
        await SetsUpQueuesAndPrompts(administrator);

        var drawing = new FlowDrawing(administrator.Page);
        await DrawsTheFlow(drawing);
        await drawing.Publish();
        await LeadsTheNumberThere(administrator);

        var aziza = await IsReady(AgentPage.Aziza);
        var bobur = await IsReady(AgentPage.Bobur);
        await Reaches(aziza, bobur, "1", Uzbek);
        await Reaches(bobur, aziza, "2", Russian);
    }

    private async Task SetsUpQueuesAndPrompts(AgentPage administrator)
    {
        await PutQueue(administrator, "uzbek", "Узбекский", "uzbek >= 10");
        await PutQueue(administrator, "russian", "Русский", "russian >= 6");
        foreach (var (prompt, hertz, seconds) in new[] { ("welcome", WelcomeHertz, 2), ("choose", MenuHertz, 20) })
        {
            var file = Path.Combine(Instance.Output, $"{prompt}.wav");
            Tones.Write(file, hertz, seconds);
            await administrator.PutPrompt(prompt, "ru", file);
        }
    }

    private static Task PutQueue(AgentPage administrator, string id, string name, string requirement) =>
        administrator.PutRule("queue", id, new { id, name, requirement });

    private static async Task DrawsTheFlow(FlowDrawing drawing)
    {
        await drawing.Begin(FlowName);
        await drawing.Drag("play", 130, 40);
        await drawing.Drag("menu", 390, 40);
        await drawing.Drag("queue", 650, 40);
        await drawing.Drag("queue", 650, 320);
        await drawing.SeesProblem("queue-2", "setting-required");

        await drawing.Open("play-1");
        await drawing.Choose("prompts", "welcome");
        await drawing.Open("menu-1");
        await drawing.Choose("prompts", "choose");
        await drawing.AddOption(0, Uzbek);
        await drawing.AddOption(1, Russian);
        await drawing.Open("queue-1");
        await drawing.Choose("queue", "uzbek");
        await drawing.Open("queue-2");
        await drawing.Choose("queue", "russian");

        await drawing.Connect("play-1", "done", "menu-1");
        await drawing.Connect("menu-1", "1", "queue-1");
        await drawing.Connect("menu-1", "2", "queue-2");
        await drawing.Connect("menu-1", "no-input", "queue-2");
        await drawing.SeesProblem("menu-1", "exit-open");
        await drawing.Connect("menu-1", "no-match", "queue-2");
        await drawing.SeesNoProblems();
    }

    private static async Task LeadsTheNumberThere(AgentPage administrator)
    {
        await administrator.Click("nav-admin");
        await administrator.Click("section-number");
        await administrator.Click("new-item");
        await administrator.Fills("id", Number);
        await administrator.Fills("name", FlowName);
        await administrator.Chooses("target", "Сценарий");
        await administrator.Chooses("target", FlowName, place: 1);
        await administrator.Click("save");
        await administrator.Sees("editor", "draft", "false");
    }

    private async Task Reaches(AgentPage right, AgentPage other, string digit, string label)
    {
        var caller = await Dials(Number);
        await caller.IsAnswered();
        await caller.Hears(WelcomeHertz);
        await caller.Hears(MenuHertz);
        await caller.Call.Media.SendDigitsAsync(digit);

        await right.SeesOffer();
        await other.SeesNoCall();
        await right.Answer();
        await BothHear(right, caller);
        var interaction = await right.InteractionInHand();
        await right.HangUp();
        await caller.IsHungUp();
        await right.FinishWrapUp();
        await right.SeesStatus("ready");
        await right.OpensHistoryOf(interaction);
        await right.SeesText("timeline", $"{digit} · {label} · Меню 1");
    }
}
