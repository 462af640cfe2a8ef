using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.LoadTests.Desks;

/// <summary>A SignalR connection over a plain WebSocket: the packaged transport is not to be had.</summary>
internal static class DeskHub
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5); // As the page; the server waits for 15 s.

    public static HubConnection Build(Uri page, CookieContainer cookies, string hubPath = "/hubs/desk")
    {
        var address = new UriBuilder(new Uri(page, hubPath)) { Scheme = "ws" }.Uri;
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new Factory(cookies));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address));
        var hub = builder.Build();
        hub.KeepAliveInterval = KeepAlive;
        return hub;
    }

    private sealed class Factory(CookieContainer cookies) : IConnectionFactory
    {
        public async ValueTask<ConnectionContext> ConnectAsync(
            EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = new ClientWebSocket { Options = { Cookies = cookies } };
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            var (toServer, fromServer) = (new Pipe(), new Pipe());
            var connection = new DefaultConnectionContext(
                Guid.NewGuid().ToString("n"),
                new Duplex(fromServer.Reader, toServer.Writer),
                new Duplex(toServer.Reader, fromServer.Writer));
            _ = ReceiveAsync(socket, fromServer.Writer);
            _ = SendAsync(socket, toServer.Reader);
            return connection;
        }

        private static async Task ReceiveAsync(ClientWebSocket socket, PipeWriter to)
        {
            Exception? failure = null;
            try
            {
                while (true)
                {
                    var part = await socket.ReceiveAsync(to.GetMemory(4096), default);
                    if (part.MessageType == WebSocketMessageType.Close)
                    {
                        break;
                    }

                    to.Advance(part.Count);
                    await to.FlushAsync();
                }
            }
            catch (WebSocketException error)
            {
                failure = error;
            }

            await to.CompleteAsync(failure);
        }

        private static async Task SendAsync(ClientWebSocket socket, PipeReader from)
        {
            while (await from.ReadAsync() is { IsCompleted: false } read)
            {
                foreach (var part in read.Buffer)
                {
                    await socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: true, default);
                }

                from.AdvanceTo(read.Buffer.End);
            }

            socket.Abort();
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
