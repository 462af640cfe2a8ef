using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Sip;

namespace CrmUms.LoadTests.Phones;

/// <summary>The phones of all agents: one address, told apart by the user part. They answer by themselves.</summary>
internal sealed class AgentPhones : IAsyncDisposable
{
    public AgentPhones()
    {
        Phone = new Phone(new PhoneOptions
        {
            SipPort = Ports.AgentsSip,
            RtpPortMin = Ports.PhonesRtpMin,
            RtpPortMax = Ports.PhonesRtpMin + 699,
            Plan = _ => Plan,
        });
        Phone.Incoming += call => Rings(call);
    }

    public Phone Phone { get; }

    /// <summary>What they do with the next call.</summary>
    public IncomingPlan Plan { get; set; } = IncomingPlan.Answer();

    /// <summary>Told of every call, in the signalling loop: must be quick.</summary>
    public Action<PhoneCall> Rings { get; set; } = static _ => { };

    /// <summary>Whose call it is, as the agent's phone shows it.</summary>
    public static string CallerOf(PhoneCall call) => HeaderText.User(HeaderText.Uri(call.Invite["From"] ?? ""));

    public ValueTask DisposeAsync() => Phone.DisposeAsync();
}
