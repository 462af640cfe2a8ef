using System.Text;

namespace CrmUms.Acd.Shared;

/// <summary>The words of our enums as they stand in the database, on the wire and in logs: <c>no-answer</c>.</summary>
public static class Words
{
    public static string Kebab(string pascal)
    {
        var word = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
