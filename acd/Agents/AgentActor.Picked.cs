using CrmUms.Acd.Interactions;

namespace CrmUms.Acd.Agents;

// A caller whom the agent takes to himself. The interaction says whether he may; whoever was not ready becomes it only
// then, so that the router has nobody else for him. To take somebody is to answer him: his page does not ring.
public sealed partial class AgentActor
{
    private static readonly TimeSpan PickWithin = TimeSpan.FromSeconds(5);

    private void ReceivePick()
    {
        Command<PickCaller>(OnPickCaller);
        Command<PickAnswered>(OnPickAnswered);
    }

    private void OnPickCaller(PickCaller pick)
    {
        if (_state.Status == AgentStatus.SignedOut)
        {
            Reply(AgentRefusal.SignedOut);
            return;
        }

        if (!MayPick)
        {
            Reply(AgentRefusal.NotReady);
            return;
        }

        var asker = Sender;
        _interactions.Ask<AgentReply>(new PickWaiting(pick.Interaction, Id, _rules), PickWithin).PipeTo(
            Self,
            success: reply => new PickAnswered(asker, reply),
            failure: _ => new PickAnswered(asker, new AgentReply.Refused(AgentRefusal.PbxUnavailable)));
    }

    private bool MayPick =>
        _state.Status is AgentStatus.Ready or AgentStatus.NotReady && ObstacleWhileReady is null;

    private void OnPickAnswered(PickAnswered answered)
    {
        var (asker, reply) = answered;
        if (reply is AgentReply.Accepted && _state.Status == AgentStatus.NotReady && MayPick)
        {
            Keep(new AgentBecameReady(Id, _services.Now), () => asker.Tell(reply, Self));
        }
        else
        {
            asker.Tell(reply, Self);
        }
    }

    private sealed record PickAnswered(IActorRef Asker, AgentReply Reply);
}
