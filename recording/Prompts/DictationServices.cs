using CrmUms.Acd.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Storage;
using Microsoft.Extensions.Logging;

namespace CrmUms.Recording.Prompts;

/// <summary>What dictations work with.</summary>
/// <param name="Pbx">Calls and records.</param>
/// <param name="Converter">Makes of it what is played.</param>
/// <param name="Files">Where drafts lie.</param>
/// <param name="Raw">What the PBX writes.</param>
/// <param name="SettleFor">After this nothing more is written of a call that is over.</param>
/// <param name="Log">Never a telephone number.</param>
public sealed record DictationServices(
    ICallControl Pbx,
    IPromptConverter Converter,
    PromptFiles Files,
    RecordingFiles Raw,
    TimeSpan SettleFor,
    ILogger Log);
