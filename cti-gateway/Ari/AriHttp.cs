using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CrmUms.Acd.Ports;

namespace CrmUms.CtiGateway.Ari;

/// <summary>
/// Sends requests over HTTP, one long-lived connection. For the slow ones: Asterisk works a WebSocket's requests off
/// one by one, and the making of the two-thousandth phone would hold up an answer by 8 ms.
/// </summary>
internal sealed class AriHttp : IAriRequests, IDisposable
{
    private readonly HttpClient _http;
    private readonly AsteriskOptions _options;
    private readonly TimeProvider _clock;

    public AriHttp(AsteriskOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, ConnectTimeout = options.ConnectMax };
        _http = new HttpClient(handler) { BaseAddress = options.BaseUrl, Timeout = Timeout.InfiniteTimeSpan };
        var account = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", account);
    }

    public async Task<AriReply> SendAsync(AriRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_options.RequestMax, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Uri);
        if (request.Body is not null)
        {
            message.Content = new StringContent(request.Body, Encoding.UTF8, "application/json");
        }

        try
        {
            using var reply = await _http.SendAsync(message, either.Token);
            return new AriReply((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(either.Token));
        }
        catch (HttpRequestException cause)
        {
            throw new CtiException(CtiErrorCode.LinkDown, "Asterisk is not reached over HTTP.", cause);
        }
        catch (OperationCanceledException cause) when (!cancellation.IsCancellationRequested)
        {
            var words = string.Create(
                CultureInfo.InvariantCulture, $"{request.Operation}: no reply in {_options.RequestMax}.");
            throw new CtiException(CtiErrorCode.NoReply, words, cause);
        }
    }

    public void Dispose() => _http.Dispose();
}
