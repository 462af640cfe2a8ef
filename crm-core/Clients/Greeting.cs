namespace CrmUms.CrmCore.Clients;

/// <summary>How to address a person, by the custom of the language his name is written in.</summary>
public static class Greeting
{
    // «Рашид ўғли» is part of the full name, not of the address: «Тимур», never «Тимур Рашид ўғли».
    private static readonly string[] UzbekPatronymicEndings =
        ["ўғли", "угли", "оглы", "қизи", "кизи", "кызы", "o‘g‘li", "oʻgʻli", "o'g'li", "ogli", "qizi"];

    /// <summary>
    /// Given name and patronymic (Russian); without one the given name; without that the surname; or nothing.
    /// </summary>
    public static string Of(PersonName name)
    {
        if (name.GivenName.Length == 0)
        {
            return name.Surname;
        }

        return name.Patronymic.Length == 0 || IsUzbekPatronymic(name.Patronymic)
            ? name.GivenName
            : $"{name.GivenName} {name.Patronymic}";
    }

    private static bool IsUzbekPatronymic(string patronymic) => UzbekPatronymicEndings.Any(ending =>
        patronymic.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
