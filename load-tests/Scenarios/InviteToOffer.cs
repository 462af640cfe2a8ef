using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>From the caller's INVITE to the offer, at two rates, for us and for what we are compared with.</summary>
internal sealed class InviteToOffer(Phone callers, IReadOnlyList<ICallCentre> centres, Report report)
{
    private static readonly TimeSpan TalkFor = TimeSpan.FromSeconds(1);
    // A server that has just started still compiles itself.
    private static readonly TimeSpan WarmFor = TimeSpan.FromSeconds(15);

    private static readonly (double PerSecond, TimeSpan For)[] Rates =
        [(1, TimeSpan.FromSeconds(25)), (10, TimeSpan.FromSeconds(20))];

    public async Task RunAsync()
    {
        foreach (var centre in centres)
        {
            await new CallRun(callers, centre).RunAsync(Rates[^1].PerSecond, WarmFor, TalkFor);
        }

        var results = new Dictionary<string, Dictionary<string, RunResult>>();
        foreach (var (perSecond, length) in Rates)
        {
            Report.Title($"INVITE to offer, {perSecond} calls/s, {TalkFor.TotalSeconds} s talks, recorded");
            var row = results[$"{perSecond}PerSecond"] = [];
            foreach (var centre in centres)
            {
                var result = row[centre.Name] = await new CallRun(callers, centre).RunAsync(perSecond, length, TalkFor);
                Report.Line(centre.Name, $"{result.Offers}   failed {result.Failed}   load {result.Load:F1}");
            }
        }

        report.Keep("inviteToOffer", results);
        var busy = results[$"{Rates[^1].PerSecond}PerSecond"];
        var (us, queue) = (busy[centres[0].Name].Offers, busy[centres[1].Name].Offers);
        report.Hold("later than app_queue at p50, ms", us.P50 - queue.P50, Budgets.BehindAppQueueP50);
        report.Hold("p99, ms", us.P99, Budgets.OfferP99);
    }
}
