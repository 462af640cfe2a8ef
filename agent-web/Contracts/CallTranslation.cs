using System.Diagnostics.CodeAnalysis;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>Those who take part in a call, to the page; whom the page wants, from it.</summary>
internal static class CallTranslation
{
    public static ValueList<DeskParty> ToDeskParties(this CallView call) => new(
    [
        .. call.Parties.Select(party => new DeskParty(
            party.Id.Value,
            party.Kind,
            party.Agent?.ToString(),
            party.Number,
            party.State,
            party.IsMuted,
            party.IsOwner,
            party.Purpose)),
    ]);

    public static DeskTransfer? ToDesk(this TransferView? transfer) => transfer is null
        ? null
        : new DeskTransfer(
            transfer.State, transfer.Purpose, transfer.Target.ToDesk(), WordOf(transfer.Failure));

    public static DeskHandOver? ToDesk(this HandOverView? handOver) => handOver is null
        ? null
        : new DeskHandOver(handOver.From.ToString(), handOver.Note, handOver.At);

    public static FailedDial? ToDesk(this FailedDialView? failed) => failed is null
        ? null
        : new FailedDial(
            failed.Interaction.ToString(),
            failed.Kind,
            failed.Target.ToDesk(),
            Words.Kebab(failed.Failure.ToString()),
            failed.At);

    public static EndedTalk? ToDesk(this EndedTalkView? ended) => ended is null
        ? null
        : new EndedTalk(ended.Interaction.ToString(), ended.Kind, ended.Ending, ended.At);

    /// <summary>False for what cannot be meant: no kind of ours, no id.</summary>
    public static bool TryRead(this DeskTarget? target, [NotNullWhen(true)] out CallTarget? read)
    {
        read = target switch
        {
            { Kind: DeskTargetKind.Agent } when Guid.TryParseExact(target.Id, "n", out var id) =>
                new CallTarget.Agent(new AgentId(id)),
            { Kind: DeskTargetKind.Queue, Id.Length: > 0 } => new CallTarget.Queue(new QueueId(target.Id)),
            { Kind: DeskTargetKind.Skill, Id.Length: > 0 } => new CallTarget.Skill(target.Id, target.Level ?? 1),
            { Kind: DeskTargetKind.Number, Id: not null } => new CallTarget.Number(target.Id),
            _ => null,
        };
        return read is not null;
    }

    private static DeskTarget ToDesk(this CallTarget target) => target switch
    {
        CallTarget.Agent agent => new DeskTarget(DeskTargetKind.Agent, agent.Id.ToString()),
        CallTarget.Queue queue => new DeskTarget(DeskTargetKind.Queue, queue.Id.Value),
        CallTarget.Skill skill => new DeskTarget(
            DeskTargetKind.Skill, skill.Id, skill.Level == 1 ? null : skill.Level),
        CallTarget.Number number => new DeskTarget(DeskTargetKind.Number, number.Text),
        _ => throw new NotSupportedException(target.ToString()),
    };

    private static string? WordOf(PartyLeaving? failure) =>
        failure is { } reason ? Words.Kebab(reason.ToString()) : null;
}
