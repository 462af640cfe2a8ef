using System.Net;
using System.Net.Sockets;

namespace CrmUms.SipPhone.Rtp;

/// <summary>Hands out one socket per call, from even ports in turn, so that a port rests before its reuse.</summary>
internal sealed class RtpPorts(IPAddress address, int portMin, int portMax)
{
    private readonly Lock _gate = new();
    private int _next = portMin + (portMin % 2);

    public Socket Take()
    {
        lock (_gate)
        {
            for (var tries = (portMax - portMin + 1) / 2; tries > 0; tries--)
            {
                var port = _next;
                _next = _next + 2 > portMax ? portMin + (portMin % 2) : _next + 2;
                if (TryBind(port) is { } socket)
                {
                    return socket;
                }
            }
        }

        throw new InvalidOperationException($"No free RTP port from {portMin} to {portMax}.");
    }

    private Socket? TryBind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            socket.Dispose();
            return null;
        }
    }
}
