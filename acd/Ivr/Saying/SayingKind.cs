namespace CrmUms.Acd.Ivr.Saying;

/// <summary>What can be said of a value. A released word is never renamed: flows hold it.</summary>
public static class SayingKind
{
    public const string Number = "number";
    public const string Money = "money";
    public const string Date = "date";

    /// <summary>One digit after the other: a contract, a telephone number.</summary>
    public const string Digits = "digits";
}
