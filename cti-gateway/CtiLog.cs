using CrmUms.Acd.Shared;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel; // Akka.NET has one too.

namespace CrmUms.CtiGateway;

/// <summary>All that the gateway logs: numbers 4000 to 4999, no telephone number, no name, no secret.</summary>
internal static partial class CtiLog
{
    [LoggerMessage(
        EventId = 4001,
        Level = LogLevel.Information,
        Message = "Asterisk link up after {Attempts} attempts: {Callers} callers, {AgentLegs} agent legs, " +
            "{Registered} registered phones")]
    public static partial void LinkUp(this ILogger logger, int attempts, int callers, int agentLegs, int registered);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Asterisk link lost: {Reason}")]
    public static partial void LinkLost(this ILogger logger, LinkLossReason reason, Exception? cause);

    [LoggerMessage(
        EventId = 4003,
        Level = LogLevel.Warning,
        Message = "Attempt {Attempt} to reach Asterisk failed; the next one in {Pause}")]
    public static partial void ConnectFailed(this ILogger logger, int attempt, TimeSpan pause, Exception cause);

    [LoggerMessage(
        EventId = 4004,
        Level = LogLevel.Error,
        Message = "An event {Type} of Asterisk could not be read and is left out")]
    public static partial void EventUnreadable(this ILogger logger, string type, Exception cause);

    [LoggerMessage(
        EventId = 4005,
        Level = LogLevel.Error,
        Message = "Another program took our application over at Asterisk: two servers run under one name")]
    public static partial void TakenOver(this ILogger logger);

    [LoggerMessage(
        EventId = 4006,
        Level = LogLevel.Information,
        Message = "The phone of agent {Agent} is gone; its leg {Leg} is hung up")]
    public static partial void LegOrphaned(this ILogger logger, AgentId agent, LegId leg);

    [LoggerMessage(
        EventId = 4007,
        Level = LogLevel.Warning,
        Message = "Asterisk answered {Operation} with {Status}")]
    public static partial void RequestRefused(this ILogger logger, string operation, int status);

    [LoggerMessage(
        EventId = 4008,
        Level = LogLevel.Warning,
        Message = "A request that the gateway made by itself failed: {Operation}")]
    public static partial void OwnRequestFailed(this ILogger logger, string operation, Exception cause);

    [LoggerMessage(EventId = 4010, Level = LogLevel.Debug, Message = "The phone of agent {Agent} has a new secret")]
    public static partial void PhoneProvisioned(this ILogger logger, AgentId agent);

    [LoggerMessage(EventId = 4011, Level = LogLevel.Debug, Message = "The phone of agent {Agent} is removed")]
    public static partial void PhoneRemoved(this ILogger logger, AgentId agent);

    [LoggerMessage(
        EventId = 4012,
        Level = LogLevel.Information,
        Message = "Asterisk lacks {Missing} phones of signed-in agents; they are made again")]
    public static partial void PhonesRestored(this ILogger logger, int missing);

    [LoggerMessage(
        EventId = 4013,
        Level = LogLevel.Warning,
        Message = "The phone of agent {Agent} could not be changed")]
    public static partial void PhoneFailed(this ILogger logger, AgentId agent, Exception cause);
}
