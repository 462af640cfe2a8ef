using CrmUms.Acd.Ports;

namespace CrmUms.CtiGateway.Ari;

/// <summary>Carries requests to Asterisk, over the WebSocket of the link or over HTTP.</summary>
internal interface IAriRequests
{
    /// <exception cref="CtiException">No link, or no reply within the time limit.</exception>
    Task<AriReply> SendAsync(AriRequest request, CancellationToken cancellation);
}
