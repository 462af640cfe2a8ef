using CrmUms.CrmCore.Topics;

namespace CrmUms.CrmCore.Ports;

/// <summary>Keeps the tree of topics.</summary>
public interface ITopicStore
{
    /// <summary>All topics, parents before children, siblings in the order shown.</summary>
    Task<IReadOnlyList<Topic>> ListAsync(CancellationToken cancellation);

    /// <summary>Enters topics whose id is not there yet; those that are there stay as they are.</summary>
    Task AddMissingAsync(IReadOnlyList<Topic> topics, CancellationToken cancellation);
}
