using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;

namespace CrmUms.Acd;

/// <summary>
/// Where the PBX's facts come in: those of agents go to the agents, those of callers to the interactions.
/// </summary>
public sealed class SwitchboardActor : ReceiveActor
{
    public SwitchboardActor(IActorRef agents, IActorRef interactions, AcdServices services)
    {
        Receive<AgentLegOpened>(agents.Forward);
        Receive<AgentLegEnded>(agents.Forward);
        Receive<AgentPhoneChanged>(agents.Forward);
        Receive<PromptFinished>(finished =>
            (AgentTone.AgentOf(finished.Play) is null ? interactions : agents).Forward(finished));
        Receive<PbxLinkLost>(_ => services.Log.LinkLost());
        // A snapshot too: they hand it to the agents when they have compared themselves.
        ReceiveAny(interactions.Forward);
    }
}
