using System.ComponentModel.DataAnnotations;

namespace CrmUms.Acd;

/// <summary>Time limits and local habits of the ACD. Bound from the section <c>Acd</c>.</summary>
public sealed class AcdOptions : IValidatableObject
{
    /// <summary>Country code for numbers without a plus sign. Digits; the default is 998 (Uzbekistan).</summary>
    [RegularExpression("^[1-9][0-9]{0,2}$")]
    public string CountryCode { get; set; } = "998";

    /// <summary>Digits of a full national number. The default is 9.</summary>
    [Range(4, 14)]
    public int NationalNumberLength { get; set; } = 9;

    /// <summary>
    /// How long a ready agent may be without a connected page before he is made not ready (<c>page-closed</c>).
    /// The same holds for his audio leg (<c>audio-lost</c>).
    /// The default is 15 seconds: a reload takes one or two.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PageGoneMax { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The same while his page rings: a caller waits for it. The default is 4 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan PageGoneRingingMax { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// How long a caller hears soft music for an agent whose audio was lost in a talk, before he goes back to the
    /// head of the queue. The default is one minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan AudioGoneMax { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long the prompt of a caller who is turned away may play before we hang up. The default is one minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan FarewellMax { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a client who is called back may take to answer. The default is 40 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:02:00")]
    public TimeSpan CallbackRingFor { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>How many may share one call, the client and his agent among them. The default is 6.</summary>
    [Range(3, 20)]
    public int PartiesMax { get; set; } = 6;

    /// <summary>The key by which a caller who waits asks to be called back; the prompt names it. It is 1.</summary>
    public char CallbackKey { get; set; } = '1';

    /// <summary>Music of a caller whose agent's audio was lost. The default is <c>soft</c>.</summary>
    [Required]
    public string SoftMusic { get; set; } = "soft";

    /// <summary>Prompt for a number that leads nowhere.</summary>
    [Required]
    public string UnknownNumberPrompt { get; set; } = "crmums-unknown-number";

    /// <summary>Whose sounds an agent's tone is taken from: ru, uz or en.</summary>
    [RegularExpression("^(ru|uz|en)$")]
    public string Language { get; set; } = "ru";

    /// <summary>Says when an agent's day begins. An IANA name; the default is <c>Asia/Tashkent</c>.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Tashkent";

    /// <summary>Passwords and keys that flows may send when they ask other systems: <c>${secret.NAME}</c>.</summary>
    public Dictionary<string, string> FlowSecrets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the attributes cannot say.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"{nameof(TimeZone)} is no zone this machine knows.", [nameof(TimeZone)]);
        }
    }
}
