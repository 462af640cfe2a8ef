using CrmUms.Acd.Ivr;
using CrmUms.Acd.Shared;

namespace CrmUms.FlowBench;

/// <summary>
/// A caller and the telephony around him, simulated: prompts end, he presses keys (now and then ahead of the prompt,
/// now and then a wrong one or none), look-ups answer, an agent talks with him.
/// </summary>
internal sealed class Caller(int number, Random random)
{
    private static readonly FlowClient Client = new(
        new ClientId(Guid.Empty), new Dictionary<string, string> { ["name"] = "Aziza", ["vip"] = "false" });

    private readonly FlowContext _context = new()
    {
        Library = BankFlow.Library,
        Now = new DateTimeOffset(2026, 11, 25, 7, 0, 0, TimeSpan.Zero),
        Run = $"flow-{number}",
        Number = $"+99890{number:0000000}",
        Dialled = "1000",
        Secret = static _ => "secret",
    };

    private FlowState _state = FlowState.Before("bank");
    private string _keys = "";

    /// <summary>How often he came to the end.</summary>
    public int Walks { get; private set; }

    public long Notes { get; private set; }

    public long Effects { get; private set; }

    /// <summary>The next thing that happens to him.</summary>
    public void Step()
    {
        if (_state.IsOver)
        {
            Walks++;
            _state = FlowState.Before("bank");
            _keys = "";
        }

        var step = FlowRun.Step(_state, Next(), _context);
        _state = step.State;
        Notes += step.Notes.Count;
        Effects += step.Effects.Count;
    }

    private FlowEvent Next() => _state switch
    {
        { Visit: 0 } => new FlowEvent.Started(),
        { Progress.Awaited: { } request } => _state.Node == "client"
            ? new FlowEvent.ClientLookedUp(request, random.Next(2) == 0 ? Client : null)
            : new FlowEvent.HttpAnswered(request, 200, """{"account":{"balance":1250000.5,"currency":"UZS"}}"""),
        { Node: "queue" } => new FlowEvent.QueueLeft(FlowQueueLeaving.Served),
        _ => Key(),
    };

    // Of those who are asked, one in ten presses ahead, one in twenty nothing at all.
    private FlowEvent Key()
    {
        if (_keys.Length == 0 && _state.Progress.Playing is { } playing && random.Next(10) > 0)
        {
            return new FlowEvent.PromptFinished(playing);
        }

        if (_keys.Length == 0 && _state.Progress.Timer is { } timer && random.Next(20) == 0)
        {
            return new FlowEvent.TimerElapsed(timer);
        }

        if (_keys.Length == 0)
        {
            _keys = _state.Node == "contract" ? "1234567#" : "1";
        }

        var key = _keys[0];
        _keys = _keys[1..];
        return new FlowEvent.DigitPressed(key);
    }
}
