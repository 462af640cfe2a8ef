using System.Collections.Concurrent;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Somebody whom the centre calls: a client behind the carrier, or an assistant at an address.</summary>
internal sealed class Callee : IAsyncDisposable
{
    private readonly Phone _phone;
    private readonly string _folder;

    /// <param name="port">Of his telephone; 0 takes a free one.</param>
    /// <param name="folder">Where it is kept what he hears.</param>
    /// <param name="ways">How he treats one call after the other; a further call finds nobody.</param>
    public Callee(int port, string folder, IEnumerable<IncomingPlan> ways)
    {
        var (rtp, left) = (Instance.Ports.PhoneRtp, new ConcurrentQueue<IncomingPlan>(ways));
        _folder = folder;
        _phone = new Phone(new PhoneOptions
        {
            SipPort = port,
            RtpPortMin = rtp.Min,
            RtpPortMax = rtp.Max,
            Plan = _ => left.TryDequeue(out var way) ? way : IncomingPlan.Refuse(603),
        });
    }

    /// <summary>Where a flow finds him.</summary>
    public string SipAddress => $"sip:assistant@{_phone.Address}";

    /// <summary>Picks up after half a second, and says this tone.</summary>
    public static IncomingPlan PicksUp(int hertz = Tones.Customer) =>
        IncomingPlan.Answer(0.5.Seconds()) with { Sound = Sound.Tone(hertz) };

    /// <summary>The telephone rings; he has picked up, refused, or lets it ring.</summary>
    public async Task<Caller> IsCalled(double seconds = 10) =>
        new(_phone, await _phone.WaitForCallAsync(seconds.Seconds()), _folder);

    public async ValueTask DisposeAsync()
    {
        await _phone.DisposeAsync();
        _phone.Fault.ShouldBeNull();
    }
}
