namespace CrmUms.Acd.Ivr.Running;

/// <summary>Plays something and goes on: what play and say have in common.</summary>
internal static class Player
{
    public static FlowMove Play(FlowVisit visit, IReadOnlyList<string> prompts, bool bargeIn)
    {
        if (!bargeIn)
        {
            visit.DropKeys();
        }

        // Whoever has pressed a key already does not want to hear it.
        return visit.HasKeys || !visit.Play(prompts) ? FlowMove.Exit("done") : FlowMove.Stay;
    }

    public static FlowMove On(FlowVisit visit, FlowEvent happening, bool bargeIn)
    {
        switch (happening)
        {
            case FlowEvent.PromptFinished:
                return FlowMove.Exit("done");
            case FlowEvent.DigitPressed when bargeIn:
                visit.StopPlay();
                return FlowMove.Exit("done");
            case FlowEvent.DigitPressed:
                visit.DropKeys();
                return FlowMove.Stay;
            default:
                return FlowMove.Stay;
        }
    }
}
