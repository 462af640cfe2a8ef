using System.ComponentModel.DataAnnotations;

namespace CrmUms.CtiGateway;

/// <summary>Where Asterisk is and how long we wait for it. Section <c>Asterisk</c>.</summary>
public sealed class AsteriskOptions
{
    /// <summary>Base of the REST interface, with a final slash. Default <c>http://127.0.0.1:15088/ari/</c>.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = new("http://127.0.0.1:15088/ari/");

    /// <summary>User of <c>ari.conf</c>. Default <c>crmums</c>.</summary>
    [Required]
    public string User { get; set; } = "crmums";

    /// <summary>His password. No default; never logged.</summary>
    [Required]
    public string Password { get; set; } = "";

    /// <summary>Name of our Stasis application, as the dialplan calls it. Default <c>crmums</c>.</summary>
    [Required]
    public string App { get; set; } = "crmums";

    /// <summary>Host part of agents' SIP addresses. Default <c>127.0.0.1</c>.</summary>
    [Required]
    public string SipDomain { get; set; } = "127.0.0.1";

    /// <summary>Where browsers speak SIP over WebSocket. Default <c>ws://127.0.0.1:15088/ws</c>.</summary>
    [Required]
    public string WebSocketUrl { get; set; } = "ws://127.0.0.1:15088/ws";

    /// <summary>
    /// Codecs of agents' legs, the preferred one first. Default <c>alaw,ulaw</c>. One of more than 8 kHz (<c>opus</c>)
    /// garbles recordings of conferences where Asterisk's MixMonitor cannot bring down the rate
    /// (cti-gateway/decisions/0010).
    /// </summary>
    [Required]
    public string AgentCodecs { get; set; } = "alaw,ulaw";

    /// <summary>
    /// Transport of agents' phones, a section of <c>pjsip.conf</c>. Default <c>transport-ws</c> (browsers); any other
    /// one makes them plain SIP phones without encryption, for tests.
    /// </summary>
    [Required]
    public string AgentTransport { get; set; } = "transport-ws";

    /// <summary>Dialplan context of calls that a phone places: it refuses them. Default <c>from-agent</c>.</summary>
    [Required]
    public string AgentContext { get; set; } = "from-agent";

    /// <summary>
    /// Endpoint that calls of ours go through, a section of <c>pjsip.conf</c>: the carrier. Default <c>trunk</c>.
    /// </summary>
    [Required]
    public string Trunk { get; set; } = "trunk";

    /// <summary>
    /// Dialplan context that an answered call of ours runs through: it begins the recording and hands the leg to us.
    /// Default <c>outbound</c>.
    /// </summary>
    [Required]
    public string OutboundContext { get; set; } = "outbound";

    /// <summary>
    /// File of music of our own, absolute; <c>musiconhold.conf</c> includes it, and we write it. Empty, the default:
    /// there is only the music that Asterisk has itself.
    /// </summary>
    public string MusicFile { get; set; } = "";

    /// <summary>Folder of sounds as Asterisk sees it, absolute; needed for music of our own. Default empty.</summary>
    public string SoundsFolder { get; set; } = "";

    /// <summary>Silence on an agent's leg, in seconds, after which Asterisk ends it. 1 to 120, default 20.</summary>
    [Range(1, 120)]
    public int AgentSilenceMaxSeconds { get; set; } = 20;

    /// <summary>How long an agent's page may take to answer its audio leg, in seconds. 1 to 120, default 15.</summary>
    [Range(1, 120)]
    public int AgentAnswerMaxSeconds { get; set; } = 15;

    /// <summary>Longest wait for the reply to one request. 0.1 to 60 seconds, default 5; then <c>NoReply</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan RequestMax { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests without a reply at one time. 1 to 100,000, default 2,000; further ones fail at once.</summary>
    [Range(1, 100_000)]
    public int RequestsInFlightMax { get; set; } = 2_000;

    /// <summary>Longest time to connect. 0.1 to 60 seconds, default 3; then another attempt after a pause.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ConnectMax { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest time to take the snapshot after connecting. 0.1 to 60 s, default 3; then all anew.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan SnapshotMax { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a standing link is tried. 0.1 to 60 seconds, default 1.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan PingEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Silence after a ping that means a dead link or a frozen Asterisk. 0.1 to 60 s, default 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan PingReplyMax { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>First pause between two attempts to connect; doubles. 0.01 to 60 seconds, default 0.1.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan BackoffMin { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest pause between two attempts. 0.01 seconds to 5 minutes, default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan BackoffMax { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Events held back while a snapshot is taken. 100 to 1,000,000, default 20,000; at more the link starts anew.
    /// </summary>
    [Range(100, 1_000_000)]
    public int EventsHeldMax { get; set; } = 20_000;

    /// <summary>
    /// Agents' phones waiting to be made or removed. 1 to 100,000, default 5,000; further ones fail at once.
    /// </summary>
    [Range(1, 100_000)]
    public int PhonesWaitingMax { get; set; } = 5_000;
}
