namespace CrmUms.Recording.Shared;

/// <summary>Names one recording: one part of what was said in one interaction. UUIDv7.</summary>
public readonly record struct RecordingId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}
