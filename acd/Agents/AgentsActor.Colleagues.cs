using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

// An agent who wants a colleague is told at once when that makes no sense. Whoever is free now may be taken by the time
// it rings: then he refuses, as he does with any offer.
public sealed partial class AgentsActor
{
    private void ReceiveColleagues()
    {
        Receive<CallColleague>(call => OnColleagueWanted(call, call.Other));
        Receive<InviteParty>(
            invite => invite.Target is CallTarget.Agent,
            invite => OnColleagueWanted(invite, ((CallTarget.Agent)invite.Target).Id));
        Receive<InviteParty>(
            invite => invite.Target is CallTarget.Skill,
            invite => OnSkillWanted(invite, (CallTarget.Skill)invite.Target));
        Receive<ColleagueSeen>(OnColleagueSeen);
    }

    private void OnColleagueWanted(IAgentCommand command, AgentId other)
    {
        if (other == command.Agent)
        {
            Sender.Tell(new AgentReply.Refused(AgentRefusal.Yourself), Self);
        }
        else if (!_agents.TryGetValue(other, out var colleague))
        {
            Sender.Tell(new AgentReply.Refused(AgentRefusal.OtherSignedOut), Self);
        }
        else
        {
            var asker = Sender;
            colleague.Ask<AgentView>(new GetAgentView(other), ViewWithin).PipeTo(
                Self,
                success: view => new ColleagueSeen(command, asker, RefusalOf(view)),
                failure: _ => new ColleagueSeen(command, asker, AgentRefusal.OtherUnavailable));
        }
    }

    // Busy ones will be free again; of those who are gone nobody knows when they come.
    private void OnSkillWanted(InviteParty invite, CallTarget.Skill wanted)
    {
        if (_rules.Find<SkillRule>(wanted.Id) is null)
        {
            Sender.Tell(new AgentReply.Refused(AgentRefusal.UnknownSkill), Self);
            return;
        }

        var asker = Sender;
        Task.WhenAll(
                from agent in _agents
                where agent.Key != invite.Agent && Has(agent.Key, wanted)
                select agent.Value.Ask<AgentView>(new GetAgentView(agent.Key), ViewWithin))
            .PipeTo(
                Self,
                success: views => new ColleagueSeen(invite, asker, RefusalOf(views)),
                failure: _ => new ColleagueSeen(invite, asker, AgentRefusal.OtherUnavailable));
    }

    private bool Has(AgentId agent, CallTarget.Skill wanted) =>
        _rules.Find<AgentRule>(AgentRule.IdOf(agent)) is { Capacity.Voice: > 0 } rule
        && rule.Skills.GetValueOrDefault(wanted.Id) >= wanted.Level;

    private static AgentRefusal? RefusalOf(AgentView[] skilled) =>
        skilled.Any(agent => agent.Status != AgentStatus.SignedOut) ? null : AgentRefusal.NobodyHasSkill;

    private static AgentRefusal? RefusalOf(AgentView colleague) => colleague switch
    {
        { Status: AgentStatus.SignedOut } => AgentRefusal.OtherSignedOut,
        { Status: AgentStatus.Ready, Obstacle: null } => null,
        _ => AgentRefusal.OtherUnavailable,
    };

    private void OnColleagueSeen(ColleagueSeen seen)
    {
        if (seen.Refusal is { } refusal)
        {
            seen.Asker.Tell(new AgentReply.Refused(refusal), Self);
        }
        else if (_agents.TryGetValue(seen.Command.Agent, out var agent))
        {
            agent.Tell(seen.Command, seen.Asker);
        }
        else
        {
            seen.Asker.Tell(new AgentReply.Refused(AgentRefusal.UnknownAgent), Self);
        }
    }

    private sealed record ColleagueSeen(IAgentCommand Command, IActorRef Asker, AgentRefusal? Refusal);
}
