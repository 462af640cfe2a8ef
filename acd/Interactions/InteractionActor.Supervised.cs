namespace CrmUms.Acd.Interactions;

// What supervisors see of those who wait, and do for them.
public sealed partial class InteractionActor
{
    private void ReceiveSupervisor()
    {
        Command<GetCallView>(_ => Sender.Tell(new OneCallView(_state?.Queue is null ? null : View()), Self));
        Command<GivePriority>(OnGivePriority);
    }

    private void OnGivePriority(GivePriority give)
    {
        var asker = Sender;
        if (_state is not { Stage: <= InteractionStage.Offered })
        {
            asker.Tell(new PriorityReply(IsGiven: false), Self);
            return;
        }

        Keep(new PriorityGiven(_id, give.Points, give.By, _services.Now), () =>
        {
            asker.Tell(new PriorityReply(IsGiven: true), Self);
            TellPriority();
        });
    }
}
