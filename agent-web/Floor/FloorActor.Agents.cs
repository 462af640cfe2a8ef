using System.Text.Json;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;

namespace CrmUms.AgentWeb.Floor;

// What agents see of it: each the queues that he serves. A page whose queues have changed is let go, and comes again.
internal sealed partial class FloorActor
{
    private readonly Dictionary<string, (IWorkPage Page, WorkView View)> _agentPages = [];

    private void ReceiveAgents()
    {
        Receive<WatchWork>(watch => _agentPages[watch.Page.Id] = (watch.Page, ViewOf(watch.Page.Agent)));
        Receive<LeaveWork>(left => _agentPages.Remove(left.PageId));
        Receive<GetWork>(get => Sender.Tell(ViewOf(get.Agent).Snapshot(Now)));
    }

    // Those who serve the same see the same: it is reckoned and written once.
    private WorkView ViewOf(AgentId agent)
    {
        var queues = _model.WorkQueuesOf(agent);
        return _agentPages.Values.Select(each => each.View).FirstOrDefault(view => view.IsOf(queues))
            ?? new WorkView(queues, _model.Callers);
    }

    private void SendToAgents(FloorChange change)
    {
        foreach (var pages in _agentPages.Values.GroupBy(each => each.View, each => each.Page))
        {
            if (pages.Key.Take(change) is { } theirs)
            {
                var written = JsonSerializer.SerializeToElement(theirs, _services.Wire);
                foreach (var page in pages)
                {
                    page.Send(written);
                }
            }
        }
    }

    private void BeatForAgents()
    {
        foreach (var (page, view) in _agentPages.Values)
        {
            page.Beat(new FloorBeat(view.Sequence, Now));
        }
    }

    // The connection's end takes each of them out.
    private void LetAgentsGo(Func<IWorkPage, WorkView, bool> whose)
    {
        foreach (var (page, _) in _agentPages.Values.Where(each => whose(each.Page, each.View)).ToList())
        {
            page.Close();
        }
    }

    private bool SeesOthersNow(IWorkPage page, WorkView view) => !view.IsOf(_model.WorkQueuesOf(page.Agent));
}
