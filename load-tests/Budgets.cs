namespace CrmUms.LoadTests;

/// <summary>The numbers we promise, in milliseconds; on which machine they were set stands in README.md.</summary>
internal static class Budgets
{
    /// <summary>Caller's INVITE to the offer in the page: how much later than app_queue, p50, 10 calls/s.</summary>
    public const double BehindAppQueueP50 = 10;

    /// <summary>The same, absolutely, at p99 and 10 calls/s.</summary>
    public const double OfferP99 = 100;

    /// <summary>An agent becomes ready and a caller waits: the offer in his page, p99.</summary>
    public const double ReadyP99 = 100;

    /// <summary>Click on "answer" until both hear each other, p99.</summary>
    public const double AnswerP99 = 150;

    /// <summary>Offers slower than this at p99: the rate is not sustained.</summary>
    public const double SustainedOfferP99 = 500;

    /// <summary>A key ends in a flow until its next prompt is heard, p99, 50 callers at once.</summary>
    public const double KeyToPromptP99 = 250;

    /// <summary>A supervisor changes between listening, whispering and barging, until it is audible, p99.</summary>
    public const double SupervisionP99 = 300;

    /// <summary>How old what a supervisor sees of an agent may be, p99, 500 agents changing every second.</summary>
    public const double FloorAgeP99 = 1_000;

    /// <summary>Sustained calls per second, as a share of those of a bare Stasis controller.</summary>
    public const double SustainedShareMin = 0.8;
}
