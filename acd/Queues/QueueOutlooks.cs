using System.Collections.Immutable;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>
/// How each queue looked when something last happened in it. The parent of all queues alone writes it, a new picture
/// each time; whoever leads a caller through a flow reads the last one: a condition of a flow is answered at once, or
/// the caller would hear a pause.
/// </summary>
public sealed class QueueOutlooks
{
    private volatile ImmutableDictionary<string, QueueOutlook> _byQueue =
        ImmutableDictionary<string, QueueOutlook>.Empty;

    /// <summary>Null when nothing is known of such a queue.</summary>
    public QueueOutlook? Of(string queue) => _byQueue.GetValueOrDefault(queue);

    internal void Set(QueueId queue, QueueOutlook outlook) => _byQueue = _byQueue.SetItem(queue.Value, outlook);
}
