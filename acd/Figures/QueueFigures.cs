using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Figures;

/// <summary>
/// What one queue has done today. Counted are calls; who is to be called back, and messages, stand in the line and in
/// no share. <c>offered = answered + abandoned + left otherwise + calls that wait</c>, at any moment.
/// </summary>
public sealed record QueueFigures(QueueId Queue)
{
    /// <summary>Calls that came to the queue today, and those who stood in it at midnight.</summary>
    public int Offered { get; init; }

    /// <summary>Of these, those whom an agent talked with.</summary>
    public int Answered { get; init; }

    /// <summary>Of these, those who waited no longer than the threshold of the queue.</summary>
    public int AnsweredWithin { get; init; }

    /// <summary>Callers who hung up while they waited, or while an agent's page rang.</summary>
    public int Abandoned { get; init; }

    /// <summary>Of these, those who did so within the threshold.</summary>
    public int AbandonedWithin { get; init; }

    /// <summary>Sent elsewhere, turned away, taken out, or waiting to be called back.</summary>
    public int LeftOtherwise { get; init; }

    /// <summary>Who stands in the line now, call-backs and messages included.</summary>
    public int Waiting { get; init; }

    /// <summary>How long all who were answered had waited.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>What agents did with those who came through this queue.</summary>
    public HandlingFigures Handling { get; init; } = HandlingFigures.None;

    /// <summary>Of the answered, 0 to 1; null when nobody was.</summary>
    public double? ServiceLevel => Share(AnsweredWithin, Answered);

    /// <summary>Of the answered and those who gave up after the threshold, 0 to 1; null when there are none.</summary>
    public double? ServiceLevelOfAll => Share(AnsweredWithin, Answered + Abandoned - AbandonedWithin);

    public TimeSpan? AverageWait => Answered == 0 ? null : Wait / Answered;

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>What one agent has done today.</summary>
public sealed record AgentFigures(AgentId Agent)
{
    /// <summary>Talks begun.</summary>
    public int Contacts { get; init; }

    public HandlingFigures Handling { get; init; } = HandlingFigures.None;
}

/// <summary>Time in agents' hands. A contact is added as a whole, when its wrap-up is over.</summary>
public sealed record HandlingFigures(int Handled, TimeSpan Talk, TimeSpan Hold, TimeSpan WrapUp)
{
    public static HandlingFigures None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    public TimeSpan? AverageTalk => Average(Talk);

    public TimeSpan? AverageWrapUp => Average(WrapUp);

    public TimeSpan? AverageHandle => Average(Talk + Hold + WrapUp);

    public HandlingFigures With(TimeSpan talk, TimeSpan hold, TimeSpan wrapUp) =>
        new(Handled + 1, Talk + talk, Hold + hold, WrapUp + wrapUp);

    private TimeSpan? Average(TimeSpan whole) => Handled == 0 ? null : whole / Handled;
}
