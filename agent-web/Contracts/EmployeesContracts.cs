using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Contracts;

internal sealed record EmployeesView(IReadOnlyList<EmployeeView> Items);

internal sealed record EmployeeView(
    string EmployeeId,
    string Login,
    string DisplayName,
    EmployeeRole Role,
    string Language,
    bool IsActive,
    bool MayListenUnseen);

/// <param name="Login">What he signs in with.</param>
/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Language">Of his page.</param>
/// <param name="Password">His first one.</param>
/// <param name="MayListenUnseen">Of a supervisor: agents do not see him listen, where the rules hide it.</param>
internal sealed record NewEmployeeRequest(
    string Login,
    string DisplayName,
    EmployeeRole Role,
    string Language,
    string Password,
    bool MayListenUnseen = true)
{
    // Leaves the password out, so that no log can show it.
    public override string ToString() => nameof(NewEmployeeRequest);
}

/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Language">Of his page.</param>
/// <param name="IsActive">False: he left.</param>
/// <param name="Password">A new one; null: as it is.</param>
/// <param name="MayListenUnseen">As of <see cref="NewEmployeeRequest"/>; null: as it is.</param>
internal sealed record EmployeeRequest(
    string DisplayName,
    EmployeeRole Role,
    string Language,
    bool IsActive,
    string? Password = null,
    bool? MayListenUnseen = null)
{
    public override string ToString() => nameof(EmployeeRequest);
}
