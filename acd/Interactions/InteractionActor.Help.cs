using CrmUms.Acd.Agents;

namespace CrmUms.Acd.Interactions;

// What an agent says of his talk that changes nothing in it: that he needs help, and how well it is heard.
public sealed partial class InteractionActor
{
    private const int ReasonMax = 200;

    private static readonly TimeSpan QualityKeptFor = TimeSpan.FromMinutes(1);

    private void ReceiveHelp()
    {
        Command<AskHelp>(OnAskHelp);
        Command<WithdrawHelp>(OnWithdrawHelp);
        Command<KeepTalkQuality>(OnKeepTalkQuality);
    }

    private void OnAskHelp(AskHelp ask)
    {
        var refusal = ask.Reason?.Trim() is not { Length: > 0 and <= ReasonMax } ? AgentRefusal.BadInput
            : !IsInHandOf(ask.Agent) ? AgentRefusal.NotYours
            : !HasAgentInTalk || State.Voicemail is not null || State.Help is not null ? AgentRefusal.WrongState
            : (AgentRefusal?)null;
        if (refusal is { } why)
        {
            Reply(Sender, why);
            return;
        }

        var asker = Sender;
        Keep(new HelpAsked(_id, ask.Agent, ask.Reason!.Trim(), _services.Now), () =>
        {
            Reply(asker);
            InformAgent();
        });
    }

    private void OnWithdrawHelp(WithdrawHelp withdraw)
    {
        if (State.Help?.Agent != withdraw.Agent)
        {
            Reply(Sender, AgentRefusal.WrongState);
            return;
        }

        var asker = Sender;
        Keep(new HelpWithdrawn(_id, withdraw.Agent, _services.Now), () =>
        {
            Reply(asker);
            InformAgent();
        });
    }

    // He may be out of it already: it was measured until then.
    private void OnKeepTalkQuality(KeepTalkQuality keep)
    {
        if (WhyNotKept(keep) is { } why)
        {
            Reply(Sender, why);
            StopWhenClosed();
            return;
        }

        var asker = Sender;
        Keep(new TalkQualityMeasured(_id, keep.Agent, keep.Quality, _services.Now), () =>
        {
            Reply(asker);
            StopWhenClosed();
        });
    }

    // Where no wrap-up follows the page tells it when the interaction is closed: a little later, and no more.
    private AgentRefusal? WhyNotKept(KeepTalkQuality keep)
    {
        var isHis = _state is { } state && (
            state.Agent == keep.Agent
            || state.PartyOf(keep.Agent) is not null
            || state.Former.ContainsKey(keep.Agent));
        return !keep.Quality.IsPossible ? AgentRefusal.BadInput
            : !isHis ? AgentRefusal.NotYours
            : !InteractionLifecycle.Allows(State.Stage, typeof(TalkQualityMeasured)) ? AgentRefusal.WrongState
            : State.Stage == InteractionStage.Closed && _services.Now - State.EndedAt > QualityKeptFor
                ? AgentRefusal.WrongState
            : null;
    }

    /// <summary>
    /// Null: nobody asks. Whoever has come for it is named, even where listeners are not shown; who listened unseen
    /// before is not.
    /// </summary>
    private HelpView? HelpOf(InteractionState state) => state.Help is not { } help
        ? null
        : new HelpView(
            help.Reason,
            help.At,
            _supervisors.Values
                .Where(one => one.Standing is not null && (one.IsSeen || one.AskedAt >= help.At))
                .Select(one => one.Name)
                .FirstOrDefault());
}
