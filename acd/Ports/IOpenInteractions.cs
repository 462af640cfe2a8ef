using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Remembers which interactions were not closed when the server stopped.</summary>
public interface IOpenInteractions
{
    /// <summary>Every interaction with events in the journal and no <c>InteractionClosed</c> among them.</summary>
    Task<IReadOnlyList<InteractionId>> ListAsync(CancellationToken cancellation);
}
