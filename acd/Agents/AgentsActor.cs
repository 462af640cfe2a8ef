using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>
/// Parent of all agents: one actor per employee who may handle interactions, all recovered at the start.
/// </summary>
public sealed partial class AgentsActor : ReceiveActor, IWithStash
{
    private static readonly TimeSpan ViewWithin = TimeSpan.FromSeconds(2);

    private readonly Dictionary<AgentId, IActorRef> _agents = [];
    private readonly Dictionary<AgentId, AgentProfile> _profiles = [];
    private readonly HashSet<AgentId> _silent = []; // Started and not yet recovered.
    private readonly List<IActorRef> _awaitingStart = [];
    private readonly IActorRef _interactions;
    private readonly IActorRef _router;
    private readonly IActorRef _ruler;
    private readonly AcdServices _services;
    private readonly List<IActorRef> _awaitingStaff = [];
    private CentreRules _rules = CentreRules.Empty;
    private bool _hasCompared;

    /// <param name="ruler">Says what agents may do.</param>
    /// <param name="interactions">Hands words to interactions.</param>
    /// <param name="router">Is told who is available.</param>
    /// <param name="services">Ports, clock, log.</param>
    public AgentsActor(IActorRef ruler, IActorRef interactions, IActorRef router, AcdServices services)
    {
        _ruler = ruler;
        _interactions = interactions;
        _router = router;
        _services = services;
        Receive<StaffKnown>(OnStaff);
        Receive<StaffUnknown>(unknown => throw new InvalidOperationException("Staff unknown", unknown.Cause));
        ReceiveAny(_ => Stash.Stash());
    }

    public IStash Stash { get; set; } = null!;

    protected override void PreStart()
    {
        _ruler.Tell(new SubscribeToRules(RulesReader.Agents), Self);
        AskForStaff(ActorRefs.Nobody);
    }

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.OfPersistentChildren(_services.Log);

    private void AskForStaff(IActorRef asker) =>
        _services
            .Staff.ListAgentsAsync(CancellationToken.None)
            .PipeTo(
                Self,
                success: staff => new StaffKnown(staff, asker),
                failure: error => new StaffUnknown(error, asker));

    private void OnStaff(StaffKnown known)
    {
        foreach (var profile in known.Staff)
        {
            Start(profile);
        }

        Become(Working);
        Stash.UnstashAll();
    }

    private void Working()
    {
        Receive<AgentRecovered>(recovered => OnAgentRecovered(recovered.Agent));
        Receive<CentreRulesChanged>(OnRulesChanged);
        Receive<RefreshStaff>(_ => AskForStaff(Sender));
        Receive<StaffKnown>(OnStaffChanged);
        Receive<StaffUnknown>(unknown => unknown.Asker.Tell(new Status.Failure(unknown.Cause), Self));
        Receive<Terminated>(OnAgentStopped);
        Receive<AwaitStart>(OnAwaitStart);
        Receive<GetAgentViews>(_ => OnGetAgentViews());
        ReceiveColleagues();
        ReceiveAssigned();
        Receive<IAgentCommand>(OnAgentCommand);
        Receive<IAgentNews>(news => Hand(news.Agent, news));
        Receive<AgentLegOpened>(opened => Hand(opened.Agent, opened));
        Receive<AgentLegEnded>(ended => Hand(ended.Agent, ended));
        Receive<AgentPhoneChanged>(changed => Hand(changed.Agent, changed));
        Receive<PromptFinished>(OnToneFinished);
        Receive<PbxSnapshot>(OnPbxSnapshot);
    }

    private void Start(AgentProfile profile)
    {
        var (interactions, router, services) = (_interactions, _router, _services);
        _silent.Add(profile.Agent);
        _profiles[profile.Agent] = profile;
        _agents[profile.Agent] = Context.Watch(
            Context.ActorOf(
                Props.Create(() => new AgentActor(profile, interactions, router, services)),
                profile.Agent.ToString()
            )
        );
    }

    // His supervisor has given him up. The others work on; his page is told that there is no such agent.
    private void OnAgentStopped(Terminated stopped)
    {
        var agent = new AgentId(Guid.ParseExact(stopped.ActorRef.Path.Name, "n"));
        _services.Log.AgentGivenUp(agent);
        _agents.Remove(agent);
        _profiles.Remove(agent);
        Heard(agent);
    }

    // He may have started anew, and has forgotten what he may do.
    private void OnAgentRecovered(AgentId agent)
    {
        Hand(agent, new CentreRulesChanged(_rules));
        Heard(agent);
    }

