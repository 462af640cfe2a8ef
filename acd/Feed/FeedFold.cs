using System.Text.Json;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Feed;

/// <summary>From what is journalled to what other systems are told. Pure: the journal stays the only truth.</summary>
public static class FeedFold
{
    private const string AgentLost = "agentLost";

    /// <summary>What is known afterwards, and what is told; null: this is ours alone.</summary>
    public static (FeedContext Known, FeedEvent? Told) After(FeedContext known, IInteractionEvent happened)
    {
        var after = Learn(known, happened);
        var told = Tell(known, after, happened);
        return (after, told);
    }

    /// <summary>What is told of an agent; null when his state is what it was.</summary>
    public static FeedEvent? Of(IAgentEvent happened) => AgentPresence.After(happened) is { } state
        ? new FeedEvent(FeedTypes.AgentStateChanged, happened.At)
        {
            AgentId = happened.Agent,
            State = state.Status,
            Reason = state.Reason,
            InteractionId = state.Interaction,
        }
        : null;

    private static FeedContext Learn(FeedContext known, IInteractionEvent happened) => happened switch
    {
        InteractionArrived arrived => new FeedContext
        {
            Kind = CallKind.Call, Dialled = arrived.Dialled, Number = NumberOf(arrived.Number),
        },
        OutboundCallStarted outbound => new FeedContext
        {
            Kind = CallKind.Outbound,
            Dialled = outbound.CallerId,
            Number = outbound.Number.E164,
            Agent = outbound.Agent,
        },
        InternalCallStarted started => new FeedContext { Kind = CallKind.Internal, Agent = started.Agent },
        VoicemailArrived voicemail => known with { Kind = CallKind.Voicemail, Queue = voicemail.Queue },
        CallerIdentified identified => known with { Client = identified.Identity.Client },
        InteractionQueued queued => known with { Queue = queued.Queue, Agent = null },
        CallbackQueued queued => known with { Kind = CallKind.Callback, Queue = queued.Queue, Agent = null },
        InteractionOffered offered => known with { Agent = offered.Agent },
        OfferEnded or AgentGivenUp or CallbackUnreached => known with { Agent = null },
        InteractionConnected connected => known with { Agent = connected.Agent },
        TransferStarted started => known with
        {
            ToQueue = started.Queue, ToSkill = started.Skill?.Skill, ToNumber = null,
        },
        PartyInvited { Number: { } number } => known with { ToNumber = number.E164 },
        InteractionHandedOver over => known with { Agent = over.To },
        TalkTakenOver taken => known with { Agent = taken.By },
        InteractionHandedToQueue or InteractionHandedOutside => known with { Agent = null },
        _ => known,
    };

    private static FeedEvent? Tell(FeedContext before, FeedContext known, IInteractionEvent happened)
    {
        return happened switch
        {
            InteractionArrived or OutboundCallStarted or InternalCallStarted => Told(FeedTypes.Arrived),
            CallerIdentified => Told(FeedTypes.Identified),
            InteractionQueued or CallbackQueued => Told(FeedTypes.Queued),
            CallbackUnreached { AgainAt: not null } unreached =>
                Told(FeedTypes.Queued) with { Reason = Camel(unreached.Outcome) },
            AgentGivenUp => Told(FeedTypes.Queued) with { Reason = AgentLost },
            QueueLeft left => Told(FeedTypes.QueueLeft) with { Reason = Camel(left.Reason) },
            InteractionOffered offered => Told(FeedTypes.Offered) with
            {
                AnswerBy = offered.AnswerBy, ScreenPopUrl = offered.ScreenPopUrl,
            },
            OfferEnded ended => Told(FeedTypes.OfferEnded) with
            {
                AgentId = ended.Agent, Reason = Camel(ended.Ending),
            },
            InteractionConnected => Told(FeedTypes.Connected),
            InteractionHeld => Told(FeedTypes.Held),
            InteractionResumed => Told(FeedTypes.Resumed),
            PartyInvited invited => Told(FeedTypes.PartyInvited) with
            {
                PartyId = invited.Party.Value,
                PartyAgentId = invited.Other,
                PartyNumber = invited.Number?.E164,
                Purpose = invited.Purpose,
            },
            PartyAnswered answered => Told(FeedTypes.PartyJoined) with { PartyId = answered.Party.Value },
            PartyLeft left => Told(FeedTypes.PartyLeft) with
            {
                PartyId = left.Party.Value, Reason = Camel(left.Reason),
            },
            TransferFailed failed => Told(FeedTypes.TransferFailed) with { Reason = Camel(failed.Reason) },
            InteractionHandedOver over => Transferred(over.Agent) with { ToAgentId = over.To },
            TalkTakenOver taken => Transferred(taken.Agent) with { ToAgentId = taken.By },
            InteractionHandedToQueue handed => Transferred(handed.Agent) with
            {
                ToQueueId = before.ToQueue, ToSkill = before.ToSkill,
            },
            InteractionHandedOutside handed => Transferred(handed.Agent) with { ToNumber = before.ToNumber },
            TalkCompleted => Told(FeedTypes.TalkCompleted),
            InteractionEnded ended => Told(FeedTypes.Ended) with { Ending = ended.Ending },
            WrapUpRecorded recorded => Recorded(recorded.Agent, recorded.Result),
            HandOverResultRecorded recorded => Recorded(recorded.Agent, recorded.Result),
            InteractionClosed => Told(FeedTypes.Closed),
            _ => null,
        };

        FeedEvent Told(string type) => new(type, happened.At)
        {
            InteractionId = happened.Interaction,
            Kind = known.Kind,
            Dialled = known.Dialled,
            Number = known.Number,
            ClientId = known.Client,
            QueueId = known.Queue,
            AgentId = known.Agent,
        };

        FeedEvent Transferred(AgentId from) => Told(FeedTypes.Transferred) with { AgentId = from };

        FeedEvent Recorded(AgentId agent, WrapUpResult result) => Told(FeedTypes.WrapUpRecorded) with
        {
            AgentId = agent, Topic = result.Topic, Result = result.Result,
        };
    }

    private static string Camel<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    private static string? NumberOf(CallerNumber number) => number.Shown.Length == 0 ? null : number.Shown;
}
