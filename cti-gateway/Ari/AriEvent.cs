namespace CrmUms.CtiGateway.Ari;

/// <summary>What every event carries; the generated records add their own.</summary>
internal abstract record AriEvent
{
    public string Type { get; init; } = "";

    public DateTimeOffset Timestamp { get; init; }
}
