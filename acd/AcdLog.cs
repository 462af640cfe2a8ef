using CrmUms.Acd.Agents;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel; // Akka.NET has one too.

namespace CrmUms.Acd;

/// <summary>Everything this module logs: numbers 2000 to 2999. Ids only, never a number, a name or a note.</summary>
internal static partial class AcdLog
{
    [LoggerMessage(2001, LogLevel.Information, "Interaction {Interaction}: {Event}, now {Stage}")]
    public static partial void InteractionMoved(
        this ILogger logger,
        InteractionId interaction,
        string @event,
        InteractionStage stage
    );

    [LoggerMessage(2002, LogLevel.Warning, "Interaction {Interaction}: {Step} failed")]
    public static partial void StepFailed(this ILogger logger, InteractionId interaction, string step, Exception cause);

    [LoggerMessage(2003, LogLevel.Warning, "Interaction {Interaction}: the caller could not be looked up")]
    public static partial void LookUpFailed(this ILogger logger, InteractionId interaction, Exception cause);

    [LoggerMessage(
        2004,
        LogLevel.Information,
        "PBX snapshot: {Callers} callers, {AgentLegs} agent legs, {Open} open interactions"
    )]
    public static partial void Compared(this ILogger logger, int callers, int agentLegs, int open);

    [LoggerMessage(2005, LogLevel.Warning, "The link to the PBX is lost; calls go on")]
    public static partial void LinkLost(this ILogger logger);

    [LoggerMessage(2007, LogLevel.Error, "{Unsettled} interactions did not compare themselves in time; offers go on")]
    public static partial void ComparisonCutOff(this ILogger logger, int unsettled);

    [LoggerMessage(2008, LogLevel.Information, "Interaction {Interaction}: a message was left for {Queue}")]
    public static partial void MessageLeft(this ILogger logger, InteractionId interaction, QueueId queue);

    [LoggerMessage(2009, LogLevel.Warning, "The PBX has not taken the music of the rules; it is tried again")]
    public static partial void MusicNotMade(this ILogger logger, Exception cause);

    [LoggerMessage(2006, LogLevel.Error, "Actor {Actor} failed and starts again from its journal")]
    public static partial void ActorFailed(this ILogger logger, string actor, Exception cause);

    [LoggerMessage(2101, LogLevel.Information, "Agent {Agent}: {Event}, now {Status}")]
    public static partial void AgentMoved(this ILogger logger, AgentId agent, string @event, AgentStatus status);

    [LoggerMessage(2103, LogLevel.Error, "Agent {Agent} failed too often and was stopped; his journal is untouched")]
    public static partial void AgentGivenUp(this ILogger logger, AgentId agent);

    [LoggerMessage(2102, LogLevel.Warning, "Agent {Agent}: {Step} failed")]
    public static partial void AgentStepFailed(this ILogger logger, AgentId agent, string step, Exception cause);

    [LoggerMessage(2104, LogLevel.Warning, "Agent {Agent} does not say how he is; he is shown as unknown")]
    public static partial void AgentSilent(this ILogger logger, AgentId agent);

    [LoggerMessage(2201, LogLevel.Error, "What happened today cannot be read; the figures wait for it")]
    public static partial void DayUnreadable(this ILogger logger, Exception cause);
}
