using System.Text;
using System.Text.Json;
using CrmUms.LoadTests.Desks;
using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Running;
using Microsoft.AspNetCore.SignalR.Client;

namespace CrmUms.LoadTests.Scenarios;

/// <summary>Many agents change their state every second, some supervisors watch all of them.</summary>
internal sealed class FloorBench(string home, string folder)
{
    private const int Agents = 500;
    private const int Supervisors = 20;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WarmFor = TimeSpan.FromSeconds(10); // A young server still compiles itself.
    private static readonly TimeSpan MeasureFor = TimeSpan.FromSeconds(30);
    private static readonly string[] Reasons = ["break", "lunch"];

    private readonly Report _report = new("floor");
    private int _changes;
    private int _refused;

    public async Task<string> RunAsync()
    {
        await using var product = new Instance(home, Path.Combine(folder, "product"), Ports.OfProduct());
        await product.ClearAsync();
        await product.UpAsync(new Dictionary<string, string> { ["CRMUMS_DEMO_AGENTS"] = $"{Agents}" });
        var agents = await OpenAsync(Enumerable.Range(1, Agents).Select(number => $"bench{number}"), "/hubs/desk", 8);

        // One login, so one after another: many tries at once are what a guesser makes, and are locked out.
        var watching = await OpenAsync(Enumerable.Repeat("supervisor", Supervisors), "/hubs/floor", 1);
        var eyes = watching.ConvertAll(hub => new Eyes(hub));
        foreach (var hub in watching)
        {
            await hub.InvokeAsync<JsonElement>("GetFloor");
        }

        using var over = new CancellationTokenSource();
        var work = Task.WhenAll(agents.Select((hub, place) => ChangeAsync(hub, place, over.Token)));
        await Task.Delay(WarmFor);
        await MeasureAsync(product, eyes);
        await over.CancelAsync();
        await work;
        foreach (var hub in agents.Concat(watching))
        {
            await hub.DisposeAsync();
        }

        return _report.ToJson();
    }

    private async Task MeasureAsync(Instance product, List<Eyes> eyes)
    {
        Report.Title($"{Agents} agents change state every second, {Supervisors} supervisors watch, {MeasureFor}");
        eyes.ForEach(each => each.Forget());
        var before = _changes;
        var cpu = new CpuMeter(product.Processes("server", "postgres"));
        await Task.Delay(MeasureFor);
        var shares = cpu.Stop();
        var seen = eyes.ConvertAll(each => each.Look());
        var perSecond = (_changes - before) / MeasureFor.TotalSeconds;
        var age = Figures.Of(seen.SelectMany(each => each.Ages));
        var bytes = seen.Average(each => each.Bytes) / MeasureFor.TotalSeconds;
        var messages = seen.Average(each => each.Messages) / MeasureFor.TotalSeconds;

        Report.Line("changes of state", $"{perSecond:F0} a second, {_refused} refused");
        Report.Line("age of what is seen", $"{age}");
        Report.Line("to each supervisor", $"{bytes / 1024:F1} KiB/s in {messages:F1} messages/s");
        Report.Line("processors", string.Join("  ", shares.Select(share => $"{share.Key} {share.Value:F0} %")));
        _report.Keep("floor", new
        {
            agents = Agents,
            supervisors = Supervisors,
            changesPerSecond = Math.Round(perSecond, 1),
            refused = _refused,
            age,
            bytesPerSupervisorPerSecond = Math.Round(bytes),
            messagesPerSupervisorPerSecond = Math.Round(messages, 2),
            cpu = shares,
            load = Machine.Load(),
        });
        _report.Hold("age p99, ms", age.P99, Budgets.FloorAgeP99);
        _report.Hold("messages/s to a supervisor", messages, 5); // Four changes; a beat only where none came.
    }

    private async Task ChangeAsync(HubConnection hub, int place, CancellationToken over)
    {
        try
        {
            await Task.Delay(Every * place / Agents, over);
            using var timer = new PeriodicTimer(Every);
            for (var turn = 0; await timer.WaitForNextTickAsync(over); turn++)
            {
                var reply = await hub.InvokeAsync<JsonElement>(
                    "MakeNotReady", Guid.NewGuid().ToString(), Reasons[turn % Reasons.Length], over);
                Interlocked.Increment(ref reply.GetProperty("accepted").GetBoolean() ? ref _changes : ref _refused);
            }
        }
        catch (OperationCanceledException)
        {
            // The measuring is over.
        }
    }

    private static async Task<List<HubConnection>> OpenAsync(
        IEnumerable<string> logins, string path, int atOnce)
    {
        var hubs = new List<HubConnection>();
        foreach (var some in logins.Chunk(atOnce))
        {
            hubs.AddRange(await Task.WhenAll(some.Select(async login =>
            {
                using var session = await WebSession.SignInAsync(Ports.Page, login);
                var hub = DeskHub.Build(Ports.Page, session.Cookies, path);
                await hub.StartAsync();
                return hub;
            })));
        }

        return hubs;
    }

    /// <summary>What one supervisor has seen.</summary>
    private sealed class Eyes
    {
        private readonly Lock _gate = new();
        private readonly List<TimeSpan> _ages = [];
        private long _bytes;
        private int _messages;

        public Eyes(HubConnection hub)
        {
            hub.On<JsonElement>("FloorChange", OnChange);
            hub.On<JsonElement>("FloorBeat", Count);
        }

        public void Forget() => Look();

        public (IReadOnlyList<TimeSpan> Ages, long Bytes, int Messages) Look()
        {
            lock (_gate)
            {
                var seen = (_ages.ToArray(), _bytes, _messages);
                _ages.Clear();
                (_bytes, _messages) = (0, 0);
                return seen;
            }
        }

        private void OnChange(JsonElement change)
        {
            var now = TimeProvider.System.GetUtcNow();
            Count(change);
            if (!change.TryGetProperty("agents", out var agents))
            {
                return;
            }

            lock (_gate)
            {
                foreach (var agent in agents.EnumerateArray())
                {
                    if (agent.TryGetProperty("state", out var state))
                    {
                        _ages.Add(now - state.GetProperty("since").GetDateTimeOffset());
                    }
                }
            }
        }

        private void Count(JsonElement message)
        {
            var bytes = Encoding.UTF8.GetByteCount(message.GetRawText());
            lock (_gate)
            {
                _bytes += bytes;
                _messages++;
            }
        }
    }
}
