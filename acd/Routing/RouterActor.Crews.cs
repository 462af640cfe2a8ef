using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

// Tells the queues how many agents are here for each of them.
public sealed partial class RouterActor
{
    private const string CrewsTimer = "crews";

    // After a start agents announce themselves one after the other: nobody is nobody only when they have had time.
    private static readonly TimeSpan SureAfter = TimeSpan.FromSeconds(15);

    private readonly List<IActorRef> _crewWatchers = [];
    private int _crewsTold = -1;
    private bool _isSure;

    private void ReceiveCrews()
    {
        Command<WatchCrews>(_ =>
        {
            _crewWatchers.Remove(Sender); // It may have started anew.
            _crewWatchers.Add(Sender);
            TellCrews();
            if (!_isSure && !Timers.IsTimerActive(CrewsTimer))
            {
                Timers.StartSingleTimer(CrewsTimer, CrewsAreSure.Instance, SureAfter);
            }
        });
        Command<CrewsAreSure>(_ =>
        {
            _isSure = true;
            TellCrews();
        });
    }

    private void TellCrewsWhenChanged()
    {
        if (_crewsTold != _core.CrewsVersion)
        {
            TellCrews();
        }
    }

    private void TellCrews()
    {
        _crewsTold = _core.CrewsVersion;
        var crews = _core.SignedInByQueue().Where(crew => _isSure || crew.Value > 0);
        var news = new CrewsChanged(new Dictionary<QueueId, int>(crews));
        _crewWatchers.ForEach(watcher => watcher.Tell(news, Self));
    }

    private sealed record CrewsAreSure
    {
        public static CrewsAreSure Instance { get; } = new();
    }
}
