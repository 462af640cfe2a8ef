using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Tests.Acd;

/// <summary>The events of one call, second by second.</summary>
internal sealed class Call(DateTimeOffset startsAt)
{
    public static readonly QueueId Support = new("support");

    public InteractionId Id { get; } = new(Guid.CreateVersion7());

    public AgentId Agent { get; init; } = new(Guid.CreateVersion7());

    public string PersistenceId => $"interaction-{Id}";

    public DateTimeOffset At(double second) => startsAt.AddSeconds(second);

    public InteractionArrived Arrived(double at = 0, string from = "+998901234567") => new(
        Id, new LegId($"leg-{Id}"), "1000", CallerNumber.Read(from, NumberingPlan.Uzbekistan), $"{Id}.raw", At(at));

    public CallerIdentified Identified(double at, ClientId client) =>
        new(Id, new CallerIdentity(client, ClientKind.Individual, "Юсупов Тимур", "Тимур", true, null), At(at));

    public FlowStarted Greeted(double at) => new(Id, "welcome", At(at));

    public InteractionQueued Queued(double at) => new(Id, Support, At(at));

    public InteractionOffered Offered(double at) => new(
        Id,
        Agent,
        new RoutingReason("longest-idle", "support", 2, TimeSpan.FromSeconds(30), null, null),
        At(at + 20),
        At(at));

    public OfferEnded OfferEnded(double at) => new(Id, Agent, OfferEnding.NoAnswer, At(at));

    public InteractionConnected Connected(double at) => new(Id, Agent, new LegId("agent-leg"), 1, At(at));

    public InteractionHeld Held(double at) => new(Id, At(at));

    public InteractionResumed Resumed(double at) => new(Id, 2, At(at));

    public AgentAudioLost AudioLost(double at) => new(Id, Agent, At(at));

    public AgentAudioRestored AudioRestored(double at) => new(Id, Agent, new LegId("agent-leg-2"), 3, At(at));

    public AgentGivenUp GivenUp(double at) => new(Id, Agent, At(at));

    public InteractionEnded Ended(double at, InteractionEnding ending = InteractionEnding.CallerHungUp) =>
        new(Id, ending, At(at));

    public WrapUpRecorded Recorded(double at, string? result = "resolved", string note = "note") =>
        new(Id, Agent, new WrapUpResult("tariff.change", result, note), At(at));

    public InteractionClosed Closed(double at) => new(Id, At(at));

    /// <summary>Greeting 2 s, wait 8 s, talk 30 s, hold 5 s, wrap-up 12 s.</summary>
    public object[] WholeStory(ClientId client) =>
    [
        Arrived(), Identified(0.1, client), Greeted(1), Queued(3), Offered(4), Connected(11), Held(21), Resumed(26),
        Ended(46), Recorded(58), Closed(58),
    ];
}
