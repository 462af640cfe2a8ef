using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Pages;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>
/// From the click on "answer" until both hear each other, in a real Chromium whose audio leg is open. Each side says a
/// tone of its own; heard is the first moment at which it is there.
/// </summary>
internal sealed class AnswerToAudio(Report report, string folder)
{
    private const int Rounds = 100; // Of fewer, the p99 is the one worst.
    private const int WarmRounds = 3;
    private const int CustomerHertz = 440;
    private const int AgentHertz = 700;
    private const double SaidDbfs = -10;
    private const double HeardDbfs = -22;

    private static readonly TimeSpan HeardMax = TimeSpan.FromSeconds(5);

    // Short, so that a tone is known soon after it begins.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync()
    {
        Report.Title("Click on \"answer\" until both hear each other: open leg, Chromium");
        await using var callers = new Phone(new PhoneOptions
        {
            SipPort = Ports.CallersSip,
            RtpPortMin = Ports.PhonesRtpMin + 700,
            RtpPortMax = Ports.PhonesRtpMax,
        });
        await using var page = await AgentPage.OpenAsync(folder, AgentHertz, SaidDbfs);
        var rounds = new List<Round>();
        for (var round = -WarmRounds; round < Rounds; round++)
        {
            var times = await RoundAsync(callers, page, round);
            if (round >= 0)
            {
                rounds.Add(times);
            }
        }

        var both = Figures.Of(rounds.Select(round => round.Agent > round.Customer ? round.Agent : round.Customer));
        var (agent, customer) = (Figures.Of(rounds.Select(r => r.Agent)), Figures.Of(rounds.Select(r => r.Customer)));
        Report.Line("both", $"{both}   load {Machine.Load():F1}");
        Report.Line("agent hears customer", $"{agent}");
        Report.Line("customer hears agent", $"{customer}");
        report.Keep("answerToAudio", new { both, agent, customer, load = Machine.Load() });
        report.Hold("p99, ms", both.P99, Budgets.AnswerP99);
    }

    private static async Task<Round> RoundAsync(Phone callers, AgentPage page, int number)
    {
        var call = await callers.CallAsync(
            $"sip:1001@{Ports.Product}",
            $"+99892{number + WarmRounds:d7}",
            options: new CallOptions { Sound = Sound.Tone(CustomerHertz, SaidDbfs) });
        await page.WaitForOfferAsync();
        await page.ListenAsync(CustomerHertz, HeardDbfs);
        var customer = HearAsync(call);
        await page.AnswerAsync();
        var heardAt = await customer;
        var (clickedAt, agentHeardAt) = await page.HeardAsync();
        await call.HangUpAsync();
        await page.FinishWrapUpAsync();
        return new Round(agentHeardAt - clickedAt, heardAt - clickedAt);
    }

    private static async Task<TimeSpan> HearAsync(PhoneCall call)
    {
        var limit = Machine.Now + HeardMax;
        while (call.Media.ToneLevel(AgentHertz, Window) < HeardDbfs)
        {
            if (Machine.Now > limit)
            {
                var level = call.Media.ToneLevel(AgentHertz);
                throw new TimeoutException($"The customer does not hear the agent: {level:F0} dB.");
            }

            await Task.Delay(1);
        }

        return Machine.Now;
    }

    /// <summary>From the click until each heard the other.</summary>
    private sealed record Round(TimeSpan Agent, TimeSpan Customer);
}
