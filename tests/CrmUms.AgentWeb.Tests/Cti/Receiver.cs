using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrmUms.AgentWeb.Tests.Cti;

/// <summary>Somebody who takes web hooks, and now and then dies, or will not take something.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private WebApplication? _server;

    public string Url => $"http://127.0.0.1:{_port}/hook";

    public FollowedEvents Taken { get; } = new();

    /// <summary>What it signs with.</summary>
    public string Secret { get; set; } = "";

    /// <summary>What it answers to a delivery; by default that it takes it.</summary>
    public Func<JsonElement, int> Answer { get; set; } = _ => 204;

    /// <summary>It takes the next delivery and dies before it can say so.</summary>
    public bool DiesOfTheNext { get; set; }

    /// <summary>It answers nobody until it is started again.</summary>
    public bool IsDead { get; private set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_port}");
        _server = builder.Build();
        _server.MapPost("/hook", ReceiveAsync);
        await _server.StartAsync(TestContext.Current.CancellationToken);
        IsDead = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.DisposeAsync();
        }
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (IsDead)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Take(context.Request.Headers["X-CrmUms-Signature"].ToString(), body);
        if (DiesOfTheNext)
        {
            (DiesOfTheNext, IsDead) = (false, true);
            context.Abort();
        }
    }

    private int Take(string signature, string body)
    {
        if (!IsSigned(signature, body))
        {
            return 401;
        }

        using var json = JsonDocument.Parse(body);
        var status = Answer(json.RootElement);
        if (status is >= 200 and < 300)
        {
            foreach (var told in json.RootElement.GetProperty("events").EnumerateArray())
            {
                Taken.Take(told);
            }
        }

        return status;
    }

    // As CTI.md says it to whoever receives.
    private bool IsSigned(string signature, string body)
    {
        var parts = signature.Split(',')
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1]);
        var hash = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"));
        return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(parts["v1"]), hash);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
