using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel; // Akka.NET has one too.

namespace CrmUms.Storage;

/// <summary>All that storage can say. Numbers 7000 to 7999; one, once used, is never given to something else.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 7000, Level = LogLevel.Information, Message = "Migration {Migration} applied")]
    public static partial void MigrationApplied(this ILogger logger, string migration);

    [LoggerMessage(
        EventId = 7001,
        Level = LogLevel.Information,
        Message = "Demo data: {Staff} employees, {Clients} clients")]
    public static partial void DemoSeeded(this ILogger logger, int staff, int clients);

    [LoggerMessage(
        EventId = 7010,
        Level = LogLevel.Warning,
        Message = "Journal cannot write now; try {Attempt} of {AttemptMax} follows in {DelayMs} ms")]
    public static partial void JournalWriteDelayed(
        this ILogger logger, int attempt, int attemptMax, double delayMs, Exception failure);

    [LoggerMessage(
        EventId = 7011,
        Level = LogLevel.Error,
        Message = "Journal gave up writing a group of {Events} events")]
    public static partial void JournalWriteFailed(this ILogger logger, int events, Exception failure);

    [LoggerMessage(
        EventId = 7020,
        Level = LogLevel.Warning,
        Message = "Projections stand still; next try in {DelayMs} ms")]
    public static partial void ProjectionDelayed(this ILogger logger, double delayMs, Exception failure);

    [LoggerMessage(
        EventId = 7021,
        Level = LogLevel.Error,
        Message = "Projection {Projection} went on without event {Ordering} ({Manifest} of {PersistenceId})")]
    public static partial void EventPoisoned(
        this ILogger logger,
        string projection,
        long ordering,
        string? manifest,
        string persistenceId,
        Exception failure);
}
