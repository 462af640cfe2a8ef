using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Contracts;

internal sealed record EmployeesView(IReadOnlyList<EmployeeView> Items);

internal sealed record EmployeeView(
    string EmployeeId, string Login, string DisplayName, EmployeeRole Role, string Language, bool IsActive);

internal sealed record NewEmployeeRequest(
    string Login, string DisplayName, EmployeeRole Role, string Language, string Password)
{
    // Leaves the password out, so that no log can show it.
    public override string ToString() => nameof(NewEmployeeRequest);
}

/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Language">Of his page.</param>
/// <param name="IsActive">False: he left.</param>
/// <param name="Password">A new one; null: as it is.</param>
internal sealed record EmployeeRequest(
    string DisplayName, EmployeeRole Role, string Language, bool IsActive, string? Password = null)
{
    public override string ToString() => nameof(EmployeeRequest);
}
