using Microsoft.Extensions.Options;

namespace CrmUms.AgentWeb.Operation;

/// <summary>Proves that the actor system still turns: a message to an actor comes back within a limit.</summary>
internal sealed class Heartbeat(ActorSystem system, IOptions<WebOptions> options)
{
    private readonly IActorRef _heart = system.ActorOf(Props.Create(() => new HeartActor()), "heartbeat");

    public async Task<bool> BeatsAsync(CancellationToken cancellation)
    {
        try
        {
            return await _heart.Ask<Beat>(new Beat(), options.Value.LivenessMax, cancellation) is not null;
        }
        catch (AskTimeoutException)
        {
            return false;
        }
    }

    private sealed record Beat;

    private sealed class HeartActor : ReceiveActor
    {
        public HeartActor() => Receive<Beat>(beat => Sender.Tell(beat));
    }
}
