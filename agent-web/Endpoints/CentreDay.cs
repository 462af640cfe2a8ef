namespace CrmUms.AgentWeb.Endpoints;

/// <summary>A day as it stands in an address.</summary>
internal static class CentreDay
{
    private const int YearMin = 2000;
    private const int YearMax = 2200;

    /// <returns>False when it is no <c>yyyy-MM-dd</c>, or not of this century or so.</returns>
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out day) && day.Year is >= YearMin and <= YearMax;
}
