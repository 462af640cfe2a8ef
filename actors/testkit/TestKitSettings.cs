namespace CrmUms.Actors.TestKit;

/// <summary>
/// How long a test waits, in real time. These are bounds, not delays: what is expected ends the wait.
/// </summary>
public sealed record TestKitSettings
{
    public TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan SingleExpectDefault { get; init; } = TimeSpan.FromSeconds(3);
}
