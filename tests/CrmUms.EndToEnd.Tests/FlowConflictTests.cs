namespace CrmUms.EndToEnd.Tests;

/// <summary>Two administrators draw one flow at once: whoever saves later sees what differs, and chooses.</summary>
public sealed class FlowConflictTests(Instance instance) : EndToEndTest(instance)
{
    private const string Flow = "shared";

    [Fact]
    public async Task Whoever_saves_later_takes_the_other_drawing_or_puts_his_own_in_its_place()
    {
        var first = await Administrates();
        await first.PutFlow(Flow, "1170", FlowStep.End("bye", "crmums-busy"));
        var (hers, his) = (await Opens(first), await Opens(await Administrates()));

        await hers.Drag("play", 420, 60);
        await hers.Save();
        await his.Drag("say", 420, 260);
        await his.TryToSave();
        await his.Sees("flow-conflict");
        await his.Sees("flow-added-say-1");
        await his.Sees("flow-removed-play-1");
        await his.Click("flow-take-theirs");
        await his.Sees("flow-node-play-1");
        await his.SeesNot("flow-node-say-1");

        await his.Drag("say", 420, 260);
        await his.Save();
        await hers.Drag("hours", 700, 60);
        await hers.TryToSave();
        await hers.Sees("flow-conflict");
        await hers.Click("flow-overwrite");
        await hers.SeesNot("flow-conflict");
        var draft = (await first.FetchAsync("/api/rules/flow")).GetProperty("items").EnumerateArray()
            .Single(flow => flow.Text("id") == Flow).GetProperty("draft");
        draft.GetProperty("nodes").EnumerateArray().Select(node => node.Text("id"))
            .ShouldBe(["bye", "play-1", "hours-1"], ignoreOrder: true);
    }

    private static async Task<FlowDrawing> Opens(AgentPage administrator)
    {
        await administrator.Page.ReloadAsync();
        var drawing = new FlowDrawing(administrator.Page);
        await drawing.OpenFlow(Flow);
        return drawing;
    }
}
