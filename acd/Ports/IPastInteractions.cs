using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>What the journal has of single interactions. Implemented by storage.</summary>
public interface IPastInteractions
{
    /// <summary>All that has happened to one so far, in order; empty when there is no such one.</summary>
    Task<IReadOnlyList<IInteractionEvent>> ReadAsync(InteractionId interaction, CancellationToken cancellation);
}
