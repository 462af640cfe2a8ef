namespace CrmUms.Acd.Ivr.Running;

/// <summary>
/// A leg that the flow has dialled: it rings, it is talked on, it ends. What transfer and assistant have in common.
/// </summary>
internal static class DialledLeg
{
    public static string Start(FlowVisit visit, TimeSpan ringFor)
    {
        var request = visit.Await(ringFor + FlowLimits.ReplyMax);
        visit.Note(new FlowNote.DialStarted(request));
        return request;
    }

    public static void Answer(FlowVisit visit, string request, TimeSpan talkMax)
    {
        visit.Stage = FlowProgress.Talking;
        visit.Note(new FlowNote.DialAnswered(request));
        visit.StartTimer(talkMax);
    }

    /// <summary>Neither its answer nor its end was reported in time, or the talk is over its limit.</summary>
    public static FlowDialEnding GiveUp(FlowVisit visit)
    {
        var ending = visit.Stage == FlowProgress.Talking ? FlowDialEnding.HungUp : FlowDialEnding.NoAnswer;
        HangUp(visit);
        visit.Note(new FlowNote.DialEnded(ending));
        return ending;
    }

    public static void HangUp(FlowVisit visit)
    {
        if (visit.Progress.Awaited is { } request)
        {
            visit.Do(new FlowEffect.HangUpDialled(request));
        }
    }

    /// <summary>
    /// After a gap: the ending when the leg is gone, null when it stands and is waited for further. A leg that never
    /// answered is dialled anew by whoever asks; that is <see cref="FlowDialEnding.Failed"/>.
    /// </summary>
    public static FlowDialEnding? Resume(
        FlowVisit visit, FlowProgress before, FlowDial dial, TimeSpan ringFor, TimeSpan talkMax)
    {
        if (dial == FlowDial.Gone || before.Awaited is not { } request)
        {
            return before.Stage == FlowProgress.Talking ? FlowDialEnding.HungUp : FlowDialEnding.Failed;
        }

        visit.Change(visit.Progress with { Awaited = request });
        if (dial == FlowDial.Answered)
        {
            Answer(visit, request, talkMax);
        }
        else
        {
            visit.Note(new FlowNote.DialStarted(request));
            visit.StartTimer(ringFor + FlowLimits.ReplyMax);
        }

        return null;
    }
}
