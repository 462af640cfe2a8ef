using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Identity;
using LogLevel = Microsoft.Extensions.Logging.LogLevel; // Akka.NET has one too.

namespace CrmUms.AgentWeb;

/// <summary>All that the host says. Numbers 8000 to 8999; one that was used is never given to something else.</summary>
internal static partial class WebLog
{
    [LoggerMessage(EventId = 8001, Level = LogLevel.Information, Message = "Started in {Milliseconds} ms; listening")]
    public static partial void Started(this ILogger logger, double milliseconds);

    [LoggerMessage(EventId = 8002, Level = LogLevel.Information, Message = "Start-up: {Step} took {Milliseconds} ms")]
    public static partial void StepDone(this ILogger logger, string step, double milliseconds);

    [LoggerMessage(EventId = 8003, Level = LogLevel.Information, Message = "Stopping; calls are left as they are")]
    public static partial void Stopping(this ILogger logger);

    [LoggerMessage(EventId = 8004, Level = LogLevel.Information, Message = "Stopped; the journal is drained")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(EventId = 8005, Level = LogLevel.Warning, Message = "The read models were left behind the journal")]
    public static partial void ReadModelsBehind(this ILogger logger, Exception error);

    [LoggerMessage(EventId = 8006, Level = LogLevel.Warning, Message = "Waiting for the database: {Problem}")]
    public static partial void DatabaseAway(this ILogger logger, string problem);

    [LoggerMessage(EventId = 8010, Level = LogLevel.Error, Message = "Request failed with {Code}")]
    public static partial void RequestFailed(this ILogger logger, string code, Exception error);

    [LoggerMessage(EventId = 8020, Level = LogLevel.Information, Message = "Employee {Employee} signed in as {Role}")]
    public static partial void SignedIn(this ILogger logger, Guid employee, EmployeeRole role);

    [LoggerMessage(EventId = 8021, Level = LogLevel.Information, Message = "Employee {Employee} signed out")]
    public static partial void SignedOut(this ILogger logger, Guid employee);

    [LoggerMessage(EventId = 8022, Level = LogLevel.Warning, Message = "A sign-in failed: {Outcome}")]
    public static partial void SignInFailed(this ILogger logger, string outcome);

    [LoggerMessage(EventId = 8023, Level = LogLevel.Warning, Message = "Employee {Employee} set the first password")]
    public static partial void FirstPasswordSet(this ILogger logger, Guid employee);

    [LoggerMessage(EventId = 8024, Level = LogLevel.Warning, Message = "Log level changed to {LogLevel} by {Employee}")]
    public static partial void LogLevelChanged(this ILogger logger, string logLevel, Guid employee);

    [LoggerMessage(
        EventId = 8040,
        Level = LogLevel.Warning,
        Message = "Employee {Employee}: {Action} ({Kind}), version {Version}")]
    public static partial void RuleChanged(
        this ILogger logger, Guid employee, string action, string kind, long version);

    [LoggerMessage(EventId = 8041, Level = LogLevel.Warning, Message = "Employee {By}: {Action} {Employee}")]
    public static partial void EmployeeChanged(this ILogger logger, Guid by, string action, Guid employee);

    [LoggerMessage(EventId = 8030, Level = LogLevel.Debug, Message = "Desk of agent {Agent} has a page")]
    public static partial void DeskOpened(this ILogger logger, AgentId agent);

    [LoggerMessage(EventId = 8031, Level = LogLevel.Debug, Message = "Desk of agent {Agent} has no page")]
    public static partial void DeskLeft(this ILogger logger, AgentId agent);

    [LoggerMessage(EventId = 8032, Level = LogLevel.Warning, Message = "Desk of agent {Agent} was refused: {Reason}")]
    public static partial void DeskRefused(this ILogger logger, AgentId agent, AgentRefusal reason);

    [LoggerMessage(EventId = 8034, Level = LogLevel.Error, Message = "The hub method {Method} failed")]
    public static partial void HubMethodFailed(this ILogger logger, string method, Exception error);

    [LoggerMessage(EventId = 8033, Level = LogLevel.Error, Message = "A desk failed and is opened anew")]
    public static partial void DeskFailed(this ILogger logger, Exception error);

    [LoggerMessage(EventId = 8050, Level = LogLevel.Warning, Message = "Employee {Employee}: {Action} {Id}")]
    public static partial void OtherSystemChanged(this ILogger logger, Guid employee, string action, string id);

    [LoggerMessage(EventId = 8051, Level = LogLevel.Warning, Message = "Web hooks stand still: the database is away")]
    public static partial void WebHooksStandStill(this ILogger logger, Exception error);

    [LoggerMessage(
        EventId = 8052,
        Level = LogLevel.Warning,
        Message = "Web hook {Hook} failed, attempt {Attempt}: {Failure}; the next one in {Seconds} s")]
    public static partial void WebHookFailed(
        this ILogger logger, Guid hook, int attempt, string failure, double seconds);

    [LoggerMessage(
        EventId = 8053,
        Level = LogLevel.Error,
        Message = "Web hook {Hook} did not take event {Sequence} in {Attempts} attempts ({Failure}): a dead letter")]
    public static partial void WebHookGaveUp(
        this ILogger logger, Guid hook, long sequence, int attempts, string failure);

    [LoggerMessage(
        EventId = 8054,
        Level = LogLevel.Error,
        Message = "Web hook {Hook} was away for so long that events up to {Sequence} are not kept any more")]
    public static partial void WebHookMissed(this ILogger logger, Guid hook, long sequence);

    [LoggerMessage(
        EventId = 8056,
        Level = LogLevel.Error,
        Message = "{Count} events that web hooks had not taken within {KeepFor} were forgotten")]
    public static partial void DeadLettersForgotten(this ILogger logger, int count, TimeSpan keepFor);

    [LoggerMessage(
        EventId = 8057,
        Level = LogLevel.Error,
        Message = "Web hook {Hook} has more than {Max} dead letters: the {Count} oldest were forgotten")]
    public static partial void DeadLettersWithoutPlace(this ILogger logger, Guid hook, int count, int max);

    [LoggerMessage(EventId = 8055, Level = LogLevel.Warning, Message = "Old events of the feed were not forgotten")]
    public static partial void FeedNotPruned(this ILogger logger, Exception error);
}
