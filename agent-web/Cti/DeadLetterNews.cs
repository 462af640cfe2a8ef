using System.Collections.Concurrent;
using HookLetter = CrmUms.Storage.Cti.DeadLetter; // Actors have dead letters too.

namespace CrmUms.AgentWeb.Cti;

/// <summary>
/// What came of the last redeliveries, and how many dead letters had no place, since this server started. Of help to
/// whoever looks on; what is still to be delivered lies in the database.
/// </summary>
internal sealed class DeadLetterNews(TimeProvider time)
{
    private const int OutcomesMax = 100; // Of each web hook.

    private static readonly DeadLetterTale Nothing = new([], 0, null);

    private readonly ConcurrentDictionary<Guid, DeadLetterTale> _tales = [];

    public DeadLetterTale Of(Guid hook) => _tales.GetValueOrDefault(hook, Nothing);

    /// <param name="hook">Which.</param>
    /// <param name="letter">What was sent again.</param>
    /// <param name="failure">Why it was not taken; null: it was.</param>
    public void SentAgain(Guid hook, HookLetter letter, string? failure) => Tell(hook, tale => tale with
    {
        Outcomes =
        [
            new Redelivery(letter, failure, time.GetUtcNow()),
            .. tale.Outcomes.Where(former => former.Letter.Sequence != letter.Sequence).Take(OutcomesMax - 1),
        ],
    });

    public void HadNoPlace(Guid hook, int count) => Tell(hook, tale => tale with
    {
        WithoutPlace = tale.WithoutPlace + count, LastWithoutPlaceAt = time.GetUtcNow(),
    });

    private void Tell(Guid hook, Func<DeadLetterTale, DeadLetterTale> change) =>
        _tales.AddOrUpdate(hook, _ => change(Nothing), (_, tale) => change(tale));
}

/// <param name="Outcomes">Of each event the last, the newest first.</param>
/// <param name="WithoutPlace">How many were forgotten because there were too many.</param>
/// <param name="LastWithoutPlaceAt">When the last of these was; null: none was.</param>
internal sealed record DeadLetterTale(
    IReadOnlyList<Redelivery> Outcomes, int WithoutPlace, DateTimeOffset? LastWithoutPlaceAt);

/// <param name="Letter">What was sent again.</param>
/// <param name="Failure">Why it was not taken; null: it was.</param>
/// <param name="At">When.</param>
internal sealed record Redelivery(HookLetter Letter, string? Failure, DateTimeOffset At);
