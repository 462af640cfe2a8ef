using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Tests;

/// <summary>Two phones on the loopback interface; a test that ends well has found no defect in either.</summary>
internal sealed class PhonePair : IAsyncDisposable
{
    public PhonePair(IncomingPlan plan, PhoneOptions? caller = null, PhoneOptions? callee = null)
        : this(_ => plan, caller, callee)
    {
    }

    public PhonePair(Func<SipRequest, IncomingPlan> plan, PhoneOptions? caller = null, PhoneOptions? callee = null)
    {
        Caller = new Phone((caller ?? new PhoneOptions()) with { RtpPortMin = 30_000, RtpPortMax = 30_999 });
        Callee = new Phone((callee ?? new PhoneOptions()) with { Plan = plan, RtpPortMin = 31_000 });
    }

    public Phone Caller { get; }

    public Phone Callee { get; }

    public string CalleeUri => $"sip:100@{Callee.Address}";

    public Task<PhoneCall> CallAsync(CallOptions? options = null, string from = "+998901234567", string? name = null) =>
        Caller.CallAsync(CalleeUri, from, name, options);

    /// <summary>Both ends of a call that was answered.</summary>
    public async Task<(PhoneCall Call, PhoneCall Called)> TalkAsync(CallOptions? options = null)
    {
        var limit = TimeSpan.FromSeconds(5);
        var call = await CallAsync(options);
        var called = await Callee.WaitForCallAsync(limit);
        await Task.WhenAll(call.WaitForAnswerAsync(limit), called.WaitForAnswerAsync(limit));
        return (call, called);
    }

    public async ValueTask DisposeAsync()
    {
        await Caller.DisposeAsync();
        await Callee.DisposeAsync();
        Caller.Fault.ShouldBeNull();
        Callee.Fault.ShouldBeNull();
    }
}
