using CrmUms.Acd.Ivr.Saying;

namespace CrmUms.Acd.Ivr;

/// <summary>Pure: what a waiting caller is told of his place and of how long it may take, as prompts.</summary>
public static class QueueAnnouncement
{
    /// <summary>May he keep his place and hang up?</summary>
    public const string CallbackOffer = "say-callback-offer";

    /// <summary>He will be called back.</summary>
    public const string CallbackAgreed = "say-callback-agreed";

    private const int MinutesMax = 60;
    private const int HundredsMax = 999;

    /// <summary>What a caller hears of calls back.</summary>
    public static IReadOnlyList<string> OfCallback { get; } = [CallbackOffer, CallbackAgreed];

    /// <summary>Every prompt that such a queue may need.</summary>
    /// <param name="placesMax">How many may wait; zero: places are not told.</param>
    /// <param name="estimatedWait">Whether it is told how long it may take.</param>
    /// <param name="language">ru, uz or en.</param>
    public static IEnumerable<string> Vocabulary(int placesMax, bool estimatedWait, string language) =>
        Enumerable.Range(1, Math.Min(placesMax, HundredsMax))
            .SelectMany(place => Prompts(place, estimatedWait: null, language))
            .Concat(Enumerable.Range(0, estimatedWait ? MinutesMax + 2 : 0)
                .SelectMany(minutes => Prompts(position: null, TimeSpan.FromMinutes(minutes), language)))
            .Distinct();

    /// <param name="position">His place, 1 for the next; null: not told.</param>
    /// <param name="estimatedWait">How long it may take; null: not told.</param>
    /// <param name="language">ru, uz or en.</param>
    /// <returns>Empty when there is nothing to tell.</returns>
    public static IReadOnlyList<string> Prompts(int? position, TimeSpan? estimatedWait, string language)
    {
        var prompts = new List<string>();
        var speech = Sayings.Of(language);
        switch (position)
        {
            case 1:
                prompts.Add("say-next");
                break;
            case > 1:
                prompts.Add("say-position");
                prompts.AddRange(speech.Number(position.Value));
                break;
            default:
                break;
        }

        if (estimatedWait is { } wait && wait >= TimeSpan.Zero)
        {
            Wait(prompts, speech, wait);
        }

        return prompts;
    }

    // Rounded up: whoever is promised five minutes is glad about four.
    private static void Wait(List<string> prompts, Speech speech, TimeSpan wait)
    {
        var minutes = (long)Math.Ceiling(wait.TotalMinutes);
        if (wait < TimeSpan.FromMinutes(1))
        {
            prompts.Add("say-wait-short");
        }
        else if (minutes > MinutesMax)
        {
            prompts.Add("say-wait-long");
        }
        else
        {
            prompts.Add("say-wait");
            speech.Counted(prompts, minutes, "minute", Gender.Feminine);
        }
    }
}
