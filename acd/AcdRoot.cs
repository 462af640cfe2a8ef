using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd;

/// <summary>Addresses of the ACD.</summary>
/// <param name="Agents">Takes <see cref="IAgentCommand"/> and <see cref="GetAgentViews"/>.</param>
/// <param name="Queues">Takes <see cref="GetQueueViews"/>.</param>
/// <param name="PbxFacts">Takes the facts of <c>Ports/PbxFacts.cs</c>.</param>
/// <param name="Interactions">Takes <see cref="CallIntoFlow"/>.</param>
/// <param name="Rules">Takes <see cref="ChangeRules"/>, <see cref="GetRules"/> and the like.</param>
public sealed record AcdRefs(
    IActorRef Agents, IActorRef Queues, IActorRef PbxFacts, IActorRef Interactions, IActorRef Rules)
{
    /// <summary>Takes <see cref="GetFigures"/>.</summary>
    public IActorRef Figures { get; init; } = ActorRefs.Nobody;
}

/// <summary>Starts the ACD and says when it has recovered. Connect the PBX only then.</summary>
public static class AcdRoot
{
    /// <exception cref="TimeoutException">It has not recovered within the time given.</exception>
    public static async Task<AcdRefs> StartAsync(ActorSystem system, AcdServices services, TimeSpan within)
    {
        var (time, outlooks) = (services.Time, services.Outlooks);
        var rules = system.ActorOf(Props.Create(() => new RulesActor(time)), "rules");
        var router = system.ActorOf(Props.Create(() => new RouterActor(rules, time)), "router");
        var queues = system.ActorOf(Props.Create(() => new QueuesActor(rules, router, outlooks, time)), "queues");
        var interactions = system.ActorOf(
            Props.Create(() => new InteractionsActor(rules, queues, services)), "interactions");
        var agents = system.ActorOf(
            Props.Create(() => new AgentsActor(rules, interactions, router, services)), "agents");
        interactions.Tell(new MeetAgents(agents), ActorRefs.NoSender);
        var (events, zone, log) = (services.DayEvents, services.Zone, services.Log);
        var figures = system.ActorOf(
            Props.Create(() => new FiguresActor(rules, events, zone, time, log)), "figures");
        var (prompts, music) = (services.Prompts, services.Music);
        system.ActorOf(Props.Create(() => new MusicActor(rules, prompts, music, log)), "music");
        var facts = system.ActorOf(
            Props.Create(() => new SwitchboardActor(agents, interactions, services)), "switchboard");
        await Task.WhenAll(
            queues.Ask<Started>(AwaitStart.Instance, within),
            interactions.Ask<Started>(AwaitStart.Instance, within),
            agents.Ask<Started>(AwaitStart.Instance, within),
            figures.Ask<Started>(new TakeUpDay(), within));
        return new AcdRefs(agents, queues, facts, interactions, rules) { Figures = figures };
    }
}
