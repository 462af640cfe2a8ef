using System.ComponentModel.DataAnnotations;

namespace CrmUms.CtiGateway;

/// <summary>The interface for other systems. Section <c>Cti</c>.</summary>
public sealed class CtiOptions
{
    /// <summary>How long events can be asked for. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Pause between two signs of life on a WebSocket that has nothing to tell. Default: 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan HeartbeatEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A WebSocket that takes nothing for so long is cut. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan SlowMax { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a web hook may take to answer. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan WebHookWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>So often an event is tried before it becomes a dead letter. Default: 12, some 25 minutes.</summary>
    [Range(1, 100)]
    public int WebHookAttemptsMax { get; set; } = 12;

    /// <summary>
    /// So many dead letters are kept of each web hook: of one that takes nothing any more the oldest go. Default:
    /// 10,000.
    /// </summary>
    [Range(1, 1_000_000)]
    public int DeadLettersMax { get; set; } = 10_000;

    /// <summary>Pause after the first failure; doubles. Default: 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan WebHookPauseMin { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan WebHookPauseMax { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether web hooks may lead into our own network and to plain http. Default: false, as whoever sets one up could
    /// reach with it what only this server can.
    /// </summary>
    public bool WebHooksMayBePrivate { get; set; }

    /// <summary>
    /// Origins of pages that may embed the softphone, separated by semicolons, such as
    /// <c>https://crm.example;https://desk.example</c>. Default: none.
    /// </summary>
    public string EmbedOrigins { get; set; } = "";
}
