using System.Globalization;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Pure: names of legs that we dial. They hold the interaction, so that it is found after a crash.</summary>
public static class OutboundLegs
{
    private const string Prefix = "out-";
    private const int IdLength = 32;
    private const int DictationNumber = 9_999;

    /// <summary><c>out-0190…-1</c>. A new number for every attempt.</summary>
    public static LegId NameOf(InteractionId interaction, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{interaction}-{number}"));

    /// <summary>A leg of somebody who is called to speak a prompt: no interaction's, and none dials so often.</summary>
    public static LegId ForDictation(Guid dictation) =>
        NameOf(new InteractionId(dictation), DictationNumber);

    /// <summary>The dictation that a leg was dialled for; null when it is not one of these.</summary>
    public static Guid? DictationOf(LegId leg) =>
        InteractionOf(leg) is { } id && leg == ForDictation(id.Value) ? id.Value : null;

    /// <summary>For whom a leg was dialled; null when it is not one of these.</summary>
    public static InteractionId? InteractionOf(LegId leg) =>
        leg.Value.StartsWith(Prefix, StringComparison.Ordinal)
        && leg.Value.Length > Prefix.Length + IdLength + 1
        && leg.Value[Prefix.Length + IdLength] == '-'
        && leg.Value.AsSpan(Prefix.Length + IdLength + 1).IndexOfAnyExceptInRange('0', '9') < 0
        && Guid.TryParseExact(leg.Value.AsSpan(Prefix.Length, IdLength), "n", out var id)
            ? new InteractionId(id)
            : null;
}
