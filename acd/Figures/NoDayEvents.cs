using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Figures;

/// <summary>Of a centre in which nothing has ever happened.</summary>
public sealed class NoDayEvents : IDayEvents
{
    /// <summary>The one instance.</summary>
    public static NoDayEvents Instance { get; } = new();

    public Task<long> FindEndAsync(CancellationToken cancellation) => Task.FromResult(0L);

    public IAsyncEnumerable<IInteractionEvent> ReadAsync(
        DateTimeOffset since, long end, CancellationToken cancellation) => AsyncEnumerable.Empty<IInteractionEvent>();
}
