using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>
/// Parent of all queues: one actor for each queue of the rules. One that is removed lives on for those who wait in it.
/// </summary>
public sealed class QueuesActor : ReceiveActor, IWithStash
{
    private static readonly TimeSpan ViewWithin = TimeSpan.FromSeconds(2);

    private readonly Dictionary<QueueId, IActorRef> _queues = [];
    private readonly IActorRef _ruler;
    private readonly IActorRef _router;
    private readonly QueueOutlooks _outlooks;
    private readonly TimeProvider _time;
    private IReadOnlyDictionary<QueueId, int> _crews = new Dictionary<QueueId, int>();
    private CentreRules _rules = CentreRules.Empty;

    /// <param name="ruler">Says how queues work.</param>
    /// <param name="router">Is told who waits.</param>
    /// <param name="outlooks">Where it shows how they look.</param>
    /// <param name="time">The clock.</param>
    public QueuesActor(IActorRef ruler, IActorRef router, QueueOutlooks outlooks, TimeProvider time)
    {
        _outlooks = outlooks;
        _ruler = ruler;
        _router = router;
        _time = time;
        Receive<CentreRulesChanged>(first =>
        {
            OnRulesChanged(first);
            Become(Working);
            Stash.UnstashAll();
        });
        ReceiveAny(_ => Stash.Stash());
    }

    public IStash Stash { get; set; } = null!;

    protected override void PreStart()
    {
        _ruler.Tell(new SubscribeToRules(RulesReader.Queues), Self);
        _router.Tell(new WatchCrews(), Self);
    }

    private void Working()
    {
        Receive<CentreRulesChanged>(OnRulesChanged);
        Receive<QueueStarted>(started => TellRule(started.Queue));
        Receive<CrewsChanged>(OnCrewsChanged);
        Receive<QueueLooks>(looks => _outlooks.Set(looks.Queue, looks.Outlook));
        Receive<IQueueCommand>(OnQueueCommand);
        Receive<AwaitStart>(_ => Sender.Tell(Started.Instance, Self));
        Receive<GetQueueViews>(_ => OnGetQueueViews());
        Receive<GetWaitingLines>(OnGetWaitingLines);
    }

    private void OnRulesChanged(CentreRulesChanged changed)
    {
        var before = _rules;
        _rules = changed.Rules;
        foreach (var rule in _rules.All<QueueRule>())
        {
            if (!_queues.TryGetValue(rule.Queue, out var queue))
            {
                Start(rule);
            }
            else if (!ReferenceEquals(rule, before.Find<QueueRule>(rule.Id))
                || !ReferenceEquals(CalendarOf(rule, _rules), CalendarOf(rule, before)))
            {
                queue.Tell(new QueueRuleChanged(rule, CalendarOf(rule, _rules)), Self);
            }
        }
    }

    private static CalendarRule? CalendarOf(QueueRule rule, CentreRules rules) =>
        rule.Calendar is { } calendar ? rules.Find<CalendarRule>(calendar) : null;

    private void OnCrewsChanged(CrewsChanged changed)
    {
        var before = _crews;
        _crews = changed.Agents;
        foreach (var (queue, agents) in _crews)
        {
            if (_queues.TryGetValue(queue, out var actor)
                && (!before.TryGetValue(queue, out var former) || former != agents))
            {
                actor.Tell(new QueueCrewChanged(agents), Self);
            }
        }
    }

    private IActorRef Start(QueueRule rule)
    {
        var (router, time) = (_router, _time);
        return _queues[rule.Queue] = Context.ActorOf(Props.Create(() => new QueueActor(rule, router, time)), rule.Id);
    }

    private void TellRule(QueueId queue)
    {
        if (_rules.FindEver<QueueRule>(queue.Value) is { } rule)
        {
            _queues[queue].Tell(new QueueRuleChanged(rule, CalendarOf(rule, _rules)), Self);
        }

        if (_crews.TryGetValue(queue, out var agents))
        {
            _queues[queue].Tell(new QueueCrewChanged(agents), Self);
        }
    }

    private void OnQueueCommand(IQueueCommand command)
    {
        if (_queues.TryGetValue(command.Queue, out var queue))
        {
            queue.Forward(command);
        }
        else if (_rules.FindEver<QueueRule>(command.Queue.Value) is { } removed)
        {
            Start(removed).Forward(command); // Somebody waited here when the server stopped.
        }
    }

    private void OnGetQueueViews() =>
        Task.WhenAll(_queues.Values.Select(queue => queue.Ask<QueueView>(new GetQueueViews(), ViewWithin)))
            .PipeTo(Sender, Self, views => new QueueViews([.. views.Where(IsShown)]));

    private void OnGetWaitingLines(GetWaitingLines query) =>
        Task.WhenAll(_queues.Values.Select(queue => queue.Ask<WaitingLines>(query, ViewWithin)))
            .PipeTo(Sender, Self, lines => new WaitingLines([.. lines.SelectMany(static line => line.Callers)]));

    private bool IsShown(QueueView view) => view.Waiting > 0 || _rules.Find<QueueRule>(view.Rule.Id) is not null;
}
