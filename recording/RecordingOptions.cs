using System.ComponentModel.DataAnnotations;

namespace CrmUms.Recording;

/// <summary>Where recordings lie and how they are finished. Bound from the section <c>Recording</c>.</summary>
public sealed class RecordingOptions
{
    /// <summary>Folder that the PBX writes raw files into. Absolute; must exist.</summary>
    [Required]
    public string RawFolder { get; set; } = "";

    /// <summary>Folder of finished recordings. Absolute; made when it is missing.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The encoder: an absolute path, or a name found on the path. The default is <c>ffmpeg</c>.</summary>
    [Required]
    public string EncoderPath { get; set; } = "ffmpeg";

    /// <summary>
    /// How long a raw file must have been left alone before it counts as complete. The default is 2 seconds: the PBX
    /// closes it within one.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan SettleFor { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Attempts before a recording is given up; its raw file is kept then. From 1 to 20; the default is 5.
    /// </summary>
    [Range(1, 20)]
    public int AttemptsMax { get; set; } = 5;

    /// <summary>
    /// Wait before the second attempt; each further one waits as long again. The default is 30 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for one file. The default is 10 minutes; an hour of talk takes about 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "02:00:00")]
    public TimeSpan EncodeMax { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How often raw folder and index are compared, so that whatever a crash or an outage left behind is taken up
    /// again. The default is one minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(1);
}
