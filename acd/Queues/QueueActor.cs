using CrmUms.Acd.Ivr;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>
/// Owns the waiting line of one queue: in memory, by the interaction's actor, told to the router. A caller who is being
/// offered still stands in the line: he leaves it when he is answered or gone.
/// </summary>
public sealed class QueueActor : ReceiveActor
{
    private readonly Dictionary<IActorRef, Standing> _line = [];
    private readonly WaitEstimator _estimator = new();
    private readonly IActorRef _router;
    private readonly TimeProvider _time;
    private QueueRule _rule;
    private CalendarRule? _calendar;
    private int? _agents;

    /// <param name="rule">How it works.</param>
    /// <param name="router">Is told who waits.</param>
    /// <param name="time">The clock.</param>
    public QueueActor(QueueRule rule, IActorRef router, TimeProvider time)
    {
        _rule = rule;
        _router = router;
        _time = time;
        Receive<QueueRuleChanged>(changed => (_rule, _calendar) = (changed.Rule, changed.Calendar));
        Receive<QueueCrewChanged>(OnCrewChanged);
        Receive<EnqueueCaller>(OnEnqueueCaller);
        Receive<LeaveQueue>(OnLeaveQueue);
        Receive<ChangePriority>(OnChangePriority);
        Receive<GetPlace>(_ => Sender.Tell(PlaceOf(Sender), Self));
        Receive<Terminated>(stopped => Remove(stopped.ActorRef)); // The router watches him itself.
        Receive<GetQueueViews>(_ => Sender.Tell(View(), Self));
        Receive<GetWaitingLines>(query => Sender.Tell(new WaitingLines(Line(query.Max)), Self));
    }

    // After a restart the rule that it was made with may be an old one.
    protected override void PreStart() => Context.Parent.Tell(new QueueStarted(_rule.Queue), Self);

    private void OnEnqueueCaller(EnqueueCaller caller)
    {
        var now = _time.GetUtcNow();
        var isNew = (caller.Since is null || caller.IsNew) && !_line.ContainsKey(Sender);
        if (isNew && QueueDoor.Refusal(_rule, Look(now), caller.MayOverflow, caller.WantsAgents) is { } refusal)
        {
            Sender.Tell(refusal, Self);
            return;
        }

        var since = caller.Since ?? now;
        if (!_line.ContainsKey(Sender))
        {
            Context.Watch(Sender);
            _estimator.Arrived(now);
        }

        _line[Sender] = new Standing(
            caller.Interaction, since, caller.Priority, caller.MayOverflow, caller.WantsAgents);
        // In this order: who hears that he waits may rely on the router's knowing him.
        _router.Tell(
            new CallerWaiting(caller.Interaction, Sender, _rule.Queue, since, caller.Priority)
            {
                Preferred = caller.Preferred,
                Skills = caller.Skills,
                SkillsOnly = caller.SkillsOnly,
            },
            Self);
        Sender.Tell(new EnqueueOutcome.Waits(since), Self);
        SayHowItLooks();
        SayWhoStands(_line[Sender]);
    }

    // Whoever waits when the last agent signs out goes where a newcomer would be sent.
    private void OnCrewChanged(QueueCrewChanged changed)
    {
        var isNobodyLeft = changed.Agents == 0 && _agents != 0;
        _agents = changed.Agents;
        SayHowItLooks();
        if (isNobodyLeft)
        {
            foreach (var (caller, standing) in _line)
            {
                if (QueueDoor.WhenNobodyIsLeft(_rule, standing.MayOverflow, standing.WantsAgents) is { } outcome)
                {
                    caller.Tell(outcome, Self);
                }
            }
        }
    }

    private void OnChangePriority(ChangePriority change)
    {
        if (_line.TryGetValue(Sender, out var standing) && standing.Priority != change.Priority)
        {
            _line[Sender] = standing with { Priority = change.Priority };
            _router.Tell(new PriorityRaised(change.Interaction, change.Priority), Self);
            SayWhoStands(_line[Sender]);
        }
    }

    private void OnLeaveQueue(LeaveQueue left)
    {
        if (!Remove(Sender))
        {
            return;
        }

        Context.Unwatch(Sender);
        _router.Tell(new CallerGone(left.Interaction, _rule.Queue), Self);
        if (left.Served is { } told)
        {
            AcdMeters.EstimateWasWrong(_rule.Queue, _estimator.Served(told, _time.GetUtcNow()));
        }
    }

    private bool Remove(IActorRef caller)
    {
        if (!_line.Remove(caller))
        {
            return false;
        }

        _estimator.Departed(_line.Count, _time.GetUtcNow());
        SayHowItLooks();
        return true;
    }

    private QueueLook Look(DateTimeOffset now) =>
        new(_calendar?.IsOpen(now) ?? true, _line.Count, _agents, _estimator.WaitOf(_line.Count + 1, now));

    private void SayHowItLooks()
    {
        var look = Look(_time.GetUtcNow());
        var outlook = new QueueOutlook(look.Waiting, look.EstimatedWait, look.Agents);
        Context.Parent.Tell(new QueueLooks(_rule.Queue, outlook), Self);
    }

    private void SayWhoStands(Standing standing) => Context.System.EventStream.Publish(InLine(standing));

    private QueuePlace PlaceOf(IActorRef caller)
    {
        if (!_line.TryGetValue(caller, out var standing))
        {
            return new QueuePlace(null, null);
        }

        var before = _line.Values.Count(other => IsBefore(other, standing));
        return new QueuePlace(before + 1, _estimator.WaitOf(before + 1, _time.GetUtcNow()));
    }

    // As the router orders them (README of Routing): by age, with the priority as some more of it.
    private bool IsBefore(Standing one, Standing other) =>
        (KeyOf(one), one.Interaction.Value).CompareTo((KeyOf(other), other.Interaction.Value)) < 0;

    private DateTimeOffset KeyOf(Standing standing) =>
        standing.Since.AddSeconds(-(double)standing.Priority * _rule.SecondsPerPriorityPoint);

    private List<WaitingInLine> Line(int max) =>
    [
        .. _line.Values.OrderBy(KeyOf).ThenBy(static standing => standing.Interaction.Value).Take(max)
            .Select(InLine),
    ];

    private WaitingInLine InLine(Standing standing) =>
        new(standing.Interaction, _rule.Queue, standing.Since, standing.Priority);

    private QueueView View() =>
        new(_rule, _line.Count, _line.Count == 0 ? null : _line.Values.Min(static standing => standing.Since))
        {
            Agents = _agents,
            EstimatedWait = _estimator.WaitOf(_line.Count + 1, _time.GetUtcNow()),
            EstimateError = _estimator.MeanAbsoluteError,
        };

    private readonly record struct Standing(
        InteractionId Interaction, DateTimeOffset Since, int Priority, bool MayOverflow, bool WantsAgents);
}
