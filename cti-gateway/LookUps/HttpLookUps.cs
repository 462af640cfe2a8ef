using System.Text;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;

namespace CrmUms.CtiGateway.LookUps;

/// <summary>
/// Asks other systems over HTTP. Each question is asked once and within its own time: whoever waits is on the
/// telephone.
/// Redirects are answers, so that nobody but the one named in the flow is ever asked.
/// </summary>
public sealed class HttpLookUps(TimeProvider clock) : IHttpLookUps, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = FlowLimits.AnswerMax * 4L, // Bytes for letters.
    };

    public async Task<HttpReply> AskAsync(HttpQuestion question, CancellationToken cancellation)
    {
        using var within = new CancellationTokenSource(question.Within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(within.Token, cancellation);
        using var request = new HttpRequestMessage(new HttpMethod(question.Method), question.Url);
        if (question.Body.Length > 0)
        {
            request.Content = new StringContent(question.Body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in question.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var reply = await _http.SendAsync(request, either.Token);
        var body = await reply.Content.ReadAsStringAsync(either.Token);
        return body.Length <= FlowLimits.AnswerMax
            ? new HttpReply((int)reply.StatusCode, body)
            : throw new HttpRequestException($"The answer is longer than {FlowLimits.AnswerMax} letters.");
    }

    public void Dispose() => _http.Dispose();
}
