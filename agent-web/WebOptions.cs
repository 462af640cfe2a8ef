using System.ComponentModel.DataAnnotations;

namespace CrmUms.AgentWeb;

/// <summary>Settings of the web host: section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>The section these stand in.</summary>
    public const string Section = "Web";

    /// <summary>
    /// Addresses listened on, separated by semicolons. Default: <c>http://127.0.0.1:8080</c>. Outside demo mode an
    /// address beyond the machine itself must be https.
    /// </summary>
    [Required]
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>
    /// Folder of the built page. Default: <c>wwwroot</c> beside the program or below the working folder.
    /// </summary>
    public string? Root { get; set; }

    /// <summary>
    /// Folder for what the host itself must keep: the keys that protect sessions. Default: <c>var/server</c>.
    /// </summary>
    [Required]
    public string DataFolder { get; set; } = "var/server";

    /// <summary>Folder of the log files. Default: <c>log</c> below <see cref="DataFolder"/>.</summary>
    public string? LogFolder { get; set; }

    /// <summary>Largest log file before the next one begins, in megabytes. Default: 50.</summary>
    [Range(1, 10_000)]
    public int LogFileMegabytesMax { get; set; } = 50;

    /// <summary>How many log files are kept; the oldest goes first. Default: 30.</summary>
    [Range(2, 10_000)]
    public int LogFilesMax { get; set; } = 30;

    /// <summary>
    /// Least severe level that is written: Verbose, Debug, Information, Warning, Error, Fatal. Default: Information.
    /// An administrator changes it while the server runs.
    /// </summary>
    [RegularExpression("^(Verbose|Debug|Information|Warning|Error|Fatal)$")]
    public string LogLevel { get; set; } = "Information";

    /// <summary>Whether demo sign-ins, queues and clients are seeded at start. Default: false.</summary>
    public bool Demo { get; set; }

    /// <summary>Further demo agents <c>bench1</c>, <c>bench2</c> …; only in demo mode. Default: 0.</summary>
    [Range(0, 5_000)]
    public int DemoAgents { get; set; }

    /// <summary>How long a session lives without a request. Default: 12 hours.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan SessionFor { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Failed sign-ins from one address in a minute; one more is answered 429 until the minute is over. Successful
    /// ones do not count: a whole centre may sit behind one address. Default: 60.
    /// </summary>
    [Range(1, 10_000)]
    public int FailedSignInsPerMinuteMax { get; set; } = 60;

    /// <summary>Networks that may read <c>/metrics</c>, separated by commas. Default: the machine itself.</summary>
    [Required]
    public string MetricsFrom { get; set; } = "127.0.0.0/8,::1/128";

    /// <summary>How long the actor system may take to answer <c>/healthz/live</c>. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan LivenessMax { get; set; } = TimeSpan.FromSeconds(2);
}
