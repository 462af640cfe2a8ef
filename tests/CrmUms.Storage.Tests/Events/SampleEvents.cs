using System.Text.Json;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Tests.Events;

/// <summary>One of each journalled event, every field filled.</summary>
internal static class SampleEvents
{
    private static readonly InteractionId Call = new(Guid.Parse("01970000-0000-7000-8000-0000000000c1"));
    private static readonly AgentId Agent = new(Guid.Parse("01970000-0000-7000-8000-0000000000a1"));
    private static readonly AgentId Other = new(Guid.Parse("01970000-0000-7000-8000-0000000000a2"));
    private static readonly ClientId Client = new(Guid.Parse("01970000-0000-7000-8000-0000000000d1"));
    private static readonly QueueId Queue = new("support");
    private static readonly LegId Leg = new("1760000000.1");
    private static readonly DateTimeOffset At = new(2026, 7, 14, 9, 30, 15, 250, TimeSpan.Zero);

    private static readonly JsonElement Skill =
        JsonDocument.Parse("""{"id":"uzbek","name":"Узбекский"}""").RootElement;

    private static readonly RoutingRules Rules = new(
        12,
        [
            new RoutingQueue(Queue, [new RoutingStep(TimeSpan.Zero, "russian >= 5")])
            {
                Groups = ["day"],
                Strategy = "weighted",
                Weights = new Dictionary<string, double> { ["idle-time"] = 1.5 },
                SecondsPerPriorityPoint = 6,
                PersonalWaits = new Dictionary<string, TimeSpan>
                {
                    [PreferredAgent.LastAgent] = TimeSpan.FromSeconds(20),
                },
            },
        ],
        [
            new RoutingAgent(Agent, new Dictionary<string, int> { ["russian"] = 7 })
            {
                Groups = ["day"],
                Queues = new Dictionary<string, int> { ["support"] = 2 },
                Capacity = new RoutingCapacity(new Dictionary<string, int> { ["voice"] = 1, ["chat"] = 3 }, true),
            },
        ]);

