namespace CrmUms.SipPhone.Tests;

internal static class Waiting
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static Task InTime(this Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
