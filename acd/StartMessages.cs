namespace CrmUms.Acd;

/// <summary>
/// Query to a parent actor: answered by <see cref="Started"/> once everything below it has recovered.
/// </summary>
internal sealed record AwaitStart
{
    public static AwaitStart Instance { get; } = new();
}

/// <summary>Reply: all have recovered.</summary>
internal sealed record Started
{
    public static Started Instance { get; } = new();
}