    public static IReadOnlyList<object> All { get; } =
    [
        new InteractionArrived(
            Call, Leg, "1000", CallerNumber.Read("+998901234567", NumberingPlan.Uzbekistan), "1760000000.1.raw", At),
        new CallerIdentified(
            Call,
            new CallerIdentity(
                Client, ClientKind.Individual, "Юсупов Тимур Рашидович", "Тимур Рашидович", true, "Дильноза Юлдашева"),
            At),
        new CallerBarred(Call, "spam", BlackListTreatment.Prompt, "not-served", At),
        new FlowStarted(Call, "welcome", At),
        new PriorityGiven(Call, 50, Agent, At),
        new TalkSupervised(Call, Agent, Agent, SupervisionMode.Whisper, At) { IsSeen = true },
        new TalkUnsupervised(Call, Agent, At),
        new HelpAsked(Call, Agent, "Клиент недоволен", At),
        new HelpWithdrawn(Call, Agent, At),
        new AgentMuted(Call, Agent, true, At),
        new TalkQualityMeasured(Call, Agent, new TalkQuality(61.5, 4.21, 3.4, 0.012, 12.5, 40, true), At),
        new TalkTakenOver(Call, Agent, Agent, new LegId("leg-2"), 2, At),
        new FlowNoted(Call, new FlowNote.MenuChosen("menu", "1", "Долги"), At),
        new QueueLeft(Call, Queue, FlowQueueLeaving.Timeout, At),
        new TalkCompleted(Call, Agent, At),
        new CallerOverflowed(Call, Queue, OverflowWhen.EstimatedWait, RuleTarget.Queue("express"), "busy", At),
        new CallerAssigned(Call, Agent, At.AddMinutes(2), Agent, At),
        new CallerPicked(Call, Agent, At.AddSeconds(5), At),
        new CallerTakenOut(Call, Queue, new QueueId("express"), Agent, At),
        new InteractionQueued(Call, Queue, At),
        new VoicemailArrived(Call, new InteractionId(Client.Value), Queue, "c1-3-1", TimeSpan.FromSeconds(12), At),
        new CallbackAgreed(Call, Queue, PhoneNumber.FromE164("+998901234567"), At),
        new CallbackQueued(Call, Queue, At, At.AddSeconds(-90)),
        new CallbackDialled(Call, Agent, new LegId("leg-1"), new LegId("out-1"), At)
        {
            CallerId = "1000", CallerIdRule = "Своя сеть",
        },
        new CallbackAnswered(Call, new LegId("out-1"), "out-1.raw", At),
        new CallbackUnreached(Call, Agent, OutboundOutcome.NoAnswer, At.AddSeconds(300), At),
        new InteractionOffered(
            Call,
            Agent,
            new RoutingReason("longest-idle", "support", 2, TimeSpan.FromSeconds(90.5), Other, TimeSpan.FromSeconds(3)),
            At.AddSeconds(20),
            At),
        new OfferEnded(Call, Agent, OfferEnding.AgentUnavailable, At),
        new InteractionConnected(Call, Agent, new LegId("leg-1"), 1, At),
        new InteractionHeld(Call, At),
        new InteractionResumed(Call, 2, At),
        new AgentAudioLost(Call, Agent, At),
        new AgentAudioRestored(Call, Agent, new LegId("leg-2"), 3, At),
        new AgentGivenUp(Call, Agent, At),
        new InteractionEnded(Call, InteractionEnding.AbandonedRinging, At),
        new WrapUpRecorded(Call, Agent, new WrapUpResult("tariff.change", "resolved", "Сказал: «спасибо»"), At),
        new WrapUpExtended(Call, Agent, At.AddSeconds(90), "Сверяю договор", At),
        new InteractionClosed(Call, At),
        new OutboundCallStarted(
            Call, Agent, new LegId("leg-1"), new LegId("out-1"), "1000", PhoneNumber.FromE164("+998901234567"), At)
        {
            CallerIdRule = "Своя сеть",
        },
        new InternalCallStarted(Call, Agent, new LegId("leg-1"), At),
        new TransferStarted(Call, Agent, Queue, "Просит перевыпуск", At) { Skill = new SkillAsked("uzbek", 5) },
        new TransferFailed(Call, PartyLeaving.QueueFull, At),
        new ConsultationStarted(Call, Agent, At),
        new ConsultationEnded(Call, At),
        new ConferenceStarted(Call, At),
        new ConferenceEnded(Call, At),
        new ArrangementFailed(Call, Arrangement.HandOver, At),
        new ArrangementMade(Call, At),
        new PartyInvited(
            Call, Agent, PartyId.Of(Other), PartyPurpose.Consultation, Other, PhoneNumber.FromE164("+998711234567"),
            new LegId("out-2"), "Просит перевыпуск", At)
        {
            CallerId = "1000", CallerIdRule = "Своя сеть",
        },
        new PartyAnswered(Call, PartyId.OfNumber(2), new LegId("out-2"), "out-2.raw", 2, At),
        new PartyLeft(Call, PartyId.OfNumber(2), PartyLeaving.NoAnswer, At),
        new PartyAudioLost(Call, PartyId.Of(Other), At),
        new PartyAudioRestored(Call, PartyId.Of(Other), new LegId("leg-3"), At),
        new PartyMuted(Call, PartyId.Client, true, At),
        new PartiesSwapped(Call, true, 3, At),
        new InteractionHandedOver(Call, Agent, Other, 4, At),
        new InteractionHandedToQueue(Call, Agent, At),
        new InteractionHandedOutside(Call, Agent, 5, At),
        new HandOverResultRecorded(Call, Agent, new WrapUpResult("tariff.change", "resolved", "Передала"), At),
        new AgentSignedIn(Agent, At),
        new AgentSignedOut(Agent, At),
        new AgentBecameReady(Agent, At),
        new AgentBecameNotReady(Agent, "lunch", At),
        new AgentReserved(Agent, Call, At),
        new AgentStartedTalking(Agent, Call, At),
        new AgentHeldCaller(Agent, Call, At),
        new AgentResumedCaller(Agent, Call, At),
        new AgentStartedWrapUp(Agent, Call, At.AddSeconds(60), At),
        new AgentPlannedNotReady(Agent, "lunch", At),
        new AgentMissedOffer(Agent, Call, 2, At),
        new AgentExtendedWrapUp(Agent, Call, At.AddSeconds(90), "Сверяю договор", At),
        new AgentStartedCall(Agent, Call, At),
        new AgentOverstayed(Agent, "lunch", 60, At),
        new AgentQualityChanged(Agent, true, false, 0.125, 40.5, 300, At),
        new AgentState(AgentStatus.WrapUp, null, At, Call, At.AddSeconds(60), "lunch"),
        new CallerRouted(
            Call,
            Agent,
            new RoutingReason(
                "weighted", "russian >= 5", 1, TimeSpan.Zero, null, null,
                new RoutingGrounds(
                    Queue, 1, 12, 30, PreferredAgent.PersonalManager,
                    [new RoutingCandidate(Agent, 1, [new RoutingTerm("idle-seconds", 90.5)])],
                    [new RoutingExclusion(Other, ExclusionCodes.NotReadyPrefix + "lunch")],
                    7)),
            At),
        new RouterStarted(At),
        new RouterStood([new RoutingInput.RulesReplaced(Rules), new RoutingInput.Tick()], At),
        new RouterHeard(
            new RoutingInput.CallerWaiting(
                Call, Queue, 30, At, [new PreferredAgent(Agent, At.AddSeconds(20), PreferredAgent.LastAgent)]),
            At),
        new RoutingCount(4711),
        new QueueConfigured(
            new QueueConfiguration(
                Queue,
                "Поддержка",
                ["1000", "+998711234567"],
                "support",
                "crmums-greeting",
                "ru",
                "default",
                TimeSpan.FromSeconds(20),
                TimeSpan.FromSeconds(60),
                500),
            At),
        new QueueAdded(Queue, At),
        new RuleChanged(7, "skill", "uzbek", Skill, "019700000000700080000000000000a9", "Нужен узбекский", At),
        new RulesSnapshot(7, [new RuleSnapshot("skill", "uzbek", Skill, IsFormer: false)]),
    ];
}
