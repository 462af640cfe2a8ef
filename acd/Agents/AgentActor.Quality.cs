namespace CrmUms.Acd.Agents;

// What his page measures, and why a ready agent is offered nobody all the same. He stays ready, is told why, and is
// offered callers again as soon as it is better.
public sealed partial class AgentActor
{
    private const double MillisecondsMax = 600_000;

    private bool _isMicrophoneSilent; // Both as the present page says; a new page measures anew.
    private bool _isNetworkBad;

    private void ReceiveQuality() => Command<ReportQuality>(OnReportQuality);

    private string? ObstacleWhileReady =>
        !_microphoneWorks ? AgentObstacles.NoMicrophone
        : !_compared || !_pageConnected || _audio != AudioStatus.Open ? AgentObstacles.NotThere
        : _isMicrophoneSilent ? AgentObstacles.MicrophoneSilent
        : _isNetworkBad ? AgentObstacles.NetworkBad
        : _supervising is not null ? AgentObstacles.Supervising
        : _rule is { Capacity.Voice: 0 } ? AgentObstacles.NoCapacity
        : IsOverOccupancy ? AgentObstacles.OverOccupancy
        : null;

    private void OnReportQuality(ReportQuality report)
    {
        var (_, isSilent, isBad, loss, jitterMs, rttMs) = report;
        if (loss is < 0 or > 1 || jitterMs is < 0 or > MillisecondsMax || rttMs is < 0 or > MillisecondsMax)
        {
            Reply(AgentRefusal.BadInput);
        }
        else if (_state.Status == AgentStatus.SignedOut)
        {
            Reply(AgentRefusal.SignedOut);
        }
        else if (isSilent == _isMicrophoneSilent && isBad == _isNetworkBad)
        {
            Reply();
        }
        else if (_state.Status is AgentStatus.Ready or AgentStatus.NotReady)
        {
            Keep(
                new AgentQualityChanged(Id, isSilent, isBad, loss, jitterMs, rttMs, _services.Now),
                () =>
                {
                    (_isMicrophoneSilent, _isNetworkBad) = (isSilent, isBad);
                    Reply();
                }
            );
        }
        else
        {
            Reply(AgentRefusal.WrongState); // Nobody is taken out of a talk; the page says it again afterwards.
        }
    }
}
