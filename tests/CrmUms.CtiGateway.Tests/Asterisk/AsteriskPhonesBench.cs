using System.Diagnostics;
using System.Globalization;
using System.Text;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>Run by hand: the figures of decisions/0003-phones-in-memory.md.</summary>
[Collection("asterisk")]
public sealed class AsteriskPhonesBench(AsteriskServer server)
{
    private const int AgentsMax = 2000;

    private readonly StringBuilder _figures = new();

    [Fact(Explicit = true)]
    public async Task Two_thousand_agents_sign_in_beside_a_talk()
    {
        await using var stage = await AsteriskStage.RaiseAsync(server);
        var (caller, leg) = await TalkAsync(stage);
        var before = stage.CallOf(caller).Media.Statistics;
        var agents = Enumerable.Range(0, AgentsMax).Select(_ => new AgentId(Guid.CreateVersion7())).ToList();
        var parks = new List<double>();
        var since = Stopwatch.GetTimestamp();
        var last = 0.0;
        foreach (var agent in agents)
        {
            last = await TimeAsync(() => stage.Phones.ProvisionAsync(agent, default));
            if (parks.Count < 500)
            {
                parks.Add(await TimeAsync(() => stage.Calls.MuteAsync(leg, muted: false, default)));
            }
        }

        Note("all 2,000 phones", Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        Note("the 2,000th phone", last);
        parks.Sort();
        Note("a request of call control meanwhile, p50", parks[250]);
        Note("a request of call control meanwhile, p99", parks[495]);
        Note("renewal of a secret", await TimeAsync(() => stage.Phones.ProvisionAsync(agents[7], default)));
        Note("removal", await TimeAsync(() => stage.Phones.RemoveAsync(agents[8], default)));
        var after = stage.CallOf(caller).Media.Statistics;
        _figures.AppendLine(CultureInfo.InvariantCulture, $"the talk before: {before}\nthe talk after: {after}");

        server.Kill();
        await stage.FactAsync<PbxLinkLost>();
        await server.StartAsync();
        await stage.FactAsync<PbxSnapshot>();
        since = Stopwatch.GetTimestamp();
        var list = EndpointsRequests.ListByTech("PJSIP");
        await Eventually.BeTrueAsync(
            async () => list.Read(await stage.AskAsync(list)).Count >= AgentsMax,
            TimeSpan.FromSeconds(60),
            "all phones are there");
        Note("all phones again after a restart of Asterisk", Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        await Console.Error.WriteLineAsync(_figures.ToString());
        server.Kill();
        await server.StartAsync();
    }

    private static async Task<(LegId Caller, LegId Agent)> TalkAsync(AsteriskStage stage)
    {
        var agent = new AgentId(Guid.CreateVersion7());
        var leg = new LegId($"leg-{agent}-1");
        await stage.RegisterAsync(agent, await stage.Phones.ProvisionAsync(agent, default));
        await stage.Calls.OpenAgentLegAsync(agent, leg, default);
        await stage.FactAsync<AgentLegOpened>();
        await stage.CallInAsync("1000", "+998901234567");
        var caller = (await stage.FactAsync<CallArrived>()).Leg;
        var interaction = new InteractionId(Guid.CreateVersion7());
        await stage.Calls.AnswerAsync(caller, interaction, default);
        await stage.Calls.JoinAsync(new ConversationId(interaction, 1), caller, leg, default);
        await stage.ShouldHearEachOtherAsync(caller, leg);
        return (caller, leg);
    }

    private static async Task<double> TimeAsync(Func<Task> request)
    {
        var since = Stopwatch.GetTimestamp();
        await request();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private void Note(string what, double milliseconds) =>
        _figures.AppendLine(CultureInfo.InvariantCulture, $"{what}: {milliseconds:0.00} ms");
}
