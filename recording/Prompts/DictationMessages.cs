using CrmUms.Acd.Ports;

namespace CrmUms.Recording.Prompts;

/// <summary>
/// Command to the <c>dictations</c> actor: call this number, and let whoever answers speak a prompt. Answered by the
/// <see cref="Dictation"/>, or by <see cref="DictationRefused"/> when too many speak or wait to be heard.
/// </summary>
/// <param name="Id">Names it; new.</param>
/// <param name="Prompt">Which prompt it is for.</param>
/// <param name="Language">In which language.</param>
/// <param name="Number">Whom to call.</param>
public sealed record StartDictation(Guid Id, PromptId Prompt, PromptLanguage Language, DialTarget.Number Number);

/// <summary>Query: how far it is. Answered by the <see cref="Dictation"/> or <see cref="DictationRefused"/>.</summary>
public sealed record GetDictation(Guid Id);

/// <summary>Command: whatever it has come to, forget it; whoever still speaks is hung up.</summary>
public sealed record DropDictation(Guid Id);

/// <summary>Reply: there is no such dictation, or no room for another one.</summary>
public sealed record DictationRefused
{
    /// <summary>The one instance.</summary>
    public static DictationRefused Instance { get; } = new();
}

/// <summary>A prompt that is spoken by telephone.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Prompt">Which prompt it is for.</param>
/// <param name="Language">In which language.</param>
/// <param name="Stage">How far it is.</param>
public sealed record Dictation(Guid Id, PromptId Prompt, PromptLanguage Language, DictationStage Stage)
{
    /// <summary>Why nothing came of it; null otherwise.</summary>
    public DictationFailure? Failure { get; init; }

    /// <summary>From the tone on; null before.</summary>
    public DateTimeOffset? SpeaksSince { get; init; }

    /// <summary>The draft as callers would hear it; null until there is one.</summary>
    public string? File { get; init; }

    /// <summary>How long it plays.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>How far a dictation is.</summary>
public enum DictationStage
{
    /// <summary>He is being called.</summary>
    Calling,

    /// <summary>His telephone rings.</summary>
    Ringing,

    /// <summary>He speaks, after a tone.</summary>
    Speaking,

    /// <summary>What he said is being converted.</summary>
    Converting,

    /// <summary>There is a draft to be heard, and to be taken or dropped.</summary>
    Done,

    /// <summary>Nothing came of it.</summary>
    Failed,
}

/// <summary>Why nothing came of a dictation.</summary>
public enum DictationFailure
{
    /// <summary>He was on the telephone.</summary>
    Busy,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>He did not want the call.</summary>
    Refused,

    /// <summary>No such number, switched off, or no way to the carrier.</summary>
    Unreachable,

    /// <summary>He answered and said nothing.</summary>
    NothingSaid,

    /// <summary>The PBX was lost meanwhile.</summary>
    LinkLost,

    /// <summary>The converter failed.</summary>
    NotConverted,
}
