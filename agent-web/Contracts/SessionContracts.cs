namespace CrmUms.AgentWeb.Contracts;

internal sealed record SignInRequest(string Login, string Password)
{
    // Leaves the password out, so that no log can show it.
    public override string ToString() => nameof(SignInRequest);
}

internal sealed record LanguageRequest(string Language);

internal sealed record SessionView(
    string EmployeeId, string Login, string DisplayName, string Role, string Language);

internal sealed record AntiforgeryView(string Token);
