namespace CrmUms.AgentWeb.Cti;

/// <summary>
/// What is done for other systems while the server runs. Everything is asked for when it begins: the settings are
/// checked before the first of them is used.
/// </summary>
internal sealed class CtiWork(IServiceProvider services) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        services.GetRequiredService<WebHookPump>().RunAsync(stoppingToken),
        services.GetRequiredService<FeedUpkeep>().RunAsync(stoppingToken));
}
