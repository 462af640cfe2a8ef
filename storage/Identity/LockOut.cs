namespace CrmUms.Storage.Identity;

/// <summary>How many wrong passwords lock a login, and for how long.</summary>
internal static class LockOut
{
    /// <summary>Every fifth wrong password in a row locks the login …</summary>
    public const int LockEvery = 5;

    /// <summary>
    /// … from the twentieth on for longer. Never for good: whoever knows a login could shut its owner out.
    /// </summary>
    public const int LockLongAt = 20;

    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan LockLongFor = TimeSpan.FromHours(1);

    /// <summary>Tries for logins that nobody has are forgotten after this: they are somebody's guesses.</summary>
    public static readonly TimeSpan ForgetStrangersAfter = TimeSpan.FromDays(1);
}
