namespace CrmUms.Storage.Journal;

/// <summary>A batch of writes as columns, for one statement that inserts them all.</summary>
internal sealed class JournalRows
{
    private readonly List<(string PersistenceId, long SequenceNr, string Tag)> _tags = [];

    private JournalRows(int capacity)
    {
        PersistenceIds = new List<string>(capacity);
        SequenceNrs = new List<long>(capacity);
        Created = new List<long>(capacity);
        Messages = new List<byte[]>(capacity);
        Manifests = new List<string>(capacity);
        WriterUuids = new List<string>(capacity);
    }

    public List<string> PersistenceIds { get; }

    public List<long> SequenceNrs { get; }

    public List<long> Created { get; }

    public List<byte[]> Messages { get; }

    public List<string> Manifests { get; }

    public List<string> WriterUuids { get; }

    public IReadOnlyList<(string PersistenceId, long SequenceNr, string Tag)> Tags => _tags;

    public int Count => PersistenceIds.Count;

    /// <summary>
    /// Turns writes into rows. A write with an event that cannot be serialized is left out as a whole.
    /// </summary>
    /// <param name="batch">The writes.</param>
    /// <param name="serializer">To JSON.</param>
    /// <param name="rejections">Null, or for each write why it was left out.</param>
    public static JournalRows Of(
        IReadOnlyList<AtomicWrite> batch, IEventSerializer serializer, out Exception?[]? rejections)
    {
        rejections = null;
        var rows = new JournalRows(batch.Count);
        for (var index = 0; index < batch.Count; index++)
        {
            try
            {
                var write = batch[index];
                rows.Add(write, [.. write.Events.Select(happened => serializer.Serialize(happened.Payload))]);
            }
#pragma warning disable CA1031 // Whatever is wrong with one actor's event must not stop the others of the batch.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                rejections ??= new Exception?[batch.Count];
                rejections[index] = failure;
            }
        }

        return rows;
    }

    private void Add(AtomicWrite write, SerializedPayload[] payloads)
    {
        foreach (var (happened, payload) in write.Events.Zip(payloads))
        {
            PersistenceIds.Add(write.PersistenceId);
            SequenceNrs.Add(happened.SequenceNr);
            Created.Add(happened.At.UtcTicks);
            Messages.Add(payload.Json);
            Manifests.Add(payload.Manifest);
            WriterUuids.Add(happened.WriterUuid.ToString("n"));
            _tags.AddRange(payload.Tags.Select(tag => (write.PersistenceId, happened.SequenceNr, tag)));
        }
    }
}
