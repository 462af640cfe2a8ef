using CrmUms.LoadTests.Measuring;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Walks;

/// <summary>One caller who walks the flow to its end, as people do: he hears a prompt and presses a key.</summary>
/// <param name="callers">The telephone.</param>
/// <param name="number">His own.</param>
/// <param name="wantsAgent">Whether he chooses the queue; otherwise he is told good-bye.</param>
internal sealed class Walker(Phone callers, string number, bool wantsAgent)
{
    private const double HeardDbfs = -30;

    private static readonly TimeSpan StepMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ServedMax = TimeSpan.FromSeconds(30);

    // The shortest in which a tone can be told: what is measured is late by as much.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(20);

    private readonly List<TimeSpan> _turns = [];

    /// <summary>From the end of a key to the prompt that follows it.</summary>
    public IReadOnlyList<TimeSpan> Turns => _turns;

    /// <returns>Why it failed; null when it went as it should.</returns>
    public async Task<string?> WalkAsync()
    {
        var call = await callers.CallAsync($"sip:{BenchFlow.Number}@{Running.Ports.Product}", number);
        try
        {
            await call.WaitForAnswerAsync(StepMax);
            await HearsAsync(call, BenchFlow.WelcomeHertz);
            await HearsAsync(call, BenchFlow.MenuHertz);
            await TurnAsync(call, "1", BenchFlow.ContractHertz);
            await call.Media.SendDigitsAsync("427#");
            await HearsAsync(call, BenchFlow.NextHertz); // Behind the number, which is said to him.
            await LeaveAsync(call);
            var ending = await call.WaitForEndAsync(ServedMax);
            return ending.Kind == CallEndingKind.PeerHungUp ? null : ending.ToString();
        }
        catch (Exception error) when (error is TimeoutException or CallEndedException)
        {
            await call.HangUpAsync();
            return error.Message;
        }
    }

    private Task LeaveAsync(PhoneCall call) => wantsAgent
        ? call.Media.SendDigitsAsync("1")
        : TurnAsync(call, "2", BenchFlow.GoodbyeHertz);

    private async Task TurnAsync(PhoneCall call, string key, int hertz)
    {
        await call.Media.SendDigitsAsync(key);
        var pressedAt = Machine.Now;
        _turns.Add(await HearsAsync(call, hertz) - pressedAt);
    }

    /// <returns>The moment.</returns>
    private static async Task<TimeSpan> HearsAsync(PhoneCall call, int hertz)
    {
        var heardAt = TimeSpan.Zero;
        await call.Media.WaitUntilAsync(
            () => call.Media.ToneLevel(hertz, Window) >= HeardDbfs && (heardAt = Machine.Now) > TimeSpan.Zero,
            StepMax,
            () => $"the prompt of {hertz} Hz");
        return heardAt;
    }
}
