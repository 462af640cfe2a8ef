using CrmUms.Acd;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using CrmUms.Recording.Prompts;
using CrmUms.Storage;
using CrmUms.Storage.Projections;

namespace CrmUms.AgentWeb.Operation;

/// <summary>
/// Brings the server up in order, before anything listens, and down again without touching a call. The order is the
/// README's.
/// </summary>
internal sealed class StartUp(IServiceProvider services, TimeProvider time, ILogger<StartUp> log)
    : IHostedService, IDisposable
{
    // Everything is asked for when its step begins: the settings are checked before the first of them is used.
    private static readonly TimeSpan RecoveryMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DatabaseAwayMax = TimeSpan.FromSeconds(45);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _projecting = Task.CompletedTask;
    private Task? _stopped;
    private bool _hasBegun;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        var start = time.GetTimestamp();
        await StepAsync("database", () => WaitForDatabaseAsync(cancellationToken));
        await StepAsync("migrations", () => Get<Migrator>().RunAsync(cancellationToken));
        await StepAsync("seed", () => Get<Seed>().PeopleAsync(cancellationToken));
        await StepAsync("read models", () => Get<Projector>().CatchUpAsync(cancellationToken));
        _projecting = Get<Projector>().RunAsync(_stopping.Token);
        await StepAsync("prompts", () => Get<PromptLibrary>().OpenAsync(cancellationToken));
        await StepAsync("sessions", () => Get<EndedSessions>().RefreshAsync(cancellationToken));
        await StepAsync("recovery", () => Get<RunningAcd>().StartAsync(RecoveryMax));
        await StepAsync("rules", () => Get<Seed>().RulesAsync(cancellationToken));
        await StepAsync("edges", () =>
        {
            Get<DesksRef>();
            Get<FloorRef>();
            Get<FlowWatchRef>();
            Get<RecordingsRef>();
            Get<DictationsRef>();
            Get<Heartbeat>();
            Get<PbxDoorRef>().Ref.Tell(new OpenPbxDoor(Get<AcdRefs>().PbxFacts), ActorRefs.NoSender);
            return Task.CompletedTask;
        });
        Get<Readiness>().Started();
        var took = time.GetElapsedTime(start);
        log.Started(took.TotalMilliseconds);
    }

    // Called after the web server has stopped taking requests; a host may be told to stop twice, and at once.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _stopped ??= StopOnceAsync(cancellationToken);
        }
    }

    public void Dispose() => _stopping.Dispose();

    // No call is hung up: they live in the PBX.
    private async Task StopOnceAsync(CancellationToken cancellationToken)
    {
        if (!_hasBegun)
        {
            return;
        }

        Get<Readiness>().Stopping();
        log.Stopping();
        await Get<ActorSystem>().Terminate().WaitAsync(cancellationToken);
        await CatchUpAsync(cancellationToken);
        await _stopping.CancelAsync();
        await _projecting.WaitAsync(cancellationToken);
        log.Stopped();
    }

    // Whoever starts us again and again gives up in the end; a database that is away for an hour is no reason to.
    private async Task WaitForDatabaseAsync(CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                await using var found = await Get<PostgresDatabase>().OpenAsync(cancellation);
                return;
            }
            catch (StorageException away) when (time.GetElapsedTime(start) < DatabaseAwayMax)
            {
                log.DatabaseAway(away.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        try
        {
            await Get<Projector>().CatchUpAsync(cancellation);
        }
        catch (StorageException away)
        {
            // The next start catches up.
            log.ReadModelsBehind(away);
        }
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private async Task StepAsync(string name, Func<Task> step)
    {
        var start = time.GetTimestamp();
        await step();
        var took = time.GetElapsedTime(start);
        log.StepDone(name, took.TotalMilliseconds);
    }
}
