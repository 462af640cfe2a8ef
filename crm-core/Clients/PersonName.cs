namespace CrmUms.CrmCore.Clients;

/// <summary>A person's name as it stands on the card. Each part may be empty.</summary>
public sealed record PersonName(string Surname, string GivenName, string Patronymic)
{
    public static PersonName Empty { get; } = new("", "", "");

    /// <summary>Surname, given name, patronymic: «Юсупов Тимур Рашидович».</summary>
    public string Full => string.Join(' ', new[] { Surname, GivenName, Patronymic }.Where(part => part.Length > 0));
}
