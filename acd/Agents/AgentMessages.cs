using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Agents;

/// <summary>
/// A command of an agent's desk. Told to the <c>agents</c> actor, which hands it to the agent.
/// Answered by <see cref="AgentReply"/>, once its effects are journalled or the PBX has carried them out.
/// </summary>
public interface IAgentCommand
{
    /// <summary>Whose desk.</summary>
    AgentId Agent { get; }
}

/// <summary>Command: open the desk. Signed in already is fine.</summary>
public sealed record SignIn(AgentId Agent) : IAgentCommand;

/// <summary>Command: close the desk. Refused while there is a caller.</summary>
public sealed record SignOut(AgentId Agent) : IAgentCommand;

/// <summary>Command: the agent asks for work; in wrap-up it ends the wrap-up.</summary>
public sealed record MakeReady(AgentId Agent) : IAgentCommand;

/// <summary>Command: the agent takes no interactions. With a caller it takes effect after wrap-up.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Reason">The key of a reason that an agent may choose (Rules/ReasonRule.cs).</param>
public sealed record MakeNotReady(AgentId Agent, string Reason) : IAgentCommand;

/// <summary>Command: the page has registered its phone; call it and park the leg.</summary>
public sealed record OpenAudio(AgentId Agent) : IAgentCommand;

/// <summary>Command: take the offered caller.</summary>
public sealed record AnswerOffer(AgentId Agent, InteractionId Interaction) : IAgentCommand;

/// <summary>
/// Command: this one who waits is mine, before his turn, where the queue allows it. Whoever is not ready becomes it by
/// that. Refused in a talk and in wrap-up.
/// </summary>
public sealed record PickCaller(AgentId Agent, InteractionId Interaction) : IAgentCommand;

/// <summary>Command: the caller hears music.</summary>
public sealed record HoldCaller(AgentId Agent, InteractionId Interaction) : IAgentCommand;

/// <summary>Command: talk again.</summary>
public sealed record ResumeCaller(AgentId Agent, InteractionId Interaction) : IAgentCommand;

/// <summary>Command: silence the agent's microphone, or open it again.</summary>
public sealed record MuteMicrophone(AgentId Agent, InteractionId Interaction, bool Muted) : IAgentCommand;

/// <summary>Command: send DTMF to the caller's side.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Interaction">Which call.</param>
/// <param name="Digits">1 to 32 of 0-9, *, #.</param>
public sealed record SendDigits(AgentId Agent, InteractionId Interaction, string Digits) : IAgentCommand;

/// <summary>Command: end the call.</summary>
public sealed record HangUpCaller(AgentId Agent, InteractionId Interaction) : IAgentCommand;

/// <summary>Command: record the result and finish wrap-up. Allowed once per interaction.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Interaction">Which call.</param>
/// <param name="Result">Topic, result, note.</param>
/// <param name="NotReadyReason">Null: become ready. Otherwise the reason not to.</param>
public sealed record RecordWrapUp(
    AgentId Agent, InteractionId Interaction, WrapUpResult Result, string? NotReadyReason) : IAgentCommand;

/// <summary>Command: a supervisor shall help me in this talk.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Interaction">Which call.</param>
/// <param name="Reason">Why, in the agent's words: 1 to 200 characters.</param>
public sealed record AskForHelp(AgentId Agent, InteractionId Interaction, string? Reason) : IAgentCommand;

/// <summary>Command: I need no help any more.</summary>
public sealed record WithdrawRequestForHelp(AgentId Agent, InteractionId Interaction) : IAgentCommand;

/// <summary>Command: what the page has measured of this talk. Taken until its wrap-up is over.</summary>
public sealed record ReportTalkQuality(AgentId Agent, InteractionId Interaction, TalkQuality Quality) : IAgentCommand;

/// <summary>Command: more time for this wrap-up, by as much as its queue allows. Once per interaction.</summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="Interaction">Which call.</param>
/// <param name="Reason">Why, in the agent's words: 1 to 200 characters.</param>
public sealed record ExtendWrapUp(AgentId Agent, InteractionId Interaction, string Reason) : IAgentCommand;

/// <summary>Command: somebody is at the page: he types, moves the mouse, looks at it.</summary>
public sealed record ReportActivity(AgentId Agent) : IAgentCommand;

