using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace CrmUms.CtiGateway.WebHooks;

/// <summary>
/// Delivers to other systems over HTTP, once per call. Whom it may reach is decided by the address that it really
/// connects to, not by the name: a name can lead elsewhere the second time it is asked for. Redirects are refusals.
/// </summary>
public sealed class WebHookSender : IDisposable
{
    private const string DeliveryHeader = "X-CrmUms-Delivery";

    private readonly CtiOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>One for the whole program.</summary>
    public WebHookSender(CtiOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Whether a web hook may have this address; where its name leads is seen when it is used.</summary>
    public bool IsAllowed(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps
            || (_options.WebHooksMayBePrivate && address.Scheme == Uri.UriSchemeHttp))
        && (_options.WebHooksMayBePrivate
            || !IPAddress.TryParse(address.IdnHost, out var ip)
            || PublicAddress.Is(ip));

    /// <summary>Null when it was taken, which any 2xx says; otherwise why not, in a few words.</summary>
    public async Task<string?> SendAsync(string url, string secret, string body, CancellationToken cancellation)
    {
        if (!IsAllowed(url))
        {
            return "address not allowed";
        }

        using var within = new CancellationTokenSource(_options.WebHookWithin, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(within.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add(WebHookSignature.Header, WebHookSignature.Of(secret, _time.GetUtcNow(), body));
        request.Headers.Add(DeliveryHeader, Guid.NewGuid().ToString("n"));
        try
        {
            // Nothing of the answer is read but its first line.
            using var reply = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return reply.IsSuccessStatusCode
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)reply.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is PrivateAddressException
                ? "address not allowed"
                : $"not reached: {failure.HttpRequestError}";
        }
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = addresses.Where(each => _options.WebHooksMayBePrivate || PublicAddress.Is(each)).ToArray();
        if (allowed.Length == 0)
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException() : IOException("The name leads into a network of our own.");
}
