namespace CrmUms.Acd.Interactions;

/// <summary>How well an agent and his caller could hear each other, as the agent's page measured it.</summary>
/// <param name="Seconds">How long it measured.</param>
/// <param name="Mos">Average of the mean opinion score estimated by the E-model (ITU-T G.107), 1 to 4.5.</param>
/// <param name="MosLeast">The worst of the stretches of a few seconds that make up the average.</param>
/// <param name="Loss">Share of packets lost, 0 to 1, the worse of both directions.</param>
/// <param name="JitterMs">Jitter in milliseconds, the worse of both directions; null when it is not known.</param>
/// <param name="RttMs">Round trip in milliseconds; null when it is not known.</param>
/// <param name="IsMicrophoneSilent">His microphone, not muted, heard nothing whatever for long.</param>
public sealed record TalkQuality(
    double Seconds,
    double Mos,
    double MosLeast,
    double Loss,
    double? JitterMs,
    double? RttMs,
    bool IsMicrophoneSilent)
{
    private const double SecondsMax = 86_400;
    private const double MosMin = 1;
    private const double MosMax = 4.5;
    private const double MillisecondsMax = 600_000;

    /// <summary>A page may say anything; what cannot be is not kept.</summary>
    public bool IsPossible =>
        Seconds is > 0 and <= SecondsMax
        && Mos is >= MosMin and <= MosMax
        && MosLeast is >= MosMin and <= MosMax
        && Loss is >= 0 and <= 1
        && JitterMs is null or (>= 0 and <= MillisecondsMax)
        && RttMs is null or (>= 0 and <= MillisecondsMax);
}
