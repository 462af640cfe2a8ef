using System.ComponentModel.DataAnnotations;

namespace CrmUms.Recording.Prompts;

/// <summary>Where prompts lie and what may become one. Bound from the section <c>Prompts</c>.</summary>
public sealed class PromptOptions
{
    /// <summary>
    /// Folder of the prompts that people make. Absolute; made when it is missing. The PBX's folder of sounds of each
    /// language holds a link <c>crmums</c> to <c>&lt;language&gt;/crmums</c> in it.
    /// </summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The PBX's folder of sounds, with one folder per language. Absolute; only read.</summary>
    [Required]
    public string SoundsFolder { get; set; } = "";

    /// <summary>The converter: an absolute path, or a name found on the path. The default is <c>ffmpeg</c>.</summary>
    [Required]
    public string ConverterPath { get; set; } = "ffmpeg";

    /// <summary>The voice: an absolute path, or a name found on the path. The default is <c>espeak-ng</c>.</summary>
    [Required]
    public string VoicePath { get; set; } = "espeak-ng";

    /// <summary>Largest file taken, in bytes; a larger one is refused. The default is 20 MiB.</summary>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public long UploadBytesMax { get; set; } = 20 * 1024 * 1024;

    /// <summary>Longest prompt; a longer one is refused. The default is 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LengthMax { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest text to be read out, in characters; a longer one is refused. The default is 2,000.</summary>
    [Range(1, 20_000)]
    public int TextMax { get; set; } = 2000;

    /// <summary>
    /// How loud prompts are made, in LUFS (EBU R128). From -30 to -14; the default is -19: the level at which speech
    /// on a telephone line is neither strained for nor clipped.
    /// </summary>
    [Range(-30.0, -14.0)]
    public double LoudnessLufs { get; set; } = -19;

    /// <summary>Longest time for one run of a program. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan WorkMax { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Prompts made at once, so that talks keep the processor. The default is 2.</summary>
    [Range(1, 64)]
    public int AtOnceMax { get; set; } = 2;

    /// <summary>Prompts that may wait for their turn; one more is refused as busy. The default is 16.</summary>
    [Range(0, 1000)]
    public int WaitingMax { get; set; } = 16;
}
