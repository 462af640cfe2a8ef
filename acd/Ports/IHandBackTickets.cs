using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>
/// Whoever is handed a caller gets a ticket, which nobody can guess and with which he hands that caller back.
/// </summary>
public interface IHandBackTickets
{
    /// <summary>A ticket for one hand-off of one caller; letters, digits, <c>-</c> and <c>_</c>.</summary>
    /// <param name="interaction">Of the caller.</param>
    /// <param name="request">Names the hand-off within his flow.</param>
    string Issue(InteractionId interaction, string request);
}
