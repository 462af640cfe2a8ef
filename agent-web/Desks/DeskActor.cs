using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Desks;

/// <summary>
/// One agent's desk: knows his page, numbers what it is told, answers snapshots and remembers commands. It decides
/// nothing about calls.
/// </summary>
internal sealed partial class DeskActor : ReceiveActor
{
    private const int CommandsRemembered = 200;

    // Longer than the PBX may take; the agent actor answers long before.
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(15);

    private readonly AgentId _agent;
    private readonly IActorRef _agents;
    private readonly IActorRef _floor;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CommandMemory _commands = new(CommandsRemembered);
    private readonly List<IActorRef> _waitingForView = [];
    private IDeskPage? _page;
    private AgentView? _view;
    private long _sequence;

    public DeskActor(AgentId agent, IActorRef agents, IActorRef floor, TimeProvider time, ILogger log)
    {
        _agent = agent;
        _agents = agents;
        _floor = floor;
        _time = time;
        _log = log;
        Receive<OpenDesk>(OnOpenDesk);
        Receive<LeavePage>(OnLeavePage);
        Receive<CloseDesk>(_ => OnCloseDesk());
        Receive<GetDesk>(_ => OnGetDesk());
        Receive<AgentView>(OnFirstView);
        Receive<AgentViewChanged>(changed => Show(changed.View));
        Receive<IDeskNews>(news => Push(news.ToEvent(++_sequence)));
        ReceiveDirectory();
        Receive<GetShownNumber>(get => _agents.Forward(get));
        Receive<CarryOut>(OnCarryOut);
        Receive<CarriedOut>(done => _commands.Finish(done.CommandId, done.Reply));
        Receive<AgentReply>(OnReplyToOwnCommand);
    }

    // After a failure the page has missed something: it must come again, to a fresh desk.
    protected override void PostStop() => _page?.Close();

    private void OnOpenDesk(OpenDesk open)
    {
        if (_page is { } older && older.Id != open.Page.Id)
        {
            older.Send(new DeskEvent.SignedOut(_sequence + 1, "otherPage"));
            older.Close();
        }

        LeaveDirectory();
        _page = open.Page;
        _agents.Tell(new SignIn(_agent));
        _agents.Tell(new ReportDesk(_agent, IsConnected: true));
        if (_view is null)
        {
            _agents.Tell(new GetAgentView(_agent));
        }

        Sender.Tell(new DeskOpened(Self));
        _log.DeskOpened(_agent);
    }

    private void OnLeavePage(LeavePage left)
    {
        if (_page?.Id != left.PageId)
        {
            return;
        }

        _page = null;
        LeaveDirectory();
        _agents.Tell(new ReportDesk(_agent, IsConnected: false));
        _log.DeskLeft(_agent);
    }

    private void OnCloseDesk()
    {
        Push(new DeskEvent.SignedOut(++_sequence, "signedOut"));
        _page?.Close();
    }

    private void OnGetDesk()
    {
        if (_view is null)
        {
            _waitingForView.Add(Sender);
        }
        else
        {
            Sender.Tell(Snapshot(_view));
        }
    }

    // Later views come by the event stream, in order; an answer that was overtaken by one must not undo it.
    private void OnFirstView(AgentView view)
    {
        if (_view is null)
        {
            Show(view);
        }
    }

    private void Show(AgentView view)
    {
        var former = _view;
        _view = view;
        if (former is null)
        {
            _waitingForView.ForEach(asker => asker.Tell(Snapshot(view)));
            _waitingForView.Clear();
            return;
        }

        var agent = view.ToDeskAgent();
        if (agent != former.ToDeskAgent())
        {
            Push(new DeskEvent.AgentChanged(++_sequence, agent));
        }

        var call = view.ToDeskCall();
        if (call != former.ToDeskCall())
        {
            Push(new DeskEvent.CallChanged(++_sequence, call));
        }
    }

    private void OnCarryOut(CarryOut carryOut)
    {
        if (!_commands.Begin(carryOut.CommandId, Sender))
        {
            return;
        }

        var id = carryOut.CommandId;
        _agents.Ask<AgentReply>(carryOut.Command, ReplyMax).PipeTo(
            Self,
            success: reply => new CarriedOut(id, reply.ToCommandReply()),
            failure: _ => new CarriedOut(id, CommandReply.Refused(AgentRefusal.PbxUnavailable)));
    }

    private void OnReplyToOwnCommand(AgentReply reply)
    {
        if (reply is AgentReply.Refused refused)
        {
            _log.DeskRefused(_agent, refused.Reason);
        }
    }

    private DeskSnapshot Snapshot(AgentView view) =>
        new(_sequence, _time.GetUtcNow(), view.ToDeskAgent(), view.ToDeskCall());

    private void Push(DeskEvent @event) => _page?.Send(@event);

    private sealed record CarriedOut(Guid CommandId, CommandReply Reply);
}
