using System.Text.Json;
using CrmUms.SipPhone;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// What every story has: people who come and go. At its end callers hang up, agents sign out, and then nothing may be
/// left: no channel, no conversation, nobody who waits or is signed in. Failed stories leave pictures of their pages.
/// </summary>
public abstract class EndToEndTest(Instance instance) : IAsyncLifetime
{
    private readonly List<AgentPage> _agents = [];
    private readonly List<Caller> _callers = [];
    private readonly List<Callee> _callees = [];

    protected Instance Instance { get; } = instance;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await KeepEvidenceAsync();
        }

        await Instance.ReadyAsync(30.Seconds());
        await Task.WhenAll(_callers.Select(caller => caller.DisposeAsync().AsTask()));
        await Task.WhenAll(_callees.Select(callee => callee.DisposeAsync().AsTask()));
        foreach (var agent in _agents)
        {
            await agent.SignOut();
            await agent.LeaveComputer();
        }

        await NothingIsLeftAsync();
    }

    internal async Task<AgentPage> OpensPage(string login, bool withMicrophone = true)
    {
        var computer = withMicrophone
            ? await Instance.Browser.NewComputerAsync()
            : await Instance.Browser.NewComputerWithoutMicrophoneAsync();
        var agent = await AgentPage.OpenAsync(computer, login);
        _agents.Add(agent);
        return agent;
    }

    /// <summary>A supervisor with a telephone in his page, in front of the state of the centre.</summary>
    internal async Task<AgentPage> Supervises()
    {
        var supervisor = await AgentPage.OpenAsync(
            await Instance.Browser.NewComputerAsync(Tones.Supervisor), "supervisor");
        _agents.Add(supervisor);
        await supervisor.TrySignIn(AgentPage.Password);
        await supervisor.Sees("desk-phone", "audio", "open");
        await supervisor.Click("nav-status");
        return supervisor;
    }

    internal async Task<AgentPage> SignsIn(string login)
    {
        var agent = await OpensPage(login);
        await agent.SignIn();
        return agent;
    }

    internal async Task<AgentPage> IsReady(string login)
    {
        var agent = await SignsIn(login);
        await agent.MakeReady();
        return agent;
    }

    /// <summary>Bobur, ready, who has another voice than Aziza.</summary>
    internal async Task<AgentPage> ColleagueIsReady()
    {
        var colleague = await ColleagueSignsIn();
        await colleague.MakeReady();
        return colleague;
    }

    /// <summary>Bobur, who has not said yet that he is ready.</summary>
    internal async Task<AgentPage> ColleagueSignsIn()
    {
        var colleague = await AgentPage.OpenAsync(
            await Instance.Browser.NewComputerAsync(Tones.Colleague), AgentPage.Bobur);
        _agents.Add(colleague);
        await colleague.SignIn();
        return colleague;
    }

    internal async Task<Caller> Dials(
        string number, string from = Caller.Vip, string? name = null, CallOptions? options = null)
    {
        var caller = await Caller.DialAsync(Instance, number, from, name, options);
        _callers.Add(caller);
        return caller;
    }

    /// <summary>A telephone behind the carrier, which treats one call after the other in these ways.</summary>
    internal Callee StandsReadyOutside(params IncomingPlan[] ways) => StandsReady(Instance.Ports.Carrier, ways);

    /// <summary>Somebody whom a flow calls directly, by his SIP address.</summary>
    internal Callee StandsReadyAtAnAddress(params IncomingPlan[] ways) => StandsReady(port: 0, ways);

    /// <summary>Somebody who may set up everything, in front of the page.</summary>
    internal async Task<AgentPage> Administrates()
    {
        var administrator = await OpensPage("admin");
        await administrator.TrySignIn(AgentPage.Password);
        await administrator.Sees("nav-flows");
        return administrator;
    }

    /// <summary>A talk that has begun: both hear each other.</summary>
    internal async Task<(AgentPage Agent, Caller Caller)> Talk()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var caller = await Dials(Queues.Express);
        await agent.SeesOffer();
        await agent.Answer();
        await BothHear(agent, caller);
        return (agent, caller);
    }

    internal static async Task BothHear(AgentPage agent, Caller caller, double seconds = 10)
    {
        await caller.HearsAgent(seconds);
        await agent.HearsCustomer(seconds);
    }

    /// <summary>For waits: the recordings of an interaction are finished.</summary>
    internal static bool HasRecording(JsonElement kept)
    {
        var parts = kept.GetProperty("recordings").EnumerateArray().Select(part => part.Text("state")).ToArray();
        return parts.Length > 0 && parts.All(state => state == "ready");
    }

    private Callee StandsReady(int port, IncomingPlan[] ways)
    {
        var callee = new Callee(port, Instance.Output, ways);
        _callees.Add(callee);
        return callee;
    }

    private async Task KeepEvidenceAsync()
    {
        var name = TestContext.Current.TestMethod?.MethodName ?? "test";
        foreach (var agent in _agents)
        {
            await agent.KeepEvidenceAsync(Instance.Output, name);
        }

        await File.WriteAllLinesAsync(
            Path.Combine(Instance.Output, $"{name}.switch.log"), await Instance.Switch.DescribeAsync());
    }

    private async Task NothingIsLeftAsync()
    {
        IReadOnlyList<string> channels = [];
        IReadOnlyList<string> talks = [];
        await Waiting.UntilAsync(
            async () =>
            {
                (channels, talks) = (await Instance.Switch.ChannelsAsync(), await Instance.Switch.ConversationsAsync());
                return channels.Count == 0 && talks.Count == 0 && await Instance.Office.IsQuietAsync();
            },
            110.Seconds(),
            () => $"a quiet centre; left: {string.Join(' ', channels)} {string.Join(' ', talks)}");
    }
}

/// <summary>Numbers of the demo that callers dial.</summary>
internal static class Queues
{
    /// <summary>Greets in Russian, rings 20 s, wrap-up 60 s.</summary>
    public const string Support = "1000";

    /// <summary>No greeting, wrap-up 30 s.</summary>
    public const string Express = "1001";
}
