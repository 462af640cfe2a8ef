using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Desks;

namespace CrmUms.AgentWeb.Floor;

// What every agent may know of his colleagues: pushed to the desks that look at it, at the floor's own pace.
internal sealed partial class FloorActor
{
    private const string AskAgainTimer = "ask-again";
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(5);

    private readonly DirectoryModel _directory = new();
    private readonly HashSet<IActorRef> _watchers = [];
    private readonly Dictionary<AgentId, AgentView> _movedSinceAsked = [];

    private void ReceiveDirectory()
    {
        Receive<StaffMoved>(_ => AskForAgents());
        Receive<AgentViews>(OnAgentViews);
        Receive<WatchDirectory>(_ => OnWatchDirectory());
        Receive<LeaveDirectory>(_ => Forget(Sender));
        Receive<Terminated>(gone => Forget(gone.ActorRef));
        Receive<GetDirectory>(_ => Sender.Tell(_directory.Whole(_model.Queues)));
    }

    private void AskForAgents()
    {
        _movedSinceAsked.Clear();
        _acd.Agents.Tell(new GetAgentViews(), Self);
    }

    private void OnAgentMoved(AgentView view) => Put(() =>
    {
        _movedSinceAsked[view.Agent] = view;
        _model.Put(view);
        _directory.Put(view);
    });

    // The answer waits for whoever is slow, and the others have moved on meanwhile.
    private void OnAgentViews(AgentViews views) => Put(() =>
    {
        var moved = _movedSinceAsked;
        var spoken = views.Silent.Select(silent => moved.GetValueOrDefault(silent.Agent)).OfType<AgentView>();
        PutAll(new AgentViews([.. views.Agents.Select(view => moved.GetValueOrDefault(view.Agent, view)), .. spoken])
        {
            Silent = [.. views.Silent.Where(silent => !moved.ContainsKey(silent.Agent))],
        });
    });

    private void PutAll(AgentViews views)
    {
        _model.PutAll(views);
        _directory.PutAll(views);
        if (views.Silent.Count > 0)
        {
            Timers.StartSingleTimer(AskAgainTimer, new StaffMoved(), AskAgainAfter);
        }
    }

    // Rules and rows alike are kept up while nobody looks; only what to tell is not reckoned.
    private void OnWatchDirectory()
    {
        _watchers.Add(Context.Watch(Sender));
        Sender.Tell(_directory.Whole(_model.Queues));
    }

    private void Forget(IActorRef watcher)
    {
        Context.Unwatch(watcher);
        _watchers.Remove(watcher);
    }

    private void TellWatchers()
    {
        if (_watchers.Count > 0 && _directory.TakeChange(_model.Queues) is { } change)
        {
            Tell(change);
        }
    }

    private void Tell(object news)
    {
        foreach (var watcher in _watchers)
        {
            watcher.Tell(news);
        }
    }
}
