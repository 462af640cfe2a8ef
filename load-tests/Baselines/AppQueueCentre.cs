using CrmUms.LoadTests.Phones;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Baselines;

/// <summary>Asterisk's own queue, no controller at all. An offer is the INVITE at an agent's phone.</summary>
internal sealed class AppQueueCentre(Instance asterisk, AgentPhones phones) : ICallCentre
{
    public string Name => "app_queue";

    public string Address => $"sip:{BaselineSettings.QueueNumber}@127.0.0.1:{Ports.BaselineSip}";

    public IEnumerable<(string Name, int Pid)> Processes => asterisk.Processes("asterisk");

    public Task WorkAsync(Action<string, TimeSpan> offered, TimeSpan talkFor)
    {
        phones.Plan = IncomingPlan.Answer() with { TalkFor = talkFor };
        phones.Rings = call => offered(AgentPhones.CallerOf(call), call.Times.InviteAt);
        return Task.CompletedTask;
    }
}
