namespace CrmUms.Storage.Identity;

/// <summary>How many wrong passwords lock a login, and for how long.</summary>
internal static class LockOut
{
    /// <summary>Every fifth wrong password in a row locks the login …</summary>
    public const int LockEvery = 5;

    /// <summary>… and the twentieth keeps it locked.</summary>
    public const int LockForeverAt = 20;

    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(5);

    /// <summary>Tries for logins that nobody has are forgotten after this: they are somebody's guesses.</summary>
    public static readonly TimeSpan ForgetStrangersAfter = TimeSpan.FromDays(1);
}
