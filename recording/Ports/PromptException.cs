namespace CrmUms.Recording.Ports;

/// <summary>How the programs that make prompts can fail, whatever they are given.</summary>
public enum PromptErrorCode
{
    /// <summary>The program could not be started: not installed, or not allowed.</summary>
    ToolMissing,

    /// <summary>It took longer than <c>Prompts:WorkMax</c>.</summary>
    ToolTooSlow,

    /// <summary>It ended with an error that is not about its input; the message holds its last words.</summary>
    ToolFailed,
}

/// <summary>A prompt that could not be made for a reason that lies in this machine.</summary>
public sealed class PromptException(PromptErrorCode code, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The reason, from a closed list.</summary>
    public PromptErrorCode Code { get; } = code;

    /// <summary>Whether trying again, unchanged, may succeed.</summary>
    public bool IsTransient => Code is not PromptErrorCode.ToolMissing;
}
