using CrmUms.LoadTests.Desks;
using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Phones;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>
/// A supervisor in a live, recorded talk changes between listening, whispering and barging: how long until he is heard
/// by whom he should be, and whether anybody else ever hears him. Each of the three says a tone of his own.
/// </summary>
internal sealed class SupervisionModes(string home, string folder)
{
    private const int Rounds = 60;
    private const int WarmRounds = 5;
    private const int CustomerHertz = 440;
    private const int AgentHertz = 700;
    private const int SupervisorHertz = 1_300;
    private const double SaidDbfs = -10;
    private const double HeardDbfs = -22;
    private const double LeakDbfs = -50;

    private static readonly TimeSpan HeardMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(10);

    // Short, so that a tone is known soon after it begins.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(20);

    // Long enough for a leak to be heard.
    private static readonly TimeSpan Stays = TimeSpan.FromMilliseconds(300);

    private readonly Report _report = new("supervise");

    public async Task<string> RunAsync()
    {
        await using var product = new Instance(home, Path.Combine(folder, "product"), Ports.OfProduct());
        await product.ClearAsync();
        await product.UpAsync(new Dictionary<string, string>
        {
            ["CRMUMS_AGENT_TRANSPORT"] = "transport-udp",
            ["CRMUMS_AGENT_CODECS"] = "ulaw",
            ["CRMUMS_DEMO_AGENTS"] = "1",
        });
        await using var callers = new Phone(new PhoneOptions
        {
            SipPort = Ports.CallersSip,
            RtpPortMin = Ports.PhonesRtpMin + 700,
            RtpPortMax = Ports.PhonesRtpMax,
        });
        await using var phones = new AgentPhones();
        var (agent, agentPhone) = await OpenAsync(phones, "bench1", AgentHertz);
        var (supervisor, _) = await OpenAsync(phones, "supervisor", SupervisorHertz);
        await using var agentsDesk = agent;
        await using var supervisorsDesk = supervisor;
        var offered = agent.NextOfferAsync();
        await agent.MakeReadyAsync();
        var call = await callers.CallAsync(
            $"sip:1001@{Ports.Product}",
            "+998921234567",
            options: new CallOptions { Sound = Sound.Tone(CustomerHertz, SaidDbfs) });
        var interaction = await offered;
        await agent.AnswerAsync(interaction);
        await agent.WaitForStatusAsync("talking");
        await call.WaitForAnswerAsync(AnswerMax);
        await MeasureAsync(mode => supervisor.SuperviseAsync(interaction, mode), call, agentPhone);
        return _report.ToJson();
    }

    private static async Task<(Desk Desk, PhoneCall Phone)> OpenAsync(AgentPhones phones, string login, int hertz)
    {
        PhoneCall? rung = null;
        phones.Plan = IncomingPlan.Answer() with { Sound = Sound.Tone(hertz, SaidDbfs) };
        phones.Rings = call => rung = call;
        var desk = await Desk.OpenAsync(Ports.Page, login, new Registrar(Ports.Product, phones.Phone.Address));
        return (desk, rung!);
    }

    private async Task MeasureAsync(Func<string, Task> changeTo, PhoneCall caller, PhoneCall agent)
    {
        Report.Title("A supervisor changes his mode: until he is heard, or not any more, by whom he should");
        var (whispers, barges, listens) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        var leak = double.MinValue;
        await changeTo("listen");
        for (var round = -WarmRounds; round < Rounds; round++)
        {
            var whisper = await HeardAfterAsync(changeTo("whisper"), agent, isHeard: true);
            leak = Math.Max(leak, await LoudestAsync(caller));
            var barge = await HeardAfterAsync(changeTo("barge"), caller, isHeard: true);
            var listen = await HeardAfterAsync(changeTo("listen"), caller, isHeard: false);
            await HeardAfterAsync(Task.CompletedTask, agent, isHeard: false);
            leak = Math.Max(leak, Math.Max(await LoudestAsync(caller), Level(agent)));
            if (round >= 0)
            {
                whispers.Add(whisper);
                barges.Add(barge);
                listens.Add(listen);
            }
        }

        var (toWhisper, toBarge, toListen) = (Figures.Of(whispers), Figures.Of(barges), Figures.Of(listens));
        Report.Line("listen to whisper", $"{toWhisper}   load {Machine.Load():F1}");
        Report.Line("whisper to barge", $"{toBarge}");
        Report.Line("barge to listen", $"{toListen}");
        Report.Line("loudest leak", $"{leak:F0} dB");
        _report.Keep("modes", new { toWhisper, toBarge, toListen, leakDbfs = Math.Round(leak), load = Machine.Load() });
        var worst = Math.Max(toWhisper.P99, Math.Max(toBarge.P99, toListen.P99));
        _report.Hold("change of mode p99, ms", worst, Budgets.SupervisionP99);
        _report.Hold("heard by whom he should not be, dB", leak, LeakDbfs);
    }

    private static async Task<TimeSpan> HeardAfterAsync(Task change, PhoneCall listener, bool isHeard)
    {
        var askedAt = Machine.Now;
        while (Level(listener) >= HeardDbfs != isHeard)
        {
            if (Machine.Now > askedAt + HeardMax)
            {
                throw new TimeoutException($"The supervisor is at {Level(listener):F0} dB.");
            }

            await Task.Delay(1);
        }

        var heardAt = Machine.Now;
        await change;
        return heardAt - askedAt;
    }

    private static async Task<double> LoudestAsync(PhoneCall listener)
    {
        var (until, loudest) = (Machine.Now + Stays, double.MinValue);
        while (Machine.Now < until)
        {
            loudest = Math.Max(loudest, Level(listener));
            await Task.Delay(10);
        }

        return loudest;
    }

    private static double Level(PhoneCall listener) => listener.Media.ToneLevel(SupervisorHertz, Window);
}
