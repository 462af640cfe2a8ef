using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.Recording.Shared;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel; // Akka.NET has one too.

namespace CrmUms.Recording;

/// <summary>Everything this module logs: numbers 5000 to 5999. Ids and file names only.</summary>
internal static partial class RecordingLog
{
    [LoggerMessage(
        5001,
        LogLevel.Information,
        "Interaction {Interaction}: recording {Recording}, part {Part}, is {State}")]
    public static partial void RecordingMoved(
        this ILogger logger, InteractionId interaction, RecordingId recording, int part, RecordingState state);

    [LoggerMessage(5002, LogLevel.Warning, "Recording {Recording}: attempt {Attempt} of {AttemptsMax} failed")]
    public static partial void AttemptFailed(
        this ILogger logger, RecordingId recording, int attempt, int attemptsMax, Exception cause);

    [LoggerMessage(5003, LogLevel.Error, "Recording {Recording} is given up ({Code}); its raw file {RawFile} is kept")]
    public static partial void GivenUp(
        this ILogger logger, RecordingId recording, RecordingErrorCode code, string rawFile, Exception cause);

    [LoggerMessage(5004, LogLevel.Warning, "Recording {Recording} waits: disk or index is not available")]
    public static partial void Postponed(this ILogger logger, RecordingId recording, Exception cause);

    [LoggerMessage(5005, LogLevel.Warning, "Interaction {Interaction}: raw file {RawFile} is not entered yet")]
    public static partial void NotEntered(
        this ILogger logger, InteractionId interaction, string rawFile, Exception cause);

    [LoggerMessage(5006, LogLevel.Warning, "Raw folder and index could not be compared")]
    public static partial void SweepFailed(this ILogger logger, Exception cause);

    [LoggerMessage(5007, LogLevel.Error, "Interaction {Interaction}: the PBX names a raw file outside its folder")]
    public static partial void RawFileRefused(this ILogger logger, InteractionId interaction);

    [LoggerMessage(5101, LogLevel.Information, "{Prompts} prompts can be played")]
    public static partial void PromptsOpened(this ILogger logger, int prompts);

    [LoggerMessage(5102, LogLevel.Information, "Prompt {Prompt}, {Language}: {Source}, {LoudnessLufs} LUFS")]
    public static partial void PromptStored(
        this ILogger logger, PromptId prompt, PromptLanguage language, PromptSource source, double loudnessLufs);

    [LoggerMessage(5103, LogLevel.Information, "Prompt {Prompt}, {Language}: removed")]
    public static partial void PromptRemoved(this ILogger logger, PromptId prompt, PromptLanguage language);

    [LoggerMessage(5105, LogLevel.Information, "Dictation {Dictation} of prompt {Prompt}: {Stage} {Failure}")]
    public static partial void DictationMoved(
        this ILogger logger, Guid dictation, PromptId prompt, DictationStage stage, DictationFailure? failure);

    [LoggerMessage(5106, LogLevel.Warning, "Dictation {Dictation}: {Step} failed")]
    public static partial void DictationStepFailed(this ILogger logger, Guid dictation, string step, Exception cause);

    [LoggerMessage(5104, LogLevel.Error, "Prompt {Prompt}, {Language}: its file is gone, another language steps in")]
    public static partial void PromptFileMissing(this ILogger logger, PromptId prompt, PromptLanguage language);
}
