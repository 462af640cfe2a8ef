using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using Microsoft.Extensions.Logging;

namespace CrmUms.Acd.Figures;

/// <summary>
/// Owns the figures of today: reads from the journal what had happened before the start, and counts what happens. At
/// midnight, where the centre lives, a new day begins.
/// </summary>
public sealed class FiguresActor : ReceiveActor, IWithStash, IWithTimers
{
    private const string MidnightTimer = "midnight";
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    private readonly IDayEvents _events;
    private readonly TimeZoneInfo _zone;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly IActorRef _ruler;
    private CentreRules? _rules; // Null until they are told.
    private DayFigures _figures;
    private long? _end; // Of the journal when we began to listen.

    public FiguresActor(IActorRef ruler, IDayEvents events, TimeZoneInfo zone, TimeProvider time, ILogger log)
    {
        _ruler = ruler;
        _events = events;
        _zone = zone;
        _time = time;
        _log = log;
        _figures = new DayFigures(Today);
        Reading();
    }

    public IStash Stash { get; set; } = null!;

    public ITimerScheduler Timers { get; set; } = null!;

    private DateOnly Today => DayFigures.DayOf(_time.GetUtcNow(), _zone);

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(IInteractionEvent));
        _ruler.Tell(new SubscribeToRules(RulesReader.Figures), Self);
    }

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);

    // Whoever starts anew after a failure asks for the end himself: what is under way then may count twice.
    protected override void PostRestart(Exception reason)
    {
        base.PostRestart(reason);
        Self.Tell(new TakeUpDay(), ActorRefs.NoSender);
    }

    private void Reading()
    {
        Receive<CentreRulesChanged>(OnRulesWhileReading);
        Receive<TakeUpDay>(_ => OnTakeUpDay());
        Receive<EndFound>(OnEndFound);
        Receive<DayRead>(OnDayRead);
        Receive<DayUnreadable>(OnDayUnreadable);
        Receive<ReadAgain>(_ => Read());
        ReceiveAny(_ => Stash.Stash());
    }

    private void Counting()
    {
        Receive<CentreRulesChanged>(changed => _rules = changed.Rules);
        Receive<GetFigures>(_ => Sender.Tell(_figures, Self));
        Receive<IInteractionEvent>(OnHappened);
        Receive<Midnight>(_ => OnMidnight());
        Receive<TakeUpDay>(_ => Sender.Tell(Started.Instance, Self));
    }

    private void OnTakeUpDay()
    {
        var asker = Sender;
        _events.FindEndAsync(CancellationToken.None).PipeTo(
            Self,
            success: end => new EndFound(end, asker),
            failure: error => new DayUnreadable(error, asker));
    }

    private void OnEndFound(EndFound found)
    {
        _end = found.End;
        found.Asker.Tell(Started.Instance, Self);
        Read();
    }

    private void OnRulesWhileReading(CentreRulesChanged changed)
    {
        var isFirst = _rules is null;
        _rules = changed.Rules;
        if (isFirst)
        {
            Read();
        }
    }

    // As soon as both are known: how far to read, and the thresholds of the queues.
    private void Read()
    {
        if (_rules is { } rules && _end is { } end)
        {
            ReadAsync(rules, _zone, DayFigures.MidnightOf(Today, _zone), end).PipeTo(
                Self,
                success: figures => new DayRead(figures),
                failure: error => new DayUnreadable(error, ActorRefs.Nobody));
        }
    }

    private async Task<DayFigures> ReadAsync(
        CentreRules rules, TimeZoneInfo zone, DateTimeOffset midnight, long end)
    {
        var figures = new DayFigures(DateOnly.MinValue);
        await foreach (var happened in _events.ReadAsync(midnight, end, CancellationToken.None))
        {
            figures = figures.On(DayFigures.DayOf(happened.At, zone))
                .After(happened, queue => ThresholdOf(rules, queue));
        }

        return figures;
    }

    private void OnDayRead(DayRead read)
    {
        _figures = read.Figures.On(Today);
        WaitForMidnight();
        Become(Counting);
        Stash.UnstashAll();
        Context.System.EventStream.Publish(new FiguresMoved(_figures, null, null));
    }

    // Without its past a day would be wrong until midnight: better late than wrong.
    private void OnDayUnreadable(DayUnreadable unreadable)
    {
        _log.DayUnreadable(unreadable.Cause);
        if (_end is null)
        {
            unreadable.Asker.Tell(new Status.Failure(unreadable.Cause), Self);
        }
        else
        {
            Timers.StartSingleTimer("read-again", ReadAgain.Instance, TryAgainAfter);
        }
    }

    private void OnHappened(IInteractionEvent happened)
    {
        var before = _figures;
        _figures = before.On(DayFigures.DayOf(happened.At, _zone))
            .After(happened, queue => ThresholdOf(_rules!, queue));
        if (!ReferenceEquals(before, _figures))
        {
            var isNewDay = before.Day != _figures.Day;
            Context.System.EventStream.Publish(new FiguresMoved(
                _figures,
                isNewDay ? null : _figures.Contacts.GetValueOrDefault(happened.Interaction)
                    ?? new Contact(happened.Interaction),
                before.Contacts.GetValueOrDefault(happened.Interaction)));
        }
    }

    private void OnMidnight()
    {
        _figures = _figures.On(Today);
        WaitForMidnight();
        Context.System.EventStream.Publish(new FiguresMoved(_figures, null, null));
    }

    private void WaitForMidnight()
    {
        var left = DayFigures.MidnightOf(_figures.Day.AddDays(1), _zone) - _time.GetUtcNow();
        Timers.StartSingleTimer(
            MidnightTimer, Midnight.Instance, left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
    }

    private static TimeSpan ThresholdOf(CentreRules rules, QueueId queue) => TimeSpan.FromSeconds(
        rules.FindEver<QueueRule>(queue.Value)?.AnswerWithinSeconds ?? QueueRule.AnswerWithinSecondsDefault);

    private sealed record EndFound(long End, IActorRef Asker);

    private sealed record DayRead(DayFigures Figures);

    private sealed record DayUnreadable(Exception Cause, IActorRef Asker);

    private sealed record ReadAgain
    {
        public static ReadAgain Instance { get; } = new();
    }

    private sealed record Midnight
    {
        public static Midnight Instance { get; } = new();
    }
}
