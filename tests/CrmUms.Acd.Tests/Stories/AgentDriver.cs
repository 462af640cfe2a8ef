using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Stories;

/// <summary>Does what an agent and his page do, and waits for what he sees.</summary>
internal sealed partial class AgentDriver(
    AcdWorld world, AgentId id, bool isSupervisor = false, bool mayListenUnseen = false)
{
    public AgentProfile Profile { get; private set; } =
        new(id, $"Agent {id.Value.ToString()[..8]}", isSupervisor, mayListenUnseen);

    public AgentRule Rule { get; } =
        new() { Id = id.ToString(), Skills = new Dictionary<string, int> { ["support"] = 5 } };

    /// <summary>Signs in, opens the page with its audio, and becomes ready.</summary>
    public async Task GetReadyAsync()
    {
        await OpenPageAsync();
        (await MakeReadyAsync()).ShouldBe(AgentReply.Accepted.Instance);
        // Just after a start he is compared with the PBX first.
        await SeesAsync(view => view.Obstacle != AgentObstacles.NotThere, "he is there");
    }

    public async Task OpenPageAsync()
    {
        await world.DoAsync(new SignIn(id));
        await world.DoAsync(new ReportDesk(id, IsConnected: true));
        await world.Pbx.ProvisionAsync(id, CancellationToken.None);
        world.Pbx.RegisterPhone(id);
        await world.DoAsync(new OpenAudio(id));
        await SeesAsync(view => view.Audio == AudioStatus.Open, "audio is open");
    }

    public async Task ClosePageAsync()
    {
        await world.DoAsync(new ReportDesk(id, IsConnected: false));
        world.Pbx.UnregisterPhone(id);
    }

    public Task<AgentReply> MakeReadyAsync() => world.DoAsync(new MakeReady(id));

    public Task<AgentReply> MakeNotReadyAsync(string reason) => world.DoAsync(new MakeNotReady(id, reason));

    public Task<AgentReply> SignOutAsync() => world.DoAsync(new SignOut(id));

    public async Task<CallView> IsOfferedAsync()
    {
        var view = await SeesAsync(
            view => view is { Status: AgentStatus.Reserved, Call: not null },
            "a caller is offered"
        );
        return view.Call!;
    }

    public async Task<CallView> AnswerAsync()
    {
        var call = await IsOfferedAsync();
        (await world.DoAsync(new AnswerOffer(id, call.Interaction))).ShouldBe(AgentReply.Accepted.Instance);
        return (await IsAsync(AgentStatus.Talking)).Call!;
    }

    public Task<AgentReply> HoldAsync(CallView call) => world.DoAsync(new HoldCaller(id, call.Interaction));

    public Task<AgentReply> ResumeAsync(CallView call) => world.DoAsync(new ResumeCaller(id, call.Interaction));

    public Task<AgentReply> HangUpAsync(CallView call) => world.DoAsync(new HangUpCaller(id, call.Interaction));

    public Task<AgentReply> MuteAsync(CallView call, bool muted) =>
        world.DoAsync(new MuteMicrophone(id, call.Interaction, muted));

    public Task<AgentReply> SendAsync(CallView call, string digits) =>
        world.DoAsync(new SendDigits(id, call.Interaction, digits));

    public Task<AgentReply> RecordAsync(CallView call, string note = "done", string? notReady = null) =>
        world.DoAsync(new RecordWrapUp(id, call.Interaction, new WrapUpResult("balance", "solved", note), notReady));

    public Task<AgentReply> ExtendAsync(CallView call, string reason = "the client's file is long") =>
        world.DoAsync(new ExtendWrapUp(id, call.Interaction, reason));

    public Task<AgentReply> MeasureAsync(bool isSilent = false, bool isBad = false) =>
        world.DoAsync(new ReportQuality(id, isSilent, isBad, Loss: 0.1, JitterMs: 20, RttMs: 300));

    public Task<AgentReply> AskForHelpAsync(CallView call, string? reason) =>
        world.DoAsync(new AskForHelp(id, call.Interaction, reason));

    public Task<AgentReply> WithdrawHelpAsync(CallView call) =>
        world.DoAsync(new WithdrawRequestForHelp(id, call.Interaction));

    public Task<AgentReply> ReportTalkQualityAsync(CallView call, TalkQuality quality) =>
        world.DoAsync(new ReportTalkQuality(id, call.Interaction, quality));

    public Task<AgentReply> SuperviseAsync(CallView call, SupervisionMode mode) =>
        world.DoAsync(new Supervise(id, call.Interaction, mode));

    public Task<AgentReply> TakeOverAsync(CallView call) => world.DoAsync(new TakeOver(id, call.Interaction));

    public Task MayListenUnseenAsync(bool may)
    {
        Profile = Profile with { MayListenUnseen = may };
        return world.RefreshStaffAsync();
    }

    public Task<AgentReply> StopSupervisingAsync() => world.DoAsync(new StopSupervising(id));

    public Task<AgentReply> MoveMouseAsync() => world.DoAsync(new ReportActivity(id));

    public Task<AgentView> ViewAsync() => world.ViewAsync(id);

    public Task<AgentView> IsAsync(AgentStatus status, string? reason = null) =>
        SeesAsync(view => view.Status == status && (reason is null || view.Reason == reason), $"{status} {reason}");

    public async Task<AgentView> SeesAsync(Func<AgentView, bool> condition, string what)
    {
        AgentView? seen = null;
        await AcdWorld.EventuallyAsync(
            async () => condition(seen = await ViewAsync()),
            () => $"agent {id} sees that {what}; saw {seen}"
        );
        return seen!;
    }
}
