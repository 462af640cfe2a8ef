namespace CrmUms.Acd.Ports;

/// <summary>Who hears a supervisor in somebody else's talk; he hears all.</summary>
public enum SupervisionMode
{
    /// <summary>Nobody.</summary>
    Listen,

    /// <summary>The agent alone.</summary>
    Whisper,

    /// <summary>Everybody.</summary>
    Barge,
}

/// <summary>Names one tapping of an agent's leg. A new one for every mode.</summary>
public readonly record struct SupervisionId(Guid Value)
{
    /// <summary>One that was never given.</summary>
    public static SupervisionId New() => new(Guid.CreateVersion7());

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("n");
}