/// <summary>
/// Command: what the page measures. While one of the first two holds, the agent is offered nobody. Refused from the
/// offer to the end of wrap-up: nobody is taken out of a talk.
/// </summary>
/// <param name="Agent">Whose desk.</param>
/// <param name="MicrophoneSilent">The microphone hears nothing whatever.</param>
/// <param name="NetworkBad">The audio leg loses or delays too much.</param>
/// <param name="Loss">Share of packets lost, 0 to 1; null when it is not known.</param>
/// <param name="JitterMs">Jitter in milliseconds; null when it is not known.</param>
/// <param name="RttMs">Round trip in milliseconds; null when it is not known.</param>
public sealed record ReportQuality(
    AgentId Agent, bool MicrophoneSilent, bool NetworkBad, double? Loss, double? JitterMs, double? RttMs)
    : IAgentCommand;

/// <summary>Command: the page says whether its microphone works. A dead one makes the agent not ready.</summary>
public sealed record ReportMicrophone(AgentId Agent, bool Works) : IAgentCommand;

/// <summary>
/// Command: a page of this agent is connected, or the last one is gone. Gone for long makes him not ready.
/// </summary>
public sealed record ReportDesk(AgentId Agent, bool IsConnected) : IAgentCommand;

/// <summary>Query: answered by <see cref="AgentView"/>.</summary>
public sealed record GetAgentView(AgentId Agent) : IAgentCommand;

/// <summary>
/// Command to the <c>agents</c> actor: employees have come, changed or gone. Answered by <see cref="StaffRefreshed"/>
/// when those who came can sign in.
/// </summary>
public sealed record RefreshStaff;

/// <summary>Reply: everybody who works here has an actor.</summary>
public sealed record StaffRefreshed;

/// <summary>Query to the <c>agents</c> actor: answered by <see cref="AgentViews"/>.</summary>
public sealed record GetAgentViews;

/// <summary>Reply: all agents.</summary>
/// <param name="Agents">Those who have answered.</param>
public sealed record AgentViews(IReadOnlyList<AgentView> Agents)
{
    /// <summary>Those who have not answered in time: nobody knows what they do.</summary>
    public IReadOnlyList<AgentProfile> Silent { get; init; } = [];
}

/// <summary>Reply to a command.</summary>
public abstract record AgentReply
{
    private AgentReply()
    {
    }

    /// <summary>Carried out.</summary>
    public sealed record Accepted : AgentReply
    {
        /// <summary>The one instance.</summary>
        public static Accepted Instance { get; } = new();
    }

    /// <summary>Not carried out; nothing has changed.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(AgentRefusal Reason) : AgentReply;
}

/// <summary>Why a command of an agent was not carried out.</summary>
public enum AgentRefusal
{
    /// <summary>There is no such agent.</summary>
    UnknownAgent,

    /// <summary>The agent is signed out.</summary>
    SignedOut,

    /// <summary>Not possible in the present state.</summary>
    WrongState,

    /// <summary>That interaction is not the agent's, or not any more: the caller hung up, the offer ran out.</summary>
    NotYours,

    /// <summary>The audio leg is not open.</summary>
    NoAudio,

    /// <summary>The page's microphone does not work.</summary>
    NoMicrophone,

    /// <summary>Reason, digits, topic or note are not valid.</summary>
    BadInput,

    /// <summary>The PBX did not carry it out; try again.</summary>
    PbxUnavailable,

    /// <summary>Whom he wants is signed out, or does not work here.</summary>
    OtherSignedOut,

    /// <summary>Whom he wants is not free: not ready, in a call, in wrap-up.</summary>
    OtherUnavailable,

    /// <summary>He means himself.</summary>
    Yourself,

    /// <summary>That number is not one that we call: abroad, or not a telephone number.</summary>
    NumberNotAllowed,

    /// <summary>That number stands in the black list.</summary>
    NumberBlocked,

    /// <summary>So many take part that nobody else can be brought in.</summary>
    TooManyParties,

    /// <summary>There is no such queue.</summary>
    UnknownQueue,

    /// <summary>There is no such skill.</summary>
    UnknownSkill,

    /// <summary>Nobody else is signed in who has the skill, at that level.</summary>
    NobodyHasSkill,

    /// <summary>There is nobody of that name in the call.</summary>
    UnknownParty,

    /// <summary>He has no right to do that.</summary>
    NotAllowed,

    /// <summary>He has a caller or wraps up, or something is in the way: his microphone, his network.</summary>
    NotReady,

    /// <summary>He waits no more, or is called later.</summary>
    NotWaiting,

    /// <summary>Another agent is rung for him, or he was given to one.</summary>
    OfferedToAnother,

    /// <summary>The agent lacks what is asked for at this moment, or does not serve the queue.</summary>
    CannotServe,
}
