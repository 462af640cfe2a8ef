using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>The whole path at a rate that grows until offers come too late, ours and the bare controller's.</summary>
internal sealed class Sustained(Phone callers, ICallCentre ours, ICallCentre bare, Report report)
{
    private static readonly TimeSpan TalkFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StepFor = TimeSpan.FromSeconds(5);
    private static readonly double[] Rates = [10, 20, .. Enumerable.Range(6, 55).Select(five => five * 5.0)];

    public async Task RunAsync()
    {
        // The bare controller first: after our climb our encoders are busy for a while.
        var them = await ClimbAsync(bare);
        var us = await ClimbAsync(ours);
        var share = Math.Round(BestOf(us) / BestOf(them), 2);
        report.Keep("sustained", new
        {
            ours = us,
            bare = them,
            oursPerSecond = BestOf(us),
            barePerSecond = BestOf(them),
            share,
        });
        report.Hold("share of the bare controller's calls/s", share, Budgets.SustainedShareMin, isMinimum: true);
    }

    private async Task<List<RunResult>> ClimbAsync(ICallCentre centre)
    {
        Report.Title($"Sustained calls/s, {TalkFor.TotalSeconds} s talks, recorded: {centre.Name}");
        var steps = new List<RunResult>();
        foreach (var rate in Rates)
        {
            // What else runs on the machine may spoil a step, hardly two of them.
            if (!await IsSustainedAsync(centre, rate, steps) && !await IsSustainedAsync(centre, rate, steps))
            {
                break;
            }
        }

        return steps;
    }

    private async Task<bool> IsSustainedAsync(ICallCentre centre, double rate, List<RunResult> steps)
    {
        var step = await new CallRun(callers, centre).RunAsync(rate, StepFor, TalkFor);
        steps.Add(step);
        var cpu = string.Join("  ", step.Cpu.Select(program => $"{program.Key} {program.Value:F0} %"));
        Report.Line($"{rate} calls/s", $"{step.Offers}   failed {step.Failed}   load {step.Load:F1}   {cpu}");
        return IsSustained(step);
    }

    private static bool IsSustained(RunResult step) =>
        step.Offers.P99 <= Budgets.SustainedOfferP99 && step.Failed == 0;

    private static double BestOf(IEnumerable<RunResult> steps) =>
        steps.Where(IsSustained).Select(step => step.PerSecond).DefaultIfEmpty(0).Max();
}
