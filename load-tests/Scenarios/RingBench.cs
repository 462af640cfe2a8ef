using CrmUms.LoadTests.Baselines;
using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Phones;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>
/// How quickly a call rings, on a real Asterisk with recording: starts an instance of the product and, beside it, an
/// Asterisk for the baselines; runs the phases asked for; stops both.
/// </summary>
internal sealed class RingBench(string home, string folder)
{
    private const int Agents = 100;

    public static readonly IReadOnlyList<string> Phases = ["invite", "ready", "sustained", "answer"];

    private readonly Report _report = new("ring");

    public async Task<string> RunAsync(IReadOnlyList<string> phases)
    {
        await using var product = new Instance(home, Path.Combine(folder, "product"), Ports.OfProduct());
        await using var baseline = new Instance(home, Path.Combine(folder, "baseline"), Ports.OfBaseline());
        await product.ClearAsync();
        if (phases.Any(phase => phase != "answer"))
        {
            await RunWithPhonesAsync(product, baseline, phases);
        }

        if (phases.Contains("answer"))
        {
            await product.UpAsync(new Dictionary<string, string>());
            await new AnswerToAudio(_report, Path.Combine(folder, "product")).RunAsync();
        }

        return _report.ToJson();
    }

    // Agents have SIP phones here instead of browsers; everything else is as it is.
    private async Task RunWithPhonesAsync(Instance product, Instance baseline, IReadOnlyList<string> phases)
    {
        await baseline.ClearAsync();
        BaselineSettings.Write(baseline.Folder, Agents);
        await baseline.UpAsync(new Dictionary<string, string>(), "--only", "asterisk");
        await product.UpAsync(new Dictionary<string, string>
        {
            ["CRMUMS_AGENT_TRANSPORT"] = "transport-udp",
            ["CRMUMS_AGENT_CODECS"] = "ulaw",
            ["CRMUMS_DEMO_AGENTS"] = $"{Agents}",
        });
        await using var callers = new Phone(new PhoneOptions
        {
            SipPort = Ports.CallersSip,
            RtpPortMin = Ports.PhonesRtpMin + 700,
            RtpPortMax = Ports.PhonesRtpMax,
        });
        await using var agentPhones = new AgentPhones();
        await using var ours = await ProductCentre.OpenAsync(product, agentPhones, Agents);
        if (phases.Contains("ready"))
        {
            await new ReadyToOffer(callers, ours, _report).RunAsync();
        }

        await using var bare = await BareStasisCentre.OpenAsync(baseline, agentPhones, Agents);
        if (phases.Contains("invite"))
        {
            ICallCentre[] centres = [ours, new AppQueueCentre(baseline, agentPhones), bare];
            await new InviteToOffer(callers, centres, _report).RunAsync();
        }

        if (phases.Contains("sustained"))
        {
            await new Sustained(callers, ours, bare, _report).RunAsync();
        }

        await product.DownAsync();
    }
}
