using System.Text.Json;
using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Operation;

namespace CrmUms.AgentWeb.Floor;

/// <summary>
/// Shows the floor to all supervisors: hears what happens, numbers what has changed, and sends it at most four times a
/// second; when nothing has, a beat every second says that the link lives. It is written once, however many watch.
/// </summary>
internal sealed partial class FloorActor : ReceiveActor, IWithTimers, IWithStash
{
    private const int WaitingMax = 10_000; // Of each queue; read once, at the start.
    private const string FlushTimer = "flush";
    private const string BeatTimer = "beat";

    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(20); // One call makes several events.
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AskMax = TimeSpan.FromSeconds(30);

    private readonly AcdRefs _acd;
    private readonly QueueOutlooks _outlooks;
    private readonly PbxLinkState _link;
    private readonly FloorServices _services;
    private readonly FloorModel _model = new();
    private readonly Dictionary<string, IFloorPage> _pages = [];
    private DateTimeOffset _sentAt;
    private bool _isScheduled;

    public FloorActor(AcdRefs acd, QueueOutlooks outlooks, PbxLinkState link, FloorServices services)
    {
        _acd = acd;
        _outlooks = outlooks;
        _link = link;
        _services = services;
        Receive<FloorKnown>(OnFloorKnown);
        Receive<Status.Failure>(failed => throw new InvalidOperationException("The floor is unknown", failed.Cause));
        ReceiveAny(_ => Stash.Stash());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    protected override void PreStart()
    {
        var stream = Context.System.EventStream;
        stream.Subscribe(Self, typeof(AgentViewChanged));
        stream.Subscribe(Self, typeof(FiguresMoved));
        stream.Subscribe(Self, typeof(WaitingInLine));
        _acd.Rules.Tell(new SubscribeToRules(RulesReader.Floor), Self);
        // In this order: whatever changes after an answer was made is told after it.
        LookAsync().PipeTo(Self, success: known => known, failure: error => new Status.Failure(error));
    }

    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        Tell(DirectoryLost.Instance);
        foreach (var page in _pages.Values)
        {
            page.Close();
        }

        LetAgentsGo((_, _) => true);
    }

    private void Working()
    {
        ReceiveDirectory();
        Receive<AgentViewChanged>(changed => OnAgentMoved(changed.View));
        Receive<FiguresMoved>(moved => Put(() => _model.Put(moved)));
        Receive<WaitingInLine>(place => Put(() => _model.Put(place)));
        Receive<CentreRulesChanged>(changed =>
        {
            Put(() => PutRules(changed.Rules));
            LetAgentsGo(SeesOthersNow);
        });
        Receive<WatchFloor>(watch => _pages[watch.Page.Id] = watch.Page);
        Receive<LeaveFloor>(left => _pages.Remove(left.PageId));
        Receive<CloseFloor>(close => OnClose(close.Employee));
        Receive<GetFloor>(get => Sender.Tell(_model.Snapshot(Now, get.SeesPeople)));
        ReceiveAgents();
        Receive<Flush>(_ => OnFlush());
        Receive<BeatDue>(_ => OnBeatDue());
        Receive<Status.Failure>(_ => { }); // The agents did not answer; they tell every change themselves.
    }

    private DateTimeOffset Now => _services.Time.GetUtcNow();

    private async Task<FloorKnown> LookAsync()
    {
        var agents = _acd.Agents.Ask<AgentViews>(new GetAgentViews(), AskMax);
        var lines = _acd.Queues.Ask<WaitingLines>(new GetWaitingLines(WaitingMax), AskMax);
        var rules = _acd.Rules.Ask<CentreRules>(new GetRules(), AskMax);
        return new FloorKnown(await agents, await lines, await rules);
    }

    private void OnFloorKnown(FloorKnown known)
    {
        PutRules(known.Rules);
        PutAll(known.Agents);
        foreach (var caller in known.Lines.Callers)
        {
            _model.Put(caller);
        }

        var self = Self;
        _acd.Figures.Ask<DayFigures>(new GetFigures(), AskMax)
            .PipeTo(self, success: figures => new FiguresMoved(figures, null, null));
        Become(Working);
        Stash.UnstashAll();
        Timers.StartPeriodicTimer(BeatTimer, BeatDue.Instance, BeatEvery);
        Send();
    }

    private void PutRules(CentreRules rules)
    {
        _model.Put(rules);
        _directory.Put(rules);
    }

    private void Put(Action put)
    {
        put();
        if (!_isScheduled)
        {
            _isScheduled = true;
            var left = FlushEvery - (Now - _sentAt);
            Timers.StartSingleTimer(FlushTimer, Flush.Instance, left > GatherFor ? left : GatherFor);
        }
    }

    // The connection's end takes each of them out.
    private void OnClose(Guid employee)
    {
        foreach (var page in _pages.Values.Where(page => page.Employee == employee).ToList())
        {
            page.Close();
        }

        LetAgentsGo((page, _) => page.Agent.Value == employee);
    }

    private void OnFlush()
    {
        _isScheduled = false;
        Send();
    }

    private void OnBeatDue()
    {
        if (!_isScheduled && Now - _sentAt >= FlushEvery && !Send())
        {
            var beat = new FloorBeat(_model.Sequence, Now);
            foreach (var page in _pages.Values)
            {
                page.Beat(beat);
            }
        }

        BeatForAgents();
    }

    private bool Send()
    {
        _model.PutLink(_link.Word);
        var taken = _model.TakeChange(_outlooks.Of, Now);
        TellWatchers();
        if (taken is not { } change)
        {
            return false;
        }

        _sentAt = Now;
        TellAgents(change);
        SendToAgents(change);
        JsonElement? whole = null;
        JsonElement? without = null;
        foreach (var page in _pages.Values)
        {
            page.Send(page.SeesPeople ? whole ??= Write(change) : without ??= Write(change.WithoutPeople()));
        }

        return true;
    }

    // What a supervisor sees of him the agent sees too, at the same time.
    private static void TellAgents(FloorChange change)
    {
        foreach (var agent in change.Agents ?? [])
        {
            if (agent.Figures is { } figures)
            {
                var id = new AgentId(Guid.ParseExact(agent.Id, "n"));
                Context.System.EventStream.Publish(new OwnFiguresChanged(id, figures));
            }
        }
    }

    private JsonElement Write(FloorChange change) => JsonSerializer.SerializeToElement(change, _services.Wire);

    private sealed record FloorKnown(AgentViews Agents, WaitingLines Lines, CentreRules Rules);

    private sealed record Flush
    {
        public static Flush Instance { get; } = new();
    }

    private sealed record BeatDue
    {
        public static BeatDue Instance { get; } = new();
    }
}

/// <summary>What the floor is given: the clock, and how messages are written.</summary>
internal sealed record FloorServices(TimeProvider Time, JsonSerializerOptions Wire);
