using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.AgentWeb.Desks;

/// <summary>Parent of all desks: hands every agent's news to the desk of that agent.</summary>
internal sealed class DesksActor : ReceiveActor
{
    private readonly IActorRef _agents;
    private readonly IActorRef _floor;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Dictionary<AgentId, IActorRef> _desks = [];

    /// <param name="agents">Carries out what agents want.</param>
    /// <param name="floor">Says what colleagues do.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where to say what happens.</param>
    public DesksActor(IActorRef agents, IActorRef floor, TimeProvider time, ILogger log)
    {
        _agents = agents;
        _floor = floor;
        _time = time;
        _log = log;
        Receive<AgentViewChanged>(OnAgentViewChanged);
        Receive<IDeskNews>(OnDeskNews);
        Receive<OpenDesk>(open => DeskOf(open.Agent).Forward(open));
        Receive<CarryOutAt>(at => DeskOf(at.Agent).Forward(at.Command));
        Receive<CloseDesk>(OnCloseDesk);
        Receive<GetDesksView>(_ => Sender.Tell(new DesksView(_desks.Count)));
        Receive<Terminated>(OnTerminated);
    }

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(AgentViewChanged));
        Context.System.EventStream.Subscribe(Self, typeof(IDeskNews));
    }

    // A desk that failed has lost its count: it stops, its page comes again and gets a fresh one with a snapshot.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        error =>
        {
            _log.DeskFailed(error);
            return Directive.Stop;
        });

    private void OnAgentViewChanged(AgentViewChanged changed)
    {
        if (_desks.TryGetValue(changed.View.Agent, out var desk))
        {
            desk.Forward(changed);
        }
    }

    private void OnDeskNews(IDeskNews news)
    {
        if (_desks.TryGetValue(news.Agent, out var desk))
        {
            desk.Forward(news);
        }
    }

    private void OnCloseDesk(CloseDesk close)
    {
        if (_desks.TryGetValue(close.Agent, out var desk))
        {
            desk.Forward(close);
        }
    }

    private void OnTerminated(Terminated terminated)
    {
        foreach (var (agent, desk) in _desks.Where(pair => pair.Value.Equals(terminated.ActorRef)).ToList())
        {
            _desks.Remove(agent);
        }
    }

    private IActorRef DeskOf(AgentId agent)
    {
        if (!_desks.TryGetValue(agent, out var desk))
        {
            var props = Props.Create(() => new DeskActor(agent, _agents, _floor, _time, _log));
            desk = Context.Watch(Context.ActorOf(props));
            _desks.Add(agent, desk);
        }

        return desk;
    }
}
