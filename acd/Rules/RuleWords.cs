namespace CrmUms.Acd.Rules;

/// <summary>Words that several kinds of rule use.</summary>
internal static class RuleWords
{
    public static IReadOnlyList<string> Languages { get; } = ["ru", "uz", "en"];
}

/// <summary>A name in the languages of the page.</summary>
public sealed record RuleNames(string Ru = "", string Uz = "", string En = "")
{
    internal void Judge(string field, RuleFindings findings)
    {
        findings.Text(field + ".ru", Ru);
        findings.Text(field + ".uz", Uz);
        findings.Text(field + ".en", En);
    }
}
