namespace CrmUms.Acd.Rules;

/// <summary>Why a change of the rules makes no sense. The page has the words, in three languages.</summary>
/// <param name="Code">One of <see cref="RuleCodes"/>.</param>
/// <param name="Field">
/// Path of the field as the wire names it: <c>overflow[0].target.id</c>; empty for the whole.
/// </param>
/// <param name="Args">Values for the sentence: bounds, names.</param>
public sealed record RuleProblem(string Code, string Field, IReadOnlyDictionary<string, string> Args);

/// <summary>Every way in which a rule can make no sense. A released code is never renamed.</summary>
public static class RuleCodes
{
    /// <summary>No such kind of rule.</summary>
    public const string UnknownKind = "unknown-kind";

    /// <summary>The key is no key of this kind; <c>form</c> says what one looks like.</summary>
    public const string IdInvalid = "id-invalid";

    /// <summary>The item names another key than its address does.</summary>
    public const string IdDiffers = "id-differs";

    /// <summary>
    /// The field is not of the kind it should be: a word for a number, an unknown word, a missing part.
    /// </summary>
    public const string Malformed = "malformed";

    /// <summary>There is no such field.</summary>
    public const string UnknownField = "unknown-field";

    /// <summary>Nothing stands in a field that needs something.</summary>
    public const string Missing = "missing";

    /// <summary>The text has more than <c>max</c> characters.</summary>
    public const string TooLong = "too-long";

    /// <summary>More than <c>max</c> entries.</summary>
    public const string TooMany = "too-many";

    /// <summary>The value is not between <c>min</c> and <c>max</c>: a skill level of 11.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>The value is none of <c>allowed</c>.</summary>
    public const string UnknownWord = "unknown-word";

    /// <summary>There is no rule <c>id</c> of the kind <c>kind</c>.</summary>
    public const string UnknownReference = "unknown-reference";

    /// <summary>Named twice: in this item, or here and in <c>other</c>.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Cannot be removed: <c>users</c> names what needs it.</summary>
    public const string InUse = "in-use";

    /// <summary>There is nothing to be removed.</summary>
    public const string NotFound = "not-found";

    /// <summary>The agent's skill expression cannot be read.</summary>
    public const string ExpressionInvalid = "expression-invalid";

    /// <summary>Steps must follow each other in time.</summary>
    public const string StepsOutOfOrder = "steps-out-of-order";

    /// <summary>A caller would come to this point and nobody says where he goes.</summary>
    public const string TargetMissing = "target-missing";

    /// <summary>The flow has never been published, so no caller can be sent there.</summary>
    public const string FlowNotPublished = "flow-not-published";

    /// <summary>A caller could be sent round in a circle; <c>path</c> shows it.</summary>
    public const string CircularOverflow = "circular-overflow";

    /// <summary>An interval ends before it begins.</summary>
    public const string EndsBeforeItBegins = "ends-before-it-begins";

    /// <summary>Two intervals of one day share a time.</summary>
    public const string OverlappingHours = "overlapping-hours";

    /// <summary>No such time zone is known.</summary>
    public const string UnknownTimeZone = "unknown-time-zone";

    /// <summary>Not a telephone number, nor the beginning of one.</summary>
    public const string NumberInvalid = "number-invalid";

    /// <summary>The program itself gives this reason; an agent cannot choose it.</summary>
    public const string NotChoosable = "not-choosable";

    /// <summary>The rule has no condition and would hold for everybody.</summary>
    public const string ConditionMissing = "condition-missing";

    /// <summary>Not an http or https address that is the same host for every caller.</summary>
    public const string AddressInvalid = "address-invalid";
}
