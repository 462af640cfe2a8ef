using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing;

namespace CrmUms.Acd.Agents;

// A supervisor gives a waiting caller to somebody by name: he is told at once when that makes no sense.
public sealed partial class AgentsActor
{
    private void ReceiveAssigned()
    {
        Receive<AssignCaller>(OnAssignCaller);
        Receive<AssigneeSeen>(OnAssigneeSeen);
    }

    private void OnAssignCaller(AssignCaller assign)
    {
        if (!_agents.TryGetValue(assign.Agent, out var agent))
        {
            Sender.Tell(new AssignReply(AssignRefusal.UnknownAgent), Self);
            return;
        }

        var asker = Sender;
        agent.Ask<AgentView>(new GetAgentView(assign.Agent), ViewWithin).PipeTo(
            Self,
            success: view => new AssigneeSeen(assign, asker, AssignRefusalOf(view)),
            failure: _ => new AssigneeSeen(assign, asker, AssignRefusal.Unavailable));
    }

    private void OnAssigneeSeen(AssigneeSeen seen)
    {
        if (seen.Refusal is { } refusal)
        {
            seen.Asker.Tell(new AssignReply(refusal), Self);
            return;
        }

        var serves = new AgentQueues(_rules).Of(seen.Assign.Agent);
        _interactions.Tell(seen.Assign with { Serves = serves }, seen.Asker);
    }

    // Whoever has no caller now can be next: wrap-up and a break end, a caller given to him waits for that a while.
    private static AssignRefusal? AssignRefusalOf(AgentView agent) => agent switch
    {
        { Status: AgentStatus.SignedOut } => AssignRefusal.SignedOut,
        { Status: AgentStatus.Reserved or AgentStatus.Talking or AgentStatus.Held } => AssignRefusal.Busy,
        { Status: AgentStatus.Ready, Obstacle: not null } => AssignRefusal.Unavailable,
        _ => null,
    };

    private sealed record AssigneeSeen(AssignCaller Assign, IActorRef Asker, AssignRefusal? Refusal);
}
