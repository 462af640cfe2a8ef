using CrmUms.SipPhone;

namespace CrmUms.EndToEnd.Tests;

public sealed class OddCallersTests(Instance instance) : EndToEndTest(instance)
{
    private const int LongestShown = 64;

    [Fact]
    public async Task A_caller_of_an_unknown_number_is_told_so_and_hung_up()
    {
        var number = "4040404";
        var caller = await Dials(number, "+998900000404");
        await caller.HearsMusic(); // The announcement: anything but silence.
        var ending = await caller.IsHungUp(20);

        ending.Kind.ShouldBeOneOf(CallEndingKind.PeerHungUp, CallEndingKind.Refused);
        (ending.Status == 404 || ending.Q850 is 1 or 16).ShouldBeTrue(ending.ToString());
        var prompt = Path.Combine(Instance.Folder, "asterisk", "data", "sounds", "ru", "crmums-unknown-number.wav");
        caller.LikenessOfHeard(prompt).ShouldBeGreaterThan(0.9, "the announcement was not heard");
        var kept = await Instance.Office.NewestAsync(
            item => item.GetProperty("number").Text("shown") == "+998900000404");
        kept.Text("ending").ShouldBe("unknownNumber");
    }

    public static TheoryData<string, string> OddNumbers => new()
    {
        { "letters", "alice_smith" },
        { "Cyrillic", "Алишер" },
        { "quotes", "\"O'Neil\" <b>&quot;" },
        { "200 characters", new string('7', 200) },
        { "SQL", "1'; DROP TABLE clients; --" },
    };

    [Theory]
    [MemberData(nameof(OddNumbers))]
    public async Task A_caller_with_an_odd_number_is_offered_heard_and_kept(string kind, string number)
    {
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Queues.Express, number, name: number);
        await IsServed(agent, caller);
        (await agent.Reads("caller-number")).Length.ShouldBeInRange(1, LongestShown, kind);
        await Ends(agent, caller);
    }

    [Fact]
    public async Task An_anonymous_caller_is_offered_as_one_whose_number_is_withheld()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Queues.Express, options: new CallOptions { Anonymous = true });
        await IsServed(agent, caller);
        await agent.Sees("caller-number", "kind", "anonymous");
        await Ends(agent, caller);
    }

    [Fact]
    public async Task A_caller_without_any_number_is_offered_and_heard()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Queues.Express, options: new CallOptions { RawFrom = "<sip:127.0.0.1>" });
        await IsServed(agent, caller);
        await agent.Sees("caller-number", "kind", "anonymous");
        await Ends(agent, caller);
    }

    private static async Task IsServed(AgentPage agent, Caller caller)
    {
        await agent.SeesOffer();
        await agent.Answer();
        await BothHear(agent, caller);
    }

    private async Task Ends(AgentPage agent, Caller caller)
    {
        var interaction = await agent.InteractionInHand();
        await caller.HangUp();
        await agent.SeesStage("wrapping-up");
        await agent.FinishWrapUp();
        await agent.SeesStatus("ready");
        (await Instance.Office.KeptAsync(interaction)).Text("ending").ShouldBe("callerHungUp");
        await agent.HistoryRow(interaction).WaitForAsync();
    }
}
