using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>Command: call this number for me. Refused unless the agent is ready or not ready.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Number">As he typed it.</param>
public sealed record DialNumber(AgentId Agent, string Number) : IAgentCommand;

/// <summary>
/// Query: which number would he see whom I called? Answered by <see cref="ShownNumber"/>, by the rules of now.
/// </summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Number">As he typed it.</param>
public sealed record GetShownNumber(AgentId Agent, string Number) : IAgentCommand;

/// <summary>Reply: what the called one would see.</summary>
/// <param name="Choice">The number and its rule; null when the number is not called.</param>
/// <param name="Refusal">Why it is not called; null when it is.</param>
public sealed record ShownNumber(CallerIdChoice? Choice, AgentRefusal? Refusal);

/// <summary>Command: call a colleague. Refused unless the agent is ready or not ready.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Other">Whom.</param>
public sealed record CallColleague(AgentId Agent, AgentId Other) : IAgentCommand;

/// <summary>Command: bring somebody into the call in hand, or hand the call to him.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Interaction">Which call.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Target">Whom.</param>
/// <param name="Note">What the agent has noted so far, for whoever comes next: at most 4,000 characters.</param>
public sealed record InviteParty(
    AgentId Agent, InteractionId Interaction, PartyPurpose Purpose, CallTarget Target, string Note) : IAgentCommand;

/// <summary>Command: a further step with those who were brought in.</summary>
public sealed record StepWithParties(AgentId Agent, InteractionId Interaction, PartyStep Step) : IAgentCommand;

/// <summary>Command: silence one party, or open him again.</summary>
public sealed record MuteParty(AgentId Agent, InteractionId Interaction, PartyId Party, bool Muted) : IAgentCommand;

/// <summary>Command: let one party go.</summary>
public sealed record RemoveParty(AgentId Agent, InteractionId Interaction, PartyId Party) : IAgentCommand;

/// <summary>What somebody is brought into a call for.</summary>
public enum PartyPurpose
{
    /// <summary>The caller becomes his as soon as he answers.</summary>
    Transfer,

    /// <summary>The agent talks with him first; the caller hears music.</summary>
    Consultation,

    /// <summary>He joins those who talk.</summary>
    Conference,
}

/// <summary>The steps of a consultation and of a conference.</summary>
public enum PartyStep
{
    /// <summary>Talk with the one who hears music; the other hears music instead.</summary>
    Swap,

    /// <summary>All talk with each other.</summary>
    Merge,

    /// <summary>The caller goes to whoever was consulted; the agent is out.</summary>
    Complete,

    /// <summary>Whoever was rung or consulted goes; the agent talks with his caller.</summary>
    Cancel,

    /// <summary>The agent leaves; the others go on.</summary>
    Leave,
}

/// <summary>Whom a call is brought to.</summary>
public abstract record CallTarget
{
    private CallTarget()
    {
    }

    /// <summary>An agent who is ready.</summary>
    /// <param name="Id">Who.</param>
    public sealed record Agent(AgentId Id) : CallTarget;

    /// <summary>A queue. For transfers only.</summary>
    /// <param name="Id">Which.</param>
    public sealed record Queue(QueueId Id) : CallTarget;

    /// <summary>Whoever has the skill, one who is ready first. For transfers only.</summary>
    /// <param name="Id">Which skill.</param>
    /// <param name="Level">At least so well, 1 to 10.</param>
    public sealed record Skill(string Id, int Level = 1) : CallTarget;

    /// <summary>A telephone number outside.</summary>
    /// <param name="Text">As the agent typed it.</param>
    public sealed record Number(string Text) : CallTarget;
}
