namespace CrmUms.Actors.Persistence;

/// <summary>
/// Port: turns events and snapshots into JSON and back, for journals that write bytes. A manifest, once stored, is
/// never given to another type. Safe for many threads.
/// </summary>
public interface IEventSerializer
{
    /// <exception cref="NotSupportedException">The type is not registered; the write is rejected.</exception>
    SerializedPayload Serialize(object payload);

    /// <exception cref="NotSupportedException">The manifest is unknown; the recovery fails.</exception>
    object Deserialize(string manifest, ReadOnlySpan<byte> json);
}

/// <summary>An event or snapshot as stored.</summary>
/// <param name="Manifest">The stable name of its type, with a version; becomes <c>journal.manifest</c>.</param>
/// <param name="Json">UTF-8; becomes <c>journal.message</c>.</param>
/// <param name="Tags">Names under which projections find it; becomes rows of <c>tags</c>. Usually none.</param>
public readonly record struct SerializedPayload(string Manifest, byte[] Json, IReadOnlyList<string> Tags)
{
    /// <summary>A payload without tags.</summary>
    public SerializedPayload(string manifest, byte[] json)
        : this(manifest, json, [])
    {
    }
}
