using CrmUms.Recording.Ports;
using Microsoft.Extensions.Logging;

namespace CrmUms.Recording.Prompts;

/// <summary>What the library works with.</summary>
public sealed record PromptTools(
    IPromptIndex Index,
    IPromptUsage Usage,
    IPromptConverter Converter,
    IPromptVoice Voice,
    PromptFiles Files,
    PromptOptions Options,
    TimeProvider Time,
    ILogger Log);
