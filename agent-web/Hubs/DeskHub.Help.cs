using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Hubs;

// Help in a talk, and how well it was heard.
internal sealed partial class DeskHub
{
    public Task<CommandReply> AskForHelp(string commandId, string interactionId, string? reason) =>
        CarryOut(commandId, interactionId, call => new AskForHelp(Agent, call, reason));

    public Task<CommandReply> WithdrawHelp(string commandId, string interactionId) =>
        CarryOut(commandId, interactionId, call => new WithdrawRequestForHelp(Agent, call));

    public Task<CommandReply> ReportTalkQuality(string commandId, string interactionId, TalkQualityReport quality) =>
        CarryOut(commandId, interactionId, call => new ReportTalkQuality(Agent, call, new TalkQuality(
            quality.Seconds,
            quality.Mos,
            quality.MosLeast,
            quality.Loss,
            quality.JitterMs,
            quality.RttMs,
            quality.MicrophoneSilent)));
}
