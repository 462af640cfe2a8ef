using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.History;
using CrmUms.Storage.Events;

namespace CrmUms.Storage.Acd;

/// <summary>
/// The one definition of every figure of an interaction. At any instant at most one figure runs; they never overlap,
/// so they add up. All are in milliseconds between the instants of events.
/// <list type="bullet">
/// <item>greeting: in a flow, before the queue and between queues; until the caller is queued, or leaves.</item>
/// <item>wait: in the queue until connected, or until he leaves. Ringing counts. Waiting again, after an agent was
/// given up, adds to it.</item>
/// <item>talk: caller and agent hear each other. Hold and lost audio do not count.</item>
/// <item>hold: the agent has put the caller on hold, asks somebody, or hands him on.</item>
/// <item>audio-lost: the agent's audio is gone in a talk.</item>
/// <item>wrap-up: from the end of an interaction that was in an agent's hands until the agent has recorded the result,
/// or else until it is closed.</item>
/// </list>
/// </summary>
internal static class InteractionFigures
{
    public const string Greeting = "greeting";
    public const string Wait = "wait";
    public const string Talk = "talk";
    public const string Hold = "hold";
    public const string AudioLost = "audio-lost";
    public const string WrapUp = "wrap-up";

    private static readonly string Outbound = Words.Of(InteractionDirection.Outbound);
    private static readonly string Internal = Words.Of(InteractionDirection.Internal);

    public static InteractionRow After(InteractionRow? row, IInteractionEvent happened)
    {
        // Whatever the first event is, the interaction is known from it on: a restart must find it.
        var known = row ?? new InteractionRow { InteractionId = happened.Interaction.Value, ArrivedAt = happened.At };
        var at = happened.At;
        return happened switch
        {
            InteractionArrived arrived => WithArrival(known, arrived),
            CallerIdentified identified => known with { ClientId = identified.Identity.Client.Value },
            FlowStarted => Run(known, Greeting, at) with { GreetingAt = known.GreetingAt ?? at },
            QueueLeft => Run(known, Greeting, at),
            TalkCompleted => Run(known, WrapUp, at),
            InteractionQueued queued => Run(known, Wait, at) with
            {
                QueueId = queued.Queue.Value,
                QueuedAt = known.QueuedAt ?? at,
            },
            CallbackQueued queued => Run(known, Wait, at) with
            {
                QueueId = queued.Queue.Value,
                QueuedAt = known.QueuedAt ?? at,
            },
            InteractionOffered offered => known with
            {
                Offers = known.Offers + 1,
                RoutingReason = JsonSerializer.Serialize(offered.Decision, EventJson.Options),
            },
            OfferEnded => known,
            InteractionConnected connected => Run(known, Talk, at) with
            {
                AgentId = connected.Agent.Value,
                ConnectedAt = known.ConnectedAt ?? at,
            },
            OutboundCallStarted outbound => WithCall(known, outbound) with { Direction = Outbound },
            InternalCallStarted started => known with
            {
                Direction = Internal, AgentId = started.Agent.Value, CallerLeg = "",
            },
            PartyAnswered when known.Direction == Internal => Run(known, Talk, at) with
            {
                ConnectedAt = known.ConnectedAt ?? at,
            },
            CallbackAnswered answered when known.Direction == Outbound => known with
            {
                RecordingFile = Words.Storable(answered.RecordingFile),
            },
            InteractionHandedOver handed => Run(known, Talk, at) with { AgentId = handed.To.Value },
            TalkTakenOver taken => Run(known, Talk, at) with { AgentId = taken.By.Value },
            InteractionHandedOutside => Run(known, null, at),
            ConferenceStarted => Run(known, Talk, at),
            PartiesSwapped swapped => Run(known, swapped.IsClientHeld ? Hold : Talk, at),
            InteractionHeld => Run(known, Hold, at),
            InteractionResumed or AgentAudioRestored => Run(known, Talk, at),
            AgentAudioLost => Run(known, AudioLost, at),
            AgentGivenUp => Run(known, Wait, at),
            InteractionEnded ended => Run(known, IsInHands(known) ? WrapUp : null, at) with
            {
                EndedAt = at,
                Ending = Words.Of(ended.Ending),
            },
            WrapUpRecorded => Run(known, null, at),
            InteractionClosed => Run(known, null, at) with { ClosedAt = at, EndedAt = known.EndedAt ?? at },
            _ => known,
        };
    }

    private static bool IsInHands(InteractionRow row) => row.Running is Talk or Hold or AudioLost or WrapUp;

    private static InteractionRow WithArrival(InteractionRow row, InteractionArrived arrived) => row with
    {
        ArrivedAt = arrived.At,
        CallerLeg = arrived.Caller.Value,
        Dialled = Words.Storable(arrived.Dialled),
        NumberKind = Words.Of(arrived.Number.Kind),
        NumberE164 = arrived.Number.Number?.E164,
        NumberShown = Words.Storable(arrived.Number.Shown),
        RecordingFile = Words.Storable(arrived.RecordingFile),
    };

    private static InteractionRow WithCall(InteractionRow row, OutboundCallStarted call) => row with
    {
        ArrivedAt = call.At,
        CallerLeg = call.Leg.Value,
        Dialled = Words.Storable(call.CallerId),
        NumberKind = Words.Of(CallerNumberKind.Known),
        NumberE164 = call.Number.E164,
        NumberShown = call.Number.E164,
        AgentId = call.Agent.Value,
    };

    /// <summary>Stops the figure that runs, adds what it ran, and starts another, or none.</summary>
    private static InteractionRow Run(InteractionRow row, string? figure, DateTimeOffset at)
    {
        // Instants come from one clock, but a clock that was set back must not make a figure negative.
        var ran = row.RunningSince is { } since ? Math.Max(0, (long)(at - since).TotalMilliseconds) : 0;
        var stopped = row.Running switch
        {
            Greeting => row with { GreetingMs = row.GreetingMs + ran },
            Wait => row with { WaitMs = row.WaitMs + ran },
            Talk => row with { TalkMs = row.TalkMs + ran },
            Hold => row with { HoldMs = row.HoldMs + ran },
            AudioLost => row with { AudioLostMs = row.AudioLostMs + ran },
            WrapUp => row with { WrapUpMs = row.WrapUpMs + ran },
            _ => row,
        };
        return stopped with { Running = figure, RunningSince = figure is null ? null : at };
    }
}
