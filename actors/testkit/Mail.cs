using System.Collections.Concurrent;

namespace CrmUms.Actors.TestKit;

/// <summary>Takes everything that reaches the test actor to the thread of the test.</summary>
internal sealed class Mail
{
    public BlockingCollection<Envelope> Arrived { get; } = [];

    public volatile Func<object, bool>? Ignore;

    public volatile AutoPilot? Pilot;
}

internal sealed record WatchRequest(IActorRef Subject);

internal sealed record UnwatchRequest(IActorRef Subject);

internal sealed record ChildRequest(Props Props, string? Name);

internal sealed class TestActor : ActorBase
{
    private readonly Mail _mail;

    public TestActor(Mail mail) => _mail = mail;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case WatchRequest watch:
                Context.Watch(watch.Subject);
                Sender.Tell(watch.Subject, Self);
                return true;
            case UnwatchRequest unwatch:
                Context.Unwatch(unwatch.Subject);
                Sender.Tell(unwatch.Subject, Self);
                return true;
            case ChildRequest child:
                Sender.Tell(Context.ActorOf(child.Props, child.Name), Self);
                return true;
            default:
                Take(message);
                return true;
        }
    }

    private void Take(object message)
    {
        if (_mail.Pilot is { } pilot)
        {
            var next = pilot.Run(Sender, message);
            _mail.Pilot = next is KeepRunning ? pilot : next;
        }

        if (_mail.Ignore?.Invoke(message) != true)
        {
            _mail.Arrived.Add(new Envelope(message, Sender));
        }
    }
}
