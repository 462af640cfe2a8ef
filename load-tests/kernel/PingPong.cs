namespace CrmUms.KernelBenches;

/// <summary>Two actors that keep a number of messages in flight between them until each has seen its share.</summary>
internal sealed class PingPong : ReceiveActor
{
    private readonly CountdownEvent _done;
    private int _left;

    public PingPong(int messages, CountdownEvent done)
    {
        _left = messages;
        _done = done;
        Receive<Ball>(OnBall);
        Receive<Serve>(OnServe);
    }

    private void OnBall(Ball ball)
    {
        if (--_left > 0)
        {
            Sender.Tell(ball);
        }
        else if (_left == 0)
        {
            _done.Signal();
        }
    }

    private static void OnServe(Serve serve)
    {
        for (var index = 0; index < serve.InFlight; index++)
        {
            serve.To.Tell(Ball.Instance);
        }
    }

    internal sealed record Serve(IActorRef To, int InFlight);

    internal sealed record Ball
    {
        public static readonly Ball Instance = new();
    }
}
