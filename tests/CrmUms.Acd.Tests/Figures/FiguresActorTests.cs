using System.Runtime.CompilerServices;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Acd.Tests.Figures;

/// <summary>The day is taken up where the journal left it; at midnight of the centre another begins.</summary>
public sealed class FiguresActorTests : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10); // Of the machine, never of the story.
    private static readonly TimeZoneInfo Tashkent = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tashkent");
    private static readonly QueueId Support = new("support");

    private readonly ManualTimeProvider _clock = new();
    private readonly ActorSystem _system;
    private readonly IActorRef _rules;
    private readonly Journalled _events = new();

    public FiguresActorTests()
    {
        _system = TestSystem.Create(new ActorSystemOptions { TimeProvider = _clock });
        var clock = _clock;
        _rules = _system.ActorOf(Props.Create(() => new RulesActor(clock)));
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public async Task What_was_journalled_before_the_start_counts_and_what_comes_meanwhile_counts_after_it()
    {
        _events.Add(Queued(new InteractionId(Guid.NewGuid())));
        var figures = await StartAsync();
        Publish(Queued(new InteractionId(Guid.NewGuid())));

        _events.Open();

        (await DayAsync(figures)).Of(Support).Offered.ShouldBe(2);
    }

    [Fact]
    public async Task The_day_ends_at_midnight_where_the_centre_lives()
    {
        _events.Open();
        var figures = await StartAsync();
        var call = new InteractionId(Guid.NewGuid());
        Publish(Queued(call));
        Publish([new InteractionEnded(call, InteractionEnding.Abandoned, Now), new InteractionClosed(call, Now)]);
        var before = await DayAsync(figures);
        before.Of(Support).Abandoned.ShouldBe(1);

        var local = TimeZoneInfo.ConvertTime(Now, Tashkent);
        _clock.Advance(TimeSpan.FromDays(1) - local.TimeOfDay);

        var after = await DayAsync(figures);
        (after.Day, after.Of(Support).Abandoned).ShouldBe((before.Day.AddDays(1), 0));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_read_again()
    {
        _events.Open();
        _events.FailOnce();
        _events.Add(Queued(new InteractionId(Guid.NewGuid())));
        var figures = await StartAsync();
        var day = DayAsync(figures);
        TestSystem.WaitUntilIdle(_system);
        _events.HasFailed.ShouldBeTrue();

        _clock.Advance(TimeSpan.FromSeconds(5));

        (await day).Of(Support).Offered.ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        _events.Open();
        await _system.Terminate();
    }

    private async Task<IActorRef> StartAsync()
    {
        var (rules, events, clock) = (_rules, _events, _clock);
        var figures = _system.ActorOf(Props.Create(() => new FiguresActor(
            rules, events, Tashkent, clock, NullLogger.Instance)));
        await figures.Ask<Started>(new TakeUpDay(), Soon, TestContext.Current.CancellationToken)
            .WaitAsync(Soon, TestContext.Current.CancellationToken);
        return figures;
    }

    private static Task<DayFigures> DayAsync(IActorRef figures) =>
        figures.Ask<DayFigures>(new GetFigures(), Soon, TestContext.Current.CancellationToken);

    private IInteractionEvent[] Queued(InteractionId call) =>
    [
        new InteractionArrived(call, new LegId("leg"), "1000", CallerNumber.Anonymous, "", Now),
        new InteractionQueued(call, Support, Now),
    ];

    private void Publish(IEnumerable<IInteractionEvent> events)
    {
        foreach (var happened in events)
        {
            _system.EventStream.Publish(happened);
        }
    }

    private sealed class Journalled : IDayEvents
    {
        private readonly List<IInteractionEvent> _all = [];
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _fails;

        public bool HasFailed { get; private set; }

        public void Add(IEnumerable<IInteractionEvent> events) => _all.AddRange(events);

        public void Open() => _open.TrySetResult();

        public void FailOnce() => _fails = true;

        public Task<long> FindEndAsync(CancellationToken cancellation) => Task.FromResult((long)_all.Count);

        public async IAsyncEnumerable<IInteractionEvent> ReadAsync(
            DateTimeOffset since, long end, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await _open.Task;
            if (_fails)
            {
                _fails = false;
                HasFailed = true;
                throw new InvalidOperationException("The database is away.");
            }

            foreach (var happened in _all)
            {
                yield return happened;
            }
        }
    }
}
