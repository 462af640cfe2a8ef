using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>What a tape tells of one caller. The first agent who talks with him serves him.</summary>
internal sealed class RecordedCaller(RoutingInput.CallerWaiting first)
{
    private (AgentId Agent, DateTimeOffset At)? _answer;

    public InteractionId Id => first.Interaction;

    public QueueId Queue { get; set; } = first.Queue;

    public DateTimeOffset? LeftAt { get; set; }

    public bool IsAnswered => _answer is not null;

    public TimeSpan Ring { get; private set; }

    public TimeSpan Talk { get; private set; }

    public TimeSpan WrapUp { get; private set; }

    public void Answered(AgentId agent, DateTimeOffset chosenAt, DateTimeOffset at)
    {
        if (_answer is null)
        {
            (_answer, Ring) = ((agent, at), at - chosenAt);
        }
    }

    /// <summary>A talk that is taken up again with another agent adds to the first.</summary>
    public void Lasted(TimeSpan talk, TimeSpan wrapUp) => (Talk, WrapUp) = (Talk + talk, WrapUp + wrapUp);

    public CallerOutcome Outcome(DateTimeOffset end) => new(
        Id, Queue, first.Since, (_answer?.At ?? LeftAt ?? end) - first.Since, _answer?.Agent);
}
