using CrmUms.LoadTests.Desks;
using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>A caller waits, an agent says he is ready: how long until he is offered.</summary>
internal sealed class ReadyToOffer(Phone callers, ProductCentre centre, Report report)
{
    private const int Rounds = 60;
    private const int WarmRounds = 10;

    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OfferMax = TimeSpan.FromSeconds(5);

    // From the PBX's answer on, he has joined the line long before.
    private static readonly TimeSpan WaitsFor = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync()
    {
        Report.Title("Agent becomes ready, a caller waits: offer in his page");
        var desk = centre.Desks[0];
        var waits = new List<TimeSpan>();
        for (var round = -WarmRounds; round < Rounds; round++)
        {
            var wait = await RoundAsync(desk, round);
            if (round >= 0)
            {
                waits.Add(wait);
            }
        }

        var figures = Figures.Of(waits);
        Report.Line(centre.Name, $"{figures}   load {Machine.Load():F1}");
        report.Keep("readyToOffer", new { figures, load = Machine.Load() });
        report.Hold("p99, ms", figures.P99, Budgets.ReadyP99);
    }

    private async Task<TimeSpan> RoundAsync(Desk desk, int round)
    {
        var offered = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Offered = (_, at) => offered.TrySetResult(at);
        var call = await callers.CallAsync(centre.Address, $"+99891{round + WarmRounds:d7}");
        await call.WaitForAnswerAsync(AnswerMax);
        await Task.Delay(WaitsFor);
        var saidAt = Machine.Now;
        await desk.SayReadyAsync();
        var wait = await offered.Task.WaitAsync(OfferMax) - saidAt;
        await call.HangUpAsync();
        await desk.WaitForStatusAsync("ready");
        await desk.MakeNotReadyAsync();
        return wait;
    }
}
