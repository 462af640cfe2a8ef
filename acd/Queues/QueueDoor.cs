using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Queues;

/// <summary>Pure: whether a caller who comes may wait in a queue.</summary>
internal static class QueueDoor
{
    /// <summary>Null: he may. Otherwise why not, or where he goes instead.</summary>
    public static EnqueueOutcome? Refusal(QueueRule rule, QueueLook look, bool mayOverflow, bool wantsAgents)
    {
        if (mayOverflow && rule.Overflow.FirstOrDefault(overflow => Holds(overflow, rule, look)) is { } overflow)
        {
            return new EnqueueOutcome.Overflows(overflow);
        }

        return look switch
        {
            { IsOpen: false } => EnqueueOutcome.Closed.Instance,
            { Waiting: var waiting } when waiting >= rule.WaitingMax => new EnqueueOutcome.Full(rule.WaitingMax),
            { Agents: 0 } when wantsAgents => EnqueueOutcome.NoAgents.Instance,
            _ => null,
        };
    }

    /// <summary>Null: he waits on. Otherwise where he goes, who came while somebody was there.</summary>
    public static EnqueueOutcome? WhenNobodyIsLeft(QueueRule rule, bool mayOverflow, bool wantsAgents)
    {
        var abandoned = new QueueLook(IsOpen: true, Waiting: 0, Agents: 0, EstimatedWait: null);
        return Refusal(rule, abandoned, mayOverflow, wantsAgents);
    }

    private static bool Holds(OverflowRule overflow, QueueRule rule, QueueLook look) => overflow.When switch
    {
        OverflowWhen.Length => look.Waiting >= Math.Min(overflow.Threshold ?? int.MaxValue, rule.WaitingMax),
        OverflowWhen.Closed => !look.IsOpen,
        OverflowWhen.NoAgents => look.Agents == 0,
        OverflowWhen.EstimatedWait => look.EstimatedWait?.TotalSeconds >= overflow.Threshold,
        OverflowWhen.Wait => false, // For those who wait already.
        _ => throw new NotSupportedException(overflow.When.ToString()),
    };
}

/// <summary>How a queue looks to whoever comes.</summary>
/// <param name="IsOpen">By its calendar.</param>
/// <param name="Waiting">Callers before him.</param>
/// <param name="Agents">Signed in who serve it; null when that is not known.</param>
/// <param name="EstimatedWait">How long he would wait; null when that is not known.</param>
internal readonly record struct QueueLook(bool IsOpen, int Waiting, int? Agents, TimeSpan? EstimatedWait);
