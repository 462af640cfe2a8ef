using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;

namespace CrmUms.Acd;

/// <summary>Addresses of the ACD.</summary>
/// <param name="Agents">Takes <see cref="IAgentCommand"/> and <see cref="GetAgentViews"/>.</param>
/// <param name="Queues">Takes <see cref="ConfigureQueue"/> and <see cref="GetQueueViews"/>.</param>
/// <param name="PbxFacts">Takes the facts of <c>Ports/PbxFacts.cs</c>.</param>
public sealed record AcdRefs(IActorRef Agents, IActorRef Queues, IActorRef PbxFacts);

/// <summary>Starts the ACD and says when it has recovered. Connect the PBX only then.</summary>
public static class AcdRoot
{
    /// <exception cref="TimeoutException">It has not recovered within the time given.</exception>
    public static async Task<AcdRefs> StartAsync(ActorSystem system, AcdServices services, TimeSpan within)
    {
        var time = services.Time;
        var router = system.ActorOf(Props.Create(() => new RouterActor(time)), "router");
        var interactions = system.ActorOf(Props.Create(() => new InteractionsActor(services)), "interactions");
        var queues = system.ActorOf(Props.Create(() => new QueuesActor(interactions, router, time)), "queues");
        var agents = system.ActorOf(Props.Create(() => new AgentsActor(interactions, router, services)), "agents");
        interactions.Tell(new MeetAgents(agents), ActorRefs.NoSender);
        var facts = system.ActorOf(
            Props.Create(() => new SwitchboardActor(agents, interactions, services)), "switchboard");
        await Task.WhenAll(
            queues.Ask<Started>(AwaitStart.Instance, within),
            interactions.Ask<Started>(AwaitStart.Instance, within),
            agents.Ask<Started>(AwaitStart.Instance, within));
        return new AcdRefs(agents, queues, facts);
    }
}
