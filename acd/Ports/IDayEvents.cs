using CrmUms.Acd.Interactions;

namespace CrmUms.Acd.Ports;

/// <summary>What has happened to interactions, as the journal has it. Implemented by storage.</summary>
public interface IDayEvents
{
    /// <summary>The place of the journal that was written last.</summary>
    Task<long> FindEndAsync(CancellationToken cancellation);

    /// <summary>
    /// Everything that happened from then on, in the order in which it was written, and before it whatever happened to
    /// interactions that were open then.
    /// </summary>
    /// <param name="since">From when on.</param>
    /// <param name="end">Nothing behind this place.</param>
    /// <param name="cancellation">Ends the reading.</param>
    IAsyncEnumerable<IInteractionEvent> ReadAsync(DateTimeOffset since, long end, CancellationToken cancellation);
}