    private void OnRulesChanged(CentreRulesChanged changed)
    {
        _rules = changed.Rules;
        foreach (var agent in _agents.Values)
        {
            agent.Tell(changed, Self);
        }
    }

    private void OnStaffChanged(StaffKnown known)
    {
        foreach (var profile in known.Staff)
        {
            if (_agents.TryGetValue(profile.Agent, out var agent))
            {
                _profiles[profile.Agent] = profile;
                agent.Tell(new AgentRenamed(profile), Self);
            }
            else
            {
                Start(profile);
                TellNewcomer(profile.Agent);
            }
        }

        foreach (var gone in _agents.Keys.Except(known.Staff.Select(profile => profile.Agent)))
        {
            Hand(gone, DismissAgent.Instance);
        }

        _awaitingStaff.Add(known.Asker);
        AnswerWaitingStarts();
    }

    // Nobody knew him when we compared ourselves with the PBX: he has no leg there.
    private void TellNewcomer(AgentId agent)
    {
        if (_hasCompared)
        {
            Hand(agent, new AgentLegsPresence([], _services.Now));
        }
    }

    private void Heard(AgentId agent)
    {
        _silent.Remove(agent);
        AnswerWaitingStarts();
    }

    private void OnAwaitStart(AwaitStart query)
    {
        _awaitingStart.Add(Sender);
        AnswerWaitingStarts();
    }

    private void AnswerWaitingStarts()
    {
        if (_silent.Count == 0)
        {
            _awaitingStart.ForEach(waiter => waiter.Tell(Started.Instance, Self));
            _awaitingStart.Clear();
            _awaitingStaff.ForEach(waiter => waiter.Tell(new StaffRefreshed(), Self));
            _awaitingStaff.Clear();
        }
    }

    private void OnAgentCommand(IAgentCommand command)
    {
        if (_agents.TryGetValue(command.Agent, out var agent))
        {
            agent.Forward(command);
        }
        else
        {
            Sender.Tell(new AgentReply.Refused(AgentRefusal.UnknownAgent), Self);
        }
    }

    private void Hand(AgentId agent, object news)
    {
        if (_agents.TryGetValue(agent, out var actor))
        {
            actor.Forward(news);
        }
    }

    private void OnToneFinished(PromptFinished finished)
    {
        if (AgentTone.AgentOf(finished.Play) is { } agent)
        {
            Hand(agent, finished);
        }
    }

    private void OnPbxSnapshot(PbxSnapshot snapshot)
    {
        _hasCompared = true;
        var legs = snapshot.AgentLegs.ToLookup(leg => leg.Agent);
        foreach (var (agent, actor) in _agents)
        {
            actor.Tell(new AgentLegsPresence([.. legs[agent]], snapshot.At), Self);
        }

        // Legs of people who do not work here any more.
        foreach (var stray in snapshot.AgentLegs.Where(leg => !_agents.ContainsKey(leg.Agent)))
        {
            _services
                .Pbx.HangUpAsync(stray.Leg, HangUpReason.Normal, CancellationToken.None)
                .ContinueWith(
                    failed =>
                        _services.Log.AgentStepFailed(stray.Agent, "hang up", failed.Exception!.GetBaseException()),
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default
                );
        }
    }

    private void OnGetAgentViews() =>
        Task.WhenAll(_agents.Select(agent => AskForViewAsync(agent.Value, _profiles[agent.Key]))).PipeTo(
            Sender,
            Self,
            answers => new AgentViews([.. answers.Select(answer => answer.View).OfType<AgentView>()])
            {
                Silent = [.. answers.Where(answer => answer.View is null).Select(answer => answer.Profile)],
            });

    // Whoever does not answer must not hide the others.
    private async Task<(AgentProfile Profile, AgentView? View)> AskForViewAsync(IActorRef agent, AgentProfile profile)
    {
        try
        {
            return (profile, await agent.Ask<AgentView>(new GetAgentView(profile.Agent), ViewWithin));
        }
        catch (AskTimeoutException)
        {
            _services.Log.AgentSilent(profile.Agent);
            return (profile, null);
        }
    }

    private sealed record StaffKnown(IReadOnlyList<AgentProfile> Staff, IActorRef Asker);

    private sealed record StaffUnknown(Exception Cause, IActorRef Asker);
}

/// <summary>From an agent to his parent: recovered.</summary>
internal sealed record AgentRecovered(AgentId Agent);

/// <summary>From the parent, after every (re)connect to the PBX: what it has of this agent's legs.</summary>
internal sealed record AgentLegsPresence(IReadOnlyList<PbxAgentLeg> Legs, DateTimeOffset At);
