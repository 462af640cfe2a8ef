using System.Collections.Concurrent;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>
/// How each queue looked when something last happened in it. Written by the queue's own actor, read by whoever leads a
/// caller through a flow: a condition of a flow is answered at once, or the caller would hear a pause.
/// </summary>
public sealed class QueueOutlooks
{
    private readonly ConcurrentDictionary<string, QueueOutlook> _byQueue = new();

    /// <summary>Null when nothing is known of such a queue.</summary>
    public QueueOutlook? Of(string queue) => _byQueue.GetValueOrDefault(queue);

    internal void Set(QueueId queue, QueueOutlook outlook) => _byQueue[queue.Value] = outlook;
}
