namespace CrmUms.AgentWeb.Desks;

/// <summary>
/// Command to a desk, and from there to the <c>floor</c> actor: the list of colleagues is looked at. Answered by <see
/// cref="Contracts.DirectoryView"/>, then by <see cref="Contracts.DirectoryChange"/> whenever it changes, until <see
/// cref="LeaveDirectory"/>.
/// </summary>
internal sealed record WatchDirectory
{
    public static WatchDirectory Instance { get; } = new();
}

/// <summary>Command to a desk, and from there to the <c>floor</c> actor: nobody looks any more. Not answered.</summary>
internal sealed record LeaveDirectory
{
    public static LeaveDirectory Instance { get; } = new();
}

/// <summary>From the <c>floor</c> actor to those who look: it has forgotten them.</summary>
internal sealed record DirectoryLost
{
    public static DirectoryLost Instance { get; } = new();
}

/// <summary>Query to the <c>floor</c> actor: answered by <see cref="Contracts.DirectoryView"/>.</summary>
internal sealed record GetDirectory;
