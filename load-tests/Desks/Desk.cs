using System.Text.Json;
using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Phones;
using Microsoft.AspNetCore.SignalR.Client;

namespace CrmUms.LoadTests.Desks;

/// <summary>One agent at work, as his page would: hears of offers, and does what a busy agent does with them.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan EventMax = TimeSpan.FromSeconds(10);

    private readonly WebSession _session;
    private readonly HubConnection _hub;
    private readonly object _wrapUp;
    private readonly Lock _gate = new();
    private readonly List<(Func<bool> Holds, TaskCompletionSource Met)> _waiters = [];
    private JsonElement _agent;

    private Desk(WebSession session, HubConnection hub, object wrapUp)
    {
        (_session, _hub, _wrapUp) = (session, hub, wrapUp);
        hub.On<JsonElement>("DeskEvent", OnEvent);
    }

    /// <summary>A caller is shown to the agent: his number and the moment.</summary>
    public Action<string, TimeSpan> Offered { get; set; } = static (_, _) => { };

    private Action<string> OfferedInteraction { get; set; } = static _ => { };

    /// <summary>How long a talk lasts; null leaves offers alone.</summary>
    public TimeSpan? TalkFor { get; set; }

    /// <summary>Commands that the server refused, for whatever reason.</summary>
    public int Refusals { get; private set; }

    public string Status => _agent.GetProperty("status").GetString()!;

    public static async Task<Desk> OpenAsync(Uri page, string login, Registrar registrar)
    {
        var session = await WebSession.SignInAsync(page, login);
        var wrapUp = WrapUpOf(await session.GetAsync("/api/desk/options"));
        var desk = new Desk(session, DeskHub.Build(page, session.Cookies), wrapUp);
        await desk._hub.StartAsync();
        desk._agent = (await desk._hub.InvokeAsync<JsonElement>("GetDesk")).GetProperty("agent");
        var phone = await session.PostAsync("/api/desk/phone", new { });
        await registrar.RegisterAsync(
            phone.GetProperty("userName").GetString()!, phone.GetProperty("secret").GetString()!);
        await desk.CommandAsync("OpenAudio");
        await desk.WaitUntilAsync(() => desk._agent.GetProperty("audio").GetString() == "open");
        return desk;
    }

    public async Task MakeReadyAsync()
    {
        await CommandAsync("MakeReady");
        await WaitUntilAsync(() => Status == "ready");
    }

    /// <summary>Says he is ready and waits for nothing: an offer may come before the answer.</summary>
    public Task<bool> SayReadyAsync() => CommandAsync("MakeReady");

    public async Task MakeNotReadyAsync()
    {
        await CommandAsync("MakeNotReady", "break");
        await WaitUntilAsync(() => Status == "notReady");
    }

    /// <summary>The interaction that is offered next.</summary>
    public Task<string> NextOfferAsync()
    {
        var next = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        OfferedInteraction = id => next.TrySetResult(id);
        return next.Task.WaitAsync(EventMax);
    }

    public Task AnswerAsync(string interaction) => CommandAsync("Answer", interaction);

    public Task SuperviseAsync(string interactionId, string mode) =>
        _session.PutAsync("/api/supervision", new { interactionId, mode });

    public Task WaitForStatusAsync(string status) => WaitUntilAsync(() => Status == status);

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _session.Dispose();
    }

    private void OnEvent(JsonElement @event)
    {
        var at = Machine.Now;
        switch (@event.GetProperty("type").GetString())
        {
            case "callChanged" when @event.GetProperty("call") is { ValueKind: JsonValueKind.Object } call:
                OnCall(call, at);
                break;
            case "agentChanged":
                lock (_gate)
                {
                    _agent = @event.GetProperty("agent");
                    _waiters.Where(waiter => waiter.Holds()).ToList().ForEach(waiter => waiter.Met.TrySetResult());
                    _waiters.RemoveAll(waiter => waiter.Met.Task.IsCompleted);
                }

                break;
            default:
                break; // The call is gone, or the server says good-bye.
        }
    }

    private void OnCall(JsonElement call, TimeSpan at)
    {
        var id = call.GetProperty("interactionId").GetString()!;
        var stage = call.GetProperty("stage").GetString();
        if (stage == "offered")
        {
            Offered(call.GetProperty("number").GetProperty("shown").GetString()!, at);
            OfferedInteraction(id);
        }

        if (TalkFor is { } talk)
        {
            _ = stage switch
            {
                "offered" => CommandAsync("Answer", id),
                "connected" => HangUpAfterAsync(talk, id),
                "wrapping-up" => CommandAsync("RecordWrapUp", id, _wrapUp, null),
                _ => Task.CompletedTask,
            };
        }
    }

    private async Task HangUpAfterAsync(TimeSpan talk, string interaction)
    {
        await Task.Delay(talk);
        await CommandAsync("HangUp", interaction);
    }

    private async Task<bool> CommandAsync(string method, params object?[] arguments)
    {
        var reply = await _hub.InvokeCoreAsync<JsonElement>(method, [Guid.NewGuid().ToString(), .. arguments]);
        var accepted = reply.GetProperty("accepted").GetBoolean();
        Refusals += accepted ? 0 : 1;
        return accepted;
    }

    private Task WaitUntilAsync(Func<bool> holds)
    {
        lock (_gate)
        {
            if (holds())
            {
                return Task.CompletedTask;
            }

            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((holds, met));
            return met.Task.WaitAsync(EventMax);
        }
    }

    // The first topic that has none below it, and the first result.
    private static object WrapUpOf(JsonElement options)
    {
        var topics = options.GetProperty("topics").EnumerateArray().ToList();
        var parents = topics.Select(topic => topic.GetProperty("parentId").ToString()).ToHashSet();
        var topic = topics.Select(each => each.GetProperty("id").ToString()).First(id => !parents.Contains(id));
        return new { topic, result = options.GetProperty("results")[0].GetString(), note = "bench" };
    }
}
