using System.Collections.Concurrent;
using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Phones;
using CrmUms.LoadTests.Running;
using CrmUms.LoadTests.Walks;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>
/// Fifty callers at once walk one flow on a real Asterisk; whoever hung up is followed by the next one. Every other one
/// is served by an agent.
/// </summary>
internal sealed class FlowCalls(string home, string folder)
{
    private const int AtOnce = 50;
    private const int Agents = 20;

    private static readonly TimeSpan WarmFor = TimeSpan.FromSeconds(10); // A young server still compiles itself.
    private static readonly TimeSpan MeasureFor = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan TalkFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100); // Not all of them dial in one instant.

    private readonly Report _report = new("flow");
    private int _placed;

    public async Task<string> RunAsync()
    {
        await using var product = new Instance(home, Path.Combine(folder, "product"), Ports.OfProduct());
        await product.ClearAsync();
        await product.UpAsync(new Dictionary<string, string>
        {
            ["CRMUMS_AGENT_TRANSPORT"] = "transport-udp",
            ["CRMUMS_AGENT_CODECS"] = "ulaw",
            ["CRMUMS_DEMO_AGENTS"] = $"{Agents}",
        });
        await BenchFlow.PutAsync(Ports.Page, folder);
        await using var callers = new Phone(new PhoneOptions
        {
            SipPort = Ports.CallersSip,
            RtpPortMin = Ports.PhonesRtpMin + 700,
            RtpPortMax = Ports.PhonesRtpMax,
        });
        await using var agentPhones = new AgentPhones();
        await using var centre = await ProductCentre.OpenAsync(product, agentPhones, Agents);
        await centre.WorkAsync(static (_, _) => { }, TalkFor);
        await WalkAsync(callers, WarmFor);
        await MeasureAsync(callers, centre);
        return _report.ToJson();
    }

    private async Task MeasureAsync(Phone callers, ProductCentre centre)
    {
        Report.Title($"{AtOnce} callers at once in one flow, {MeasureFor.TotalSeconds} s and until all are through");
        var cpu = new CpuMeter(centre.Processes);
        var startedAt = Machine.Now;
        var walks = await WalkAsync(callers, MeasureFor);
        var perSecond = Math.Round(walks.Count / (Machine.Now - startedAt).TotalSeconds, 1);
        var shares = cpu.Stop();
        var failures = walks.Select(walk => walk.Failure).OfType<string>().ToList();
        var turns = Figures.Of(walks.SelectMany(walk => walk.Turns));

        Report.Line("calls completed", $"{walks.Count - failures.Count}, {perSecond} a second");
        Report.Line("failed", $"{failures.Count}   {string.Join("; ", failures.Distinct().Take(3))}");
        Report.Line("key to the next prompt", $"{turns}");
        Report.Line("processors", string.Join("  ", shares.Select(share => $"{share.Key} {share.Value:F0} %")));
        _report.Keep("calls", new
        {
            atOnce = AtOnce,
            completed = walks.Count - failures.Count,
            failed = failures.Count,
            perSecond,
            keyToPrompt = turns,
            cpu = shares,
            load = Machine.Load(),
        });
        _report.Hold("failed calls", failures.Count, 0);
        _report.Hold("key to the next prompt p99, ms", turns.P99, Budgets.KeyToPromptP99);
    }

    private async Task<IReadOnlyCollection<Walk>> WalkAsync(Phone callers, TimeSpan length)
    {
        var walks = new ConcurrentBag<Walk>();
        var until = Machine.Now + length;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async place =>
        {
            await Task.Delay(place * Apart);
            while (Machine.Now < until)
            {
                var number = Interlocked.Increment(ref _placed);
                var walker = new Walker(callers, $"+99891{number:d7}", wantsAgent: number % 2 == 0);
                walks.Add(new Walk(await walker.WalkAsync(), walker.Turns));
            }
        }));
        return walks;
    }

    private sealed record Walk(string? Failure, IReadOnlyList<TimeSpan> Turns);
}
