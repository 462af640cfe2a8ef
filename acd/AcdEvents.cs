using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd;

/// <summary>
/// Every journalled event and snapshot of this module and the manifest it is stored under. A released manifest is
/// never renamed.
/// </summary>
public static class AcdEvents
{
    public static IReadOnlyDictionary<string, Type> Manifests { get; } = new Dictionary<string, Type>
    {
        ["interaction-arrived"] = typeof(InteractionArrived),
        ["caller-identified"] = typeof(CallerIdentified),
        ["caller-barred"] = typeof(CallerBarred),
        ["flow-started"] = typeof(FlowStarted),
        ["flow-noted"] = typeof(FlowNoted),
        ["priority-given"] = typeof(PriorityGiven),
        ["talk-supervised"] = typeof(TalkSupervised),
        ["talk-unsupervised"] = typeof(TalkUnsupervised),
        ["talk-taken-over"] = typeof(TalkTakenOver),
        ["queue-left"] = typeof(QueueLeft),
        ["talk-completed"] = typeof(TalkCompleted),
        ["caller-overflowed"] = typeof(CallerOverflowed),
        ["caller-taken-out"] = typeof(CallerTakenOut),
        ["interaction-queued"] = typeof(InteractionQueued),
        ["voicemail-arrived"] = typeof(VoicemailArrived),
        ["callback-agreed"] = typeof(CallbackAgreed),
        ["callback-queued"] = typeof(CallbackQueued),
        ["callback-dialled"] = typeof(CallbackDialled),
        ["callback-answered"] = typeof(CallbackAnswered),
        ["callback-unreached"] = typeof(CallbackUnreached),
        ["interaction-offered"] = typeof(InteractionOffered),
        ["offer-ended"] = typeof(OfferEnded),
        ["interaction-connected"] = typeof(InteractionConnected),
        ["interaction-held"] = typeof(InteractionHeld),
        ["interaction-resumed"] = typeof(InteractionResumed),
        ["agent-audio-lost"] = typeof(AgentAudioLost),
        ["agent-audio-restored"] = typeof(AgentAudioRestored),
        ["agent-given-up"] = typeof(AgentGivenUp),
        ["interaction-ended"] = typeof(InteractionEnded),
        ["wrap-up-recorded"] = typeof(WrapUpRecorded),
        ["wrap-up-extended"] = typeof(WrapUpExtended),
        ["interaction-closed"] = typeof(InteractionClosed),
        ["outbound-call-started"] = typeof(OutboundCallStarted),
        ["internal-call-started"] = typeof(InternalCallStarted),
        ["transfer-started"] = typeof(TransferStarted),
        ["transfer-failed"] = typeof(TransferFailed),
        ["consultation-started"] = typeof(ConsultationStarted),
        ["consultation-ended"] = typeof(ConsultationEnded),
        ["conference-started"] = typeof(ConferenceStarted),
        ["conference-ended"] = typeof(ConferenceEnded),
        ["party-invited"] = typeof(PartyInvited),
        ["party-answered"] = typeof(PartyAnswered),
        ["party-left"] = typeof(PartyLeft),
        ["party-audio-lost"] = typeof(PartyAudioLost),
        ["party-audio-restored"] = typeof(PartyAudioRestored),
        ["party-muted"] = typeof(PartyMuted),
        ["parties-swapped"] = typeof(PartiesSwapped),
        ["interaction-handed-over"] = typeof(InteractionHandedOver),
        ["interaction-handed-to-queue"] = typeof(InteractionHandedToQueue),
        ["interaction-handed-outside"] = typeof(InteractionHandedOutside),
        ["hand-over-result-recorded"] = typeof(HandOverResultRecorded),
        ["agent-signed-in"] = typeof(AgentSignedIn),
        ["agent-signed-out"] = typeof(AgentSignedOut),
        ["agent-became-ready"] = typeof(AgentBecameReady),
        ["agent-became-not-ready"] = typeof(AgentBecameNotReady),
        ["agent-reserved"] = typeof(AgentReserved),
        ["agent-started-talking"] = typeof(AgentStartedTalking),
        ["agent-held-caller"] = typeof(AgentHeldCaller),
        ["agent-resumed-caller"] = typeof(AgentResumedCaller),
        ["agent-started-wrap-up"] = typeof(AgentStartedWrapUp),
        ["agent-planned-not-ready"] = typeof(AgentPlannedNotReady),
        ["agent-missed-offer"] = typeof(AgentMissedOffer),
        ["agent-extended-wrap-up"] = typeof(AgentExtendedWrapUp),
        ["agent-started-call"] = typeof(AgentStartedCall),
        ["agent-overstayed"] = typeof(AgentOverstayed),
        ["agent-quality-changed"] = typeof(AgentQualityChanged),
        ["agent-state"] = typeof(AgentState),
        ["queue-configured"] = typeof(QueueConfigured),
        ["queue-added"] = typeof(QueueAdded),
        ["caller-routed"] = typeof(CallerRouted),
        ["router-started"] = typeof(RouterStarted),
        ["router-stood"] = typeof(RouterStood),
        ["router-heard"] = typeof(RouterHeard),
        ["routing-count"] = typeof(RoutingCount),
        ["rule-changed"] = typeof(RuleChanged),
        ["rules"] = typeof(RulesSnapshot),
    };
}
