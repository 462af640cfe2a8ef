namespace CrmUms.Storage.Identity;

/// <summary>Somebody who works here, or did.</summary>
/// <param name="EmployeeId">Who; stays, whatever else changes.</param>
/// <param name="Login">What he signs in with.</param>
/// <param name="DisplayName">Name shown to colleagues.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Language">Of his page: ru, uz, en.</param>
/// <param name="IsActive">False: he left, and cannot sign in.</param>
public sealed record Employee(
    Guid EmployeeId, string Login, string DisplayName, EmployeeRole Role, string Language, bool IsActive)
{
    /// <summary>Of a supervisor: agents do not see that he listens, where the rules hide listeners.</summary>
    public bool MayListenUnseen { get; init; } = true;
}

/// <summary>How a change of an employee ended.</summary>
public enum EmployeeOutcome
{
    Done,

    /// <summary>There is no such employee.</summary>
    NotFound,

    /// <summary>Nobody would be left who may set anything up.</summary>
    LastAdministrator,
}
