namespace CrmUms.CrmCore.Clients;

/// <summary>Taxpayer number of an organization in Uzbekistan (СТИР/ИНН): nine digits.</summary>
public readonly record struct Inn
{
    private const int Digits = 9;

    private Inn(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    public static Inn Parse(string text) =>
        text.Length == Digits && text.All(char.IsAsciiDigit)
            ? new Inn(text)
            : throw new FormatException("A taxpayer number of an organization is nine digits.");
}
