using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Rules;

/// <summary>
/// Finds whether a caller stands in the black list. Pure; a look-up costs a few hashes, however long it is.
/// </summary>
public sealed class BlackList
{
    private readonly Dictionary<string, BlackListRule> _numbers;
    private readonly Dictionary<string, BlackListRule> _prefixes;

    public BlackList(CentreRules rules)
    {
        var entries = rules.All<BlackListRule>().ToLookup(entry => entry.Prefix);
        _numbers = entries[false].ToDictionary(entry => entry.Number);
        _prefixes = entries[true].ToDictionary(entry => entry.Number);
    }

    /// <summary>
    /// The entry that holds now: his own number before a prefix, a longer prefix before a shorter one. Null when there
    /// is none. Whoever hides his number is in no list.
    /// </summary>
    public BlackListRule? Find(CallerNumber caller, DateTimeOffset now)
    {
        if (caller.Number is not { E164: var number })
        {
            return null;
        }

        if (_numbers.TryGetValue(number, out var own) && Holds(own, now))
        {
            return own;
        }

        for (var length = _prefixes.Count == 0 ? 0 : number.Length; length > 1; length--)
        {
            if (_prefixes.TryGetValue(number[..length], out var entry) && Holds(entry, now))
            {
                return entry;
            }
        }

        return null;
    }

    private static bool Holds(BlackListRule entry, DateTimeOffset now) => !(entry.ExpiresAt <= now);
}
