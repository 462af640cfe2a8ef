using CrmUms.Acd.Ports;
using CrmUms.CtiGateway.Ari;

namespace CrmUms.CtiGateway;

/// <summary>Sends requests through the link's actor, over its WebSocket.</summary>
internal sealed class AriLink(IActorRef link, bool isPartOfSnapshot = false) : IAriRequests
{
    public async Task<AriReply> SendAsync(AriRequest request, CancellationToken cancellation)
    {
        try
        {
            var command = new SendRequest(request) { IsPartOfSnapshot = isPartOfSnapshot };
            return await link.Ask<AriReply>(command, cancellation);
        }
        catch (Exception error) when (error is not CtiException and not OperationCanceledException)
        {
            // The link's actor is not there any more: the server is stopping.
            throw new CtiException(CtiErrorCode.LinkDown, "The link to Asterisk is closed.", error);
        }
    }
}
