using CrmUms.Acd.Queues;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;
using CrmUms.Acd.Tests.Stories;

namespace CrmUms.Acd.Tests.Queues;

public sealed class QueueActorTests : Actors.TestKit.TestKit
{
    [Fact]
    public void A_caller_knows_that_he_waits_before_an_agent_can_be_chosen_for_him()
    {
        // One actor plays the router and the caller, so that it sees which of the two hears first.
        var (support, both) = (new QueueId("support"), TestActor);
        var queue = Sys.ActorOf(Props.Create(() => new QueueActor(support, both, TimeProvider.System)));
        queue.Tell(new ConfigureQueue(AcdWorld.Queue("support", "1000", greeting: "")), TestActor);
        ExpectMsg<QueueReply>();

        queue.Tell(new EnqueueCaller(new InteractionId(Guid.CreateVersion7()), Since: null), TestActor);

        ExpectMsg<EnqueueOutcome.Waits>();
        ExpectMsg<CallerWaiting>();
    }
}
