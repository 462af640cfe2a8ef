using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;

namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>A desk's page as a test speaks: sends commands, waits for events. It never sleeps.</summary>
internal sealed class DeskDriver : IAsyncDisposable
{
    private static readonly TimeSpan EventMax = TimeSpan.FromSeconds(20);

    private readonly HubConnection _connection;
    // Waiting holds no thread: the server that is waited for lives in the same pool.
    private readonly Channel<JsonElement> _events = Channel.CreateUnbounded<JsonElement>();
    // Written by the connection, in order; read after an event was waited for.
    private readonly List<long> _sequences = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeskDriver(HubConnection connection)
    {
        _connection = connection;
        connection.On<JsonElement>("DeskEvent", @event =>
        {
            _sequences.Add(@event.GetProperty("sequence").GetInt64());
            _events.Writer.TryWrite(@event);
        });
        connection.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public JsonElement Snapshot { get; private set; }

    public IReadOnlyList<long> Sequences => _sequences;

    public Task Closed => _closed.Task.WaitAsync(EventMax);

    public static async Task<DeskDriver> OpenAsync(HubConnection connection)
    {
        var desk = new DeskDriver(connection);
        desk.Snapshot = await desk.GetDeskAsync();
        return desk;
    }

    public Task<JsonElement> GetDeskAsync() => InvokeAsync("GetDesk");

    public Task<JsonElement> CommandAsync(string method, params object?[] arguments) =>
        InvokeAsync(method, [Guid.NewGuid().ToString(), .. arguments]);

    public Task<JsonElement> InvokeAsync(string method, params object?[] arguments) =>
        _connection.InvokeCoreAsync<JsonElement>(method, arguments, TestContext.Current.CancellationToken);

    public Task SendAsync(string method) => _connection.SendAsync(method, TestContext.Current.CancellationToken);

    public async Task AcceptedAsync(string method, params object?[] arguments) =>
        (await CommandAsync(method, arguments)).GetProperty("accepted").GetBoolean().ShouldBeTrue(method);

    /// <summary>The next event that fits; those before it are passed over.</summary>
    public async Task<JsonElement> WaitForAsync(Func<JsonElement, bool> fits)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        within.CancelAfter(EventMax);
        var passedOver = new List<JsonElement>();
        try
        {
            while (true)
            {
                var @event = await _events.Reader.ReadAsync(within.Token);
                if (fits(@event))
                {
                    return @event;
                }

                passedOver.Add(@event);
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No such event came, but {string.Join(Environment.NewLine, passedOver)}.");
        }
    }

    public Task<JsonElement> WaitForStatusAsync(string status) => WaitForAsync(@event =>
        @event.GetProperty("type").GetString() == "agentChanged"
        && @event.GetProperty("agent").GetProperty("status").GetString() == status);

    public Task<JsonElement> WaitForStageAsync(string stage) => WaitForAsync(@event =>
        @event.GetProperty("type").GetString() == "callChanged"
        && @event.GetProperty("call") is { ValueKind: JsonValueKind.Object } call
        && call.GetProperty("stage").GetString() == stage);

    public ValueTask DisposeAsync()
    {
        return _connection.DisposeAsync();
    }
}
