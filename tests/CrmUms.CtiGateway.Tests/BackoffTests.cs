using FsCheck;
using FsCheck.Fluent;

namespace CrmUms.CtiGateway.Tests;

public sealed class BackoffTests
{
    private static readonly TimeSpan Min = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(2);

    [Fact]
    public void The_pause_grows_to_its_bound_and_no_further() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            ArbMap.Default.ArbFor<byte>(),
            (attempts, chance) =>
            {
                var pause = Backoff.PauseAfter(attempts, Min, Max, chance / 255.0);
                return pause >= Min / 2 && pause <= Max;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_attempt_doubles_it()
    {
        Backoff.PauseAfter(1, Min, Max, chance: 1).ShouldBe(TimeSpan.FromMilliseconds(100));
        Backoff.PauseAfter(3, Min, Max, chance: 1).ShouldBe(TimeSpan.FromMilliseconds(400));
        Backoff.PauseAfter(Backoff.AttemptsForLongest, Min, Max, chance: 1).ShouldBe(Max);
    }
}
