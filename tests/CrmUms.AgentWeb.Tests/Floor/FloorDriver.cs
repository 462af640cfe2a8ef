using System.Text.Json;
using System.Threading.Channels;
using CrmUms.AgentWeb.Tests.Hosting;
using Microsoft.AspNetCore.SignalR.Client;

namespace CrmUms.AgentWeb.Tests.Floor;

/// <summary>A supervisor's page as a test speaks.</summary>
internal sealed class FloorDriver : IAsyncDisposable
{
    private static readonly TimeSpan EventMax = TimeSpan.FromSeconds(20);

    private readonly HubConnection _connection;
    private readonly Channel<JsonElement> _changes = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _beats = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource _closed = new();
    private readonly List<long> _sequences = []; // Written by the connection, in order.

    private FloorDriver(HubConnection connection)
    {
        _connection = connection;
        connection.On<JsonElement>("FloorChange", change =>
        {
            _sequences.Add(change.GetProperty("sequence").GetInt64());
            _changes.Writer.TryWrite(change);
        });
        connection.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
        connection.On<JsonElement>("FloorBeat", beat => _beats.Writer.TryWrite(beat));
    }

    public JsonElement Snapshot { get; private set; }

    /// <summary>The server has let the page go.</summary>
    public Task IsClosedAsync() => _closed.Task.WaitAsync(EventMax, TestContext.Current.CancellationToken);

    public IReadOnlyList<long> Sequences => _sequences;

    public static async Task<FloorDriver> OpenAsync(Browser browser)
    {
        var floor = new FloorDriver(await browser.ConnectAsync("/hubs/floor"));
        floor.Snapshot = await floor._connection.InvokeAsync<JsonElement>(
            "GetFloor", TestContext.Current.CancellationToken);
        return floor;
    }

    /// <summary>The next change that fits; those before it are passed over.</summary>
    public Task<JsonElement> WaitForAsync(Func<JsonElement, bool> fits) => WaitForAsync(_changes, fits);

    public Task<JsonElement> WaitForBeatAsync() => WaitForAsync(_beats, _ => true);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<JsonElement> WaitForAsync(Channel<JsonElement> from, Func<JsonElement, bool> fits)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        within.CancelAfter(EventMax);
        while (true)
        {
            var change = await from.Reader.ReadAsync(within.Token);
            if (fits(change))
            {
                return change;
            }
        }
    }
}
