using CrmUms.Acd.Ports;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Phones;
using Microsoft.Extensions.Logging;

namespace CrmUms.CtiGateway;

/// <summary>
/// One Asterisk node, ready to use: its call control, its agents' phones, and a link that tells facts to
/// <c>facts</c> from now on. This is all that the composition root has to know.
/// </summary>
public sealed class AsteriskGateway : IDisposable
{
    /// <summary>The meter to export.</summary>
    public const string MeterName = CtiMeters.MeterName;

    private readonly AriHttp _http;

    private AsteriskGateway(ICallControl calls, IAgentPhones phones, IMusicClasses music, AriHttp http) =>
        (Calls, Phones, Music, _http) = (calls, phones, music, http);

    public ICallControl Calls { get; }

    public IAgentPhones Phones { get; }

    public IMusicClasses Music { get; }

    /// <summary>Starts the link. Call control answers <c>LinkDown</c> until the first snapshot is told.</summary>
    /// <param name="system">Where the gateway's actors live.</param>
    /// <param name="facts">Who is told every fact.</param>
    /// <param name="options">Where Asterisk is.</param>
    /// <param name="logger">Log of the gateway.</param>
    /// <param name="clock">Time.</param>
    public static AsteriskGateway Start(
        ActorSystem system, IActorRef facts, AsteriskOptions options, ILogger logger, TimeProvider clock)
    {
        var http = new AriHttp(options, clock);
        var phones = system.ActorOf(
            Props.Create(() => new AgentPhonesActor(http, options, logger)), "agent-phones");
        var link = system.ActorOf(
            Props.Create(() => new PbxLinkActor(options, facts, phones, logger, clock)), "pbx-link");
        var ari = new AriLink(link);
        return new AsteriskGateway(
            new AriCallControl(ari, options, logger),
            new AriAgentPhones(phones),
            new AsteriskMusic(ari, options),
            http);
    }

    public void Dispose() => _http.Dispose();
}
