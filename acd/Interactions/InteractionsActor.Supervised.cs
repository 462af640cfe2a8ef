using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

// What supervisors ask of callers who wait.
public sealed partial class InteractionsActor
{
    private static readonly TimeSpan ViewWithin = TimeSpan.FromSeconds(2);

    private void ReceiveSupervisor()
    {
        Receive<GivePriority>(give => Ask(give.Interaction, give, new PriorityReply(IsGiven: false)));
        Receive<TakeOutCaller>(take => Ask(take.Interaction, take, new TakeOutReply(IsTaken: false)));
        Receive<AssignCaller>(
            assign => Ask(assign.Interaction, assign, new AssignReply(AssignRefusal.NotWaiting)));
        Receive<HandCallerBack>(back => Ask(back.Interaction, back, new HandBackReply(IsTaken: false)));
        Receive<GetCallViews>(OnGetCallViews);
    }

    private void Ask(InteractionId interaction, object question, object whenClosed)
    {
        if (_open.TryGetValue(interaction, out var actor))
        {
            actor.Forward(question);
        }
        else
        {
            Sender.Tell(whenClosed, Self);
        }
    }

    private void OnGetCallViews(GetCallViews query) =>
        Task.WhenAll(
                from interaction in query.Interactions
                where _open.ContainsKey(interaction)
                select _open[interaction].Ask<OneCallView>(new GetCallView(), ViewWithin))
            .PipeTo(Sender, Self, views => new CallViews([.. views.Select(view => view.Call).OfType<CallView>()]));
}
