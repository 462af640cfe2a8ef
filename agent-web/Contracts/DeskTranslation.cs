using CrmUms.Acd.Agents;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>The words of the domain as they travel to a desk's page.</summary>
internal static class DeskTranslation
{
    public static DeskAgent ToDeskAgent(this AgentView view) => new(
        view.Agent.ToString(),
        view.DisplayName,
        view.Status,
        view.Reason,
        view.Since,
        view.Until,
        view.NextReason,
        view.Audio)
    {
        LimitAt = view.LimitAt,
        Obstacle = view.Obstacle,
        IsAutoAnswered = view.IsAutoAnswered,
        WrapUpExtensionSeconds = view.WrapUpExtensionSeconds,
        UnansweredInARow = view.UnansweredInARow,
        InactivityMinutes = view.InactivityMinutes,
        FailedDial = view.FailedDial.ToDesk(),
        EndedTalk = view.EndedTalk.ToDesk(),
        Supervision = view.Supervision is { } talk
            ? new DeskSupervision(
                talk.Interaction.ToString(), talk.Talking.ToString(), talk.Mode, ToDeskCall(talk.Call))
            : null,
    };

    public static DeskCall? ToDeskCall(this AgentView view) => view.Call is { } call ? ToDeskCall(call) : null;

    private static DeskCall ToDeskCall(CallView call) =>
        new(
            call.Interaction.ToString(),
            call.Kind,
            call.Stage,
            call.Queue.Value,
            call.QueueName,
            call.Dialled,
            new DeskNumber(call.Number.Kind, call.Number.Shown),
            call.Client is { } client
                ? new DeskClient(
                    client.Client.ToString(),
                    client.Kind,
                    client.DisplayName,
                    client.GreetingName,
                    client.IsVip,
                    client.PersonalManager)
                : null,
            call.ArrivedAt,
            call.OfferedAt,
            call.ConnectedAt,
            call.HeldSince,
            call.AudioLostSince,
            call.IsMuted,
            call.EndedAt,
            call.Ending)
        {
            AssistantSummary = call.AssistantSummary,
            IsOwner = call.IsOwner,
            Parties = call.ToDeskParties(),
            Transfer = call.Transfer.ToDesk(),
            HandOver = call.HandOver.ToDesk(),
            Supervisor = call.Supervisor is { } supervisor
                ? new DeskSupervisor(supervisor.Name, supervisor.Mode)
                : null,
            Help = call.Help.ToDesk(),
            Trouble = call.Trouble is { } trouble
                ? new DeskTrouble(trouble.Arrangement, trouble.Since, trouble.IsTriedAgain)
                : null,
            ScreenPop = call.ScreenPop is { } pop ? new DeskScreenPop(pop.Url, pop.IsAutomatic) : null,
        };

    public static DeskHelp? ToDesk(this HelpView? help) =>
        help is null ? null : new DeskHelp(help.Reason, help.AskedAt, help.Helper);

    public static DeskShownNumber ToDesk(this ShownNumber shown) =>
        new(shown.Choice?.CallerId, shown.Choice?.Rule, shown.Refusal);

    public static CommandReply ToCommandReply(this AgentReply reply) => reply switch
    {
        AgentReply.Accepted => CommandReply.Done,
        AgentReply.Refused refused => CommandReply.Refused(refused.Reason),
        _ => throw new NotSupportedException(reply.ToString()),
    };
}
