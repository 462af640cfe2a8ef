using CrmUms.Acd.Agents;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>Pure: which numbers we call. Whoever types one decides whom we pay for.</summary>
internal static class CallableNumbers
{
    /// <summary>Null: it can be called, and is <paramref name="number"/>.</summary>
    public static AgentRefusal? Refusal(
        string? text, CentreRules rules, AcdServices services, out PhoneNumber? number)
    {
        if (!PhoneNumber.TryParse(text, services.NumberingPlan, out number))
        {
            return AgentRefusal.BadInput;
        }

        if (!rules.Settings.CallsAbroad && !IsOfOurCountry(number.Value, services.Options))
        {
            return AgentRefusal.NumberNotAllowed;
        }

        return IsBlocked(number.Value, new BlackList(rules), services) ? AgentRefusal.NumberBlocked : null;
    }

    public static bool IsOfOurCountry(PhoneNumber number, AcdOptions options) =>
        number.E164.StartsWith("+" + options.CountryCode, StringComparison.Ordinal);

    public static bool IsBlocked(PhoneNumber number, BlackList blackList, AcdServices services) =>
        blackList.Find(CallerNumber.Read(number.E164, services.NumberingPlan), services.Now) is not null;
}
