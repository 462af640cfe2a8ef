using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.TestKit;

/// <summary>A call that <see cref="FakePbx"/> was asked to make.</summary>
/// <param name="Leg">Its leg.</param>
/// <param name="Target">Whom it goes to.</param>
/// <param name="CallerId">The number that he sees.</param>
/// <param name="Timeout">How long he may take to answer.</param>
/// <param name="Headers">Further SIP headers.</param>
public sealed record FakeDial(
    LegId Leg, DialTarget Target, string CallerId, TimeSpan Timeout, IReadOnlyDictionary<string, string> Headers);

/// <summary>What whoever is called does.</summary>
public enum CalleeHabit
{
    /// <summary>Rings and answers at once.</summary>
    Answers,

    /// <summary>Is on the telephone.</summary>
    IsBusy,

    /// <summary>Rings and declines.</summary>
    Declines,

    /// <summary>Rings for ever.</summary>
    Rings,

    /// <summary>Has a number that does not exist.</summary>
    IsUnknown,

    /// <summary>Gives no sign of life.</summary>
    IsSilent,
}
