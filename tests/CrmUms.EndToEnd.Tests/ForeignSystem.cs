using System.Net;
using System.Text;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// Another system on this machine: a page from another port that loads our softphone by one script tag (the demo page
/// of deploy/demo), and an address that takes web hooks.
/// </summary>
internal sealed class ForeignSystem : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _gate = new();
    private readonly List<string> _deliveries = [];

    public ForeignSystem(string home)
    {
        Page = File.ReadAllText(Path.Combine(home, "deploy", "demo", "softphone.html"))
            .Replace("http://127.0.0.1:8080", Instance.Ports.Web.GetLeftPart(UriPartial.Authority));
        _listener.Prefixes.Add(Instance.Ports.Foreign.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public static Uri WebHook => new(Instance.Ports.Foreign, "hook");

    private string Page { get; }

    /// <summary>Bodies of the web hooks that came, in order.</summary>
    public IReadOnlyList<string> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                if (context.Request.HttpMethod == "POST")
                {
                    using var reader = new StreamReader(context.Request.InputStream);
                    var body = await reader.ReadToEndAsync();
                    lock (_gate)
                    {
                        _deliveries.Add(body);
                    }

                    context.Response.StatusCode = 204;
                }
                else
                {
                    context.Response.ContentType = "text/html; charset=utf-8";
                    await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Page));
                }

                context.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
