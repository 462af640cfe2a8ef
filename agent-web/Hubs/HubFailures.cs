using Microsoft.AspNetCore.SignalR;

namespace CrmUms.AgentWeb.Hubs;

/// <summary>Tells a defect of ours in a hub method; an error meant for the page passes in silence.</summary>
internal sealed class HubFailures(ILogger<HubFailures> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception error) when (error is not HubException and not OperationCanceledException)
        {
            log.HubMethodFailed(invocationContext.HubMethodName, error);
            throw;
        }
    }
}
