namespace CrmUms.Actors.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(10);

    /// <summary>Tries again until the assertion holds, within the bound; then lets it fail for good.</summary>
    public void AwaitAssert(Action assertion, TimeSpan? duration = null, TimeSpan? interval = null)
    {
        Exception? last = null;
        var held = Poll(
            () =>
            {
                try
                {
                    assertion();
                    return true;
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    last = failure;
                    return false;
                }
            },
            duration,
            interval);
        if (!held)
        {
            throw new TestKitException($"It did not come true in time: {last?.Message}", last);
        }
    }

    public void AwaitCondition(Func<bool> conditionIsFulfilled) =>
        AwaitCondition(conditionIsFulfilled, max: null);

    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max) =>
        AwaitCondition(conditionIsFulfilled, max, message: "The condition was not met in time.");

    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, string message) =>
        _assertions.AssertTrue(
            Poll(conditionIsFulfilled, max, interval: null), message);

    private bool Poll(Func<bool> isMet, TimeSpan? max, TimeSpan? interval)
    {
        using var pause = new ManualResetEventSlim();
        var until = Environment.TickCount64 + (long)(max ?? TestKitSettings.SingleExpectDefault).TotalMilliseconds;
        while (!isMet())
        {
            if (Environment.TickCount64 >= until)
            {
                return false;
            }

            pause.Wait(interval ?? PollEvery);
        }

        return true;
    }
}
