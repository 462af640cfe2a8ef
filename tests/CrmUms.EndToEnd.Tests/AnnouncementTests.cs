using System.Globalization;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Who waits is told his place and how long it may take. Each word of it is a tone of its own here.</summary>
public sealed class AnnouncementTests(Instance instance) : EndToEndTest(instance)
{
    private const string Number = "1130";
    private const string Queue = "announced";
    private const int NextHertz = 1_000;
    private const int PlaceHertz = 1_200;
    private const int TwoHertz = 1_400;
    private const int WaitHertz = 1_600;

    [Fact]
    public async Task Who_waits_hears_his_place_and_the_likely_wait_and_its_error_is_measured()
    {
        await SetsUp();
        var agent = await SignsIn(AgentPage.Aziza);
        for (var gone = 1; gone <= 3; gone++)
        {
            await CallsAndGivesUp(); // From how fast callers leave the line it is known how long it takes.
        }

        var first = await Dials(Number);
        await first.Hears(NextHertz);
        await first.Hears(WaitHertz);
        await first.HearsMusic();
        var second = await Dials(Number, "+998900000002");
        await second.Hears(PlaceHertz);
        await second.Hears(TwoHertz);
        await second.Hears(WaitHertz);
        await second.HearsMusic();

        await agent.Click("ready-button");
        await agent.SeesOffer();
        await agent.Answer();
        await BothHear(agent, first);
        await second.HangUp();
        await agent.HangUp();
        await agent.FinishWrapUp();
        var count = (await Instance.Office.MetricAsync("crmums_acd_estimate_error_seconds_count"))
            .Single(line => line.Contains(Queue, StringComparison.Ordinal));
        double.Parse(count.Split(' ')[^1], CultureInfo.InvariantCulture).ShouldBe(1, count);
    }

    private async Task SetsUp()
    {
        var administrator = await Administrates();
        foreach (var (prompt, hertz) in new[]
        {
            ("say-next", NextHertz), ("say-position", PlaceHertz), ("say-2", TwoHertz), ("say-wait-short", WaitHertz),
        })
        {
            await administrator.PutTone(prompt, hertz, 1, Instance.Output);
        }

        await administrator.PutRule("queue", Queue, new
        {
            id = Queue, name = "С объявлениями",
            announcement = new { firstAfterSeconds = 1, everySeconds = 60, position = true, estimatedWait = true },
        });
        await administrator.PutNumber(Number, "queue", Queue);
    }

    private async Task CallsAndGivesUp()
    {
        var caller = await Dials(Number, "+998900000001");
        await Instance.Office.WaitingAreAsync(1);
        await caller.HangUp();
        await Instance.Office.WaitingAreAsync(0);
    }
}
