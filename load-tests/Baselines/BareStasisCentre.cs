using System.Text.Json;
using CrmUms.LoadTests.Phones;
using CrmUms.LoadTests.Running;
using CrmUms.SipPhone;

namespace CrmUms.LoadTests.Baselines;

/// <summary>
/// The least that a controller must do: answer, play music, call an agent's phone, bridge, hang up. It keeps nothing,
/// checks nothing and waits for no reply, so nothing built on ARI can be quicker. An offer is the INVITE at the phone.
/// </summary>
internal sealed class BareStasisCentre : ICallCentre, IAsyncDisposable
{
    private readonly Instance _asterisk;
    private readonly AgentPhones _phones;
    private readonly AriSocket _ari = new();
    private readonly Lock _gate = new();
    private readonly Queue<string> _free;
    private readonly Queue<(string Channel, string Number)> _waiting = new();
    private readonly Dictionary<string, string> _agentOf = [];
    private TimeSpan _talkFor;

    private BareStasisCentre(Instance asterisk, AgentPhones phones, int agents)
    {
        (_asterisk, _phones) = (asterisk, phones);
        _free = new Queue<string>(Enumerable.Range(1, agents).Select(BaselineSettings.PhoneOf));
        _ari.Heard = OnEvent;
    }

    public string Name => "bare Stasis";

    public string Address => $"sip:{BaselineSettings.StasisNumber}@127.0.0.1:{Ports.BaselineSip}";

    public IEnumerable<(string Name, int Pid)> Processes => _asterisk.Processes("asterisk");

    public static async Task<BareStasisCentre> OpenAsync(Instance asterisk, AgentPhones phones, int agents)
    {
        var centre = new BareStasisCentre(asterisk, phones, agents);
        await centre._ari.ConnectAsync(Ports.BaselineAri, BaselineSettings.StasisApp, asterisk.Secret);
        return centre;
    }

    public Task WorkAsync(Action<string, TimeSpan> offered, TimeSpan talkFor)
    {
        _talkFor = talkFor;
        _phones.Plan = IncomingPlan.Answer();
        _phones.Rings = call => offered(AgentPhones.CallerOf(call), call.Times.InviteAt);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _ari.DisposeAsync();

    private void OnEvent(string type, JsonElement @event)
    {
        lock (_gate)
        {
            switch (type)
            {
                case "StasisStart" when @event.GetProperty("args")[0].GetString() == "caller":
                    OnCaller(@event.GetProperty("channel"));
                    break;
                case "StasisStart":
                    OnAgentAnswered(@event.GetProperty("args")[1].GetString()!);
                    break;
                case "StasisEnd":
                    OnEnded(@event.GetProperty("channel").GetProperty("id").GetString()!);
                    break;
                default:
                    break; // Everything else goes its way.
            }
        }
    }

    private void OnCaller(JsonElement channel)
    {
        var id = channel.GetProperty("id").GetString()!;
        _ari.Send("POST", $"channels/{id}/answer");
        _ari.Send("POST", $"channels/{id}/moh?mohClass=default");
        _waiting.Enqueue((id, channel.GetProperty("caller").GetProperty("number").GetString()!));
        CallAgents();
    }

    private void CallAgents()
    {
        while (_waiting.Count > 0 && _free.TryDequeue(out var agent))
        {
            var (caller, number) = _waiting.Dequeue();
            _agentOf[caller] = agent;
            _ari.Send(
                "POST",
                $"channels?endpoint=PJSIP/{agent}&app={BaselineSettings.StasisApp}&appArgs=agent,{caller}"
                + $"&callerId={Uri.EscapeDataString(number)}&channelId={AgentLeg(caller)}");
        }
    }

    private void OnAgentAnswered(string caller)
    {
        _ari.Send("POST", $"bridges/{Bridge(caller)}?type=mixing");
        _ari.Send("DELETE", $"channels/{caller}/moh");
        _ari.Send("POST", $"bridges/{Bridge(caller)}/addChannel?channel={caller},{AgentLeg(caller)}");
        _ = HangUpLaterAsync(caller);
    }

    private async Task HangUpLaterAsync(string caller)
    {
        await Task.Delay(_talkFor);
        _ari.Send("DELETE", $"channels/{caller}");
        _ari.Send("DELETE", $"channels/{AgentLeg(caller)}");
        _ari.Send("DELETE", $"bridges/{Bridge(caller)}");
    }

    private void OnEnded(string channel)
    {
        if (_agentOf.Remove(channel, out var agent))
        {
            _ari.Send("DELETE", $"channels/{AgentLeg(channel)}");
            _free.Enqueue(agent);
            CallAgents();
        }
    }

    private static string AgentLeg(string caller) => $"agent-{caller}";

    private static string Bridge(string caller) => $"bridge-{caller}";
}
