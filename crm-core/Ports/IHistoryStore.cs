using CrmUms.Acd.Shared;
using CrmUms.CrmCore.History;

namespace CrmUms.CrmCore.Ports;

/// <summary>Reads the history of communications. An interaction stands in it once it has ended.</summary>
public interface IHistoryStore
{
    /// <summary>One page, newest first.</summary>
    /// <param name="query">Which, from where, how many.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task<HistoryPage> ReadAsync(HistoryQuery query, CancellationToken cancellation);

    /// <summary>A client's interactions, newest first, at most <paramref name="max"/>.</summary>
    Task<IReadOnlyList<HistoryRow>> ListByClientAsync(ClientId client, int max, CancellationToken cancellation);

    /// <summary>One interaction with all that happened to it, ended or not; null when there is no such one.</summary>
    Task<HistoryDetail?> FindAsync(InteractionId interaction, CancellationToken cancellation);
}

/// <summary>Which page of the history.</summary>
/// <param name="Agent">Only interactions this agent talked in last; null: everybody's.</param>
/// <param name="Before">Where the former page ended; null: from the newest.</param>
/// <param name="Limit">Rows of a page, 1 to 200.</param>
public sealed record HistoryQuery(AgentId? Agent, HistoryCursor? Before, int Limit)
{
    /// <summary>Largest page.</summary>
    public const int LimitMax = 200;
}

/// <summary>One page of the history.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where the next page begins; null: there is none.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryRow> Rows, HistoryCursor? Next);
