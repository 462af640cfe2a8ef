using CrmUms.AgentWeb.Cti;
using DeadLetter = CrmUms.Storage.Cti.DeadLetter; // Actors have some too.

namespace CrmUms.AgentWeb.Tests.Cti;

/// <summary>What is said of dead letters that were sent again, or had no place.</summary>
public sealed class DeadLetterNewsTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Guid _hook = Guid.NewGuid();
    private readonly DeadLetterNews _news;

    public DeadLetterNewsTests() => _news = new DeadLetterNews(_clock);

    [Fact]
    public void Of_each_event_the_last_outcome_is_said_with_its_time_the_newest_first()
    {
        _news.SentAgain(_hook, Letter(1), "HTTP 503");
        _news.SentAgain(_hook, Letter(2), "HTTP 500");
        _clock.Advance(TimeSpan.FromMinutes(1));
        _news.SentAgain(_hook, Letter(1), null);

        _news.Of(_hook).Outcomes.Select(sent => (sent.Letter.Sequence, sent.Failure, sent.At)).ShouldBe(
        [
            (1, null, _clock.GetUtcNow()),
            (2, "HTTP 500", _clock.GetUtcNow() - TimeSpan.FromMinutes(1)),
        ]);
        _news.Of(Guid.NewGuid()).Outcomes.ShouldBeEmpty();
    }

    [Fact]
    public void No_more_than_the_last_hundred_outcomes_are_held()
    {
        for (var sequence = 1; sequence <= 150; sequence++)
        {
            _news.SentAgain(_hook, Letter(sequence), null);
        }

        var outcomes = _news.Of(_hook).Outcomes;
        (outcomes.Count, outcomes[0].Letter.Sequence, outcomes[^1].Letter.Sequence).ShouldBe((100, 150, 51));
    }

    [Fact]
    public void Those_without_a_place_are_counted()
    {
        _news.HadNoPlace(_hook, 3);
        _news.HadNoPlace(_hook, 1);

        (_news.Of(_hook).WithoutPlace, _news.Of(_hook).LastWithoutPlaceAt).ShouldBe((4, _clock.GetUtcNow()));
    }

    private static DeadLetter Letter(long sequence) => new() { Sequence = sequence };
}
