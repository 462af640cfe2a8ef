using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd;

/// <summary>
/// Where the PBX's facts come in: those of agents go to the agents, those of callers to the interactions. What concerns
/// nobody here, somebody who speaks a prompt, is published for whoever called him.
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
        Receive<PbxLinkLost>(lost =>
        {
            services.Log.LinkLost();
            Context.System.EventStream.Publish(lost);
        });
        Receive<OutboundLegRinging>(fact => IsDictation(fact.Leg), Publish);
        Receive<OutboundLegAnswered>(fact => IsDictation(fact.Leg), Publish);
        Receive<OutboundLegEnded>(fact => IsDictation(fact.Leg), Publish);
        Receive<LegRecordingFinished>(fact => IsDictation(fact.Leg), Publish);
        // A snapshot too: they hand it to the agents when they have compared themselves.
        ReceiveAny(interactions.Forward);
    }

    private static bool IsDictation(LegId leg) => OutboundLegs.DictationOf(leg) is not null;

    private void Publish(object fact) => Context.System.EventStream.Publish(fact);
}
