using System.Text.Json;
using System.Text.Json.Nodes;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Tests.Ivr;

/// <summary>
/// A caller in a flow, without telephony: tells what happens, sees what is to be done. After each step the state, the
/// folded notes and what is running are held against each other.
/// </summary>
internal sealed class FlowCaller
{
    private readonly List<FlowNote> _notes = [];

    public FlowCaller(FlowContext context, string flow = "main")
    {
        Context = context;
        State = Folded = FlowState.Before(flow);
        Is(new FlowEvent.Started());
    }

    public FlowContext Context { get; set; }

    public FlowState State { get; private set; }

    /// <summary>What would be known after a crash.</summary>
    public FlowState Folded { get; private set; }

    public IReadOnlyList<FlowNote> Notes => _notes;

    /// <summary>What the last step asked for.</summary>
    public IReadOnlyList<FlowEffect> Effects { get; private set; } = [];

    public string Node => State.Node;

    public static FlowContext Centre(params FlowGraph[] flows) => new()
    {
        Library = new FlowLibrary(
            flows,
            ["support", "sales"],
            [Office],
            defaultQueue: "support"),
        Now = new DateTimeOffset(2026, 11, 25, 7, 0, 0, TimeSpan.Zero), // Wednesday noon in Tashkent.
        Run = "flow-1",
        Number = "+998901234567",
        Dialled = "1000",
    };

    public static CalendarRule Office { get; } = new()
    {
        Id = "office",
        Name = "Office",
        Week = [.. Enumerable.Range(1, 5).Select(day => new OpenHours((DayOfWeek)day, "09:00", "18:00"))],
        Holidays = [new Holiday { Date = new DateOnly(2026, 9, 1), Yearly = true, Name = "Independence" }],
    };

    /// <summary>Notes a flow as people would draw it: a node with its settings and exits, as JSON.</summary>
    public static FlowGraph Flow(string id, params (string Id, string Type, string Settings, string Exits)[] nodes) =>
        new()
        {
            Id = id,
            Name = id,
            Start = nodes.Length > 0 ? nodes[0].Id : null,
            Nodes =
            [
                .. nodes.Select(node => new FlowNode
                {
                    Id = node.Id,
                    Type = node.Type,
                    Settings = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Json(node.Settings))!,
                    Exits = JsonSerializer.Deserialize<Dictionary<string, string>>(Json(node.Exits))!,
                }),
            ],
        };

    public FlowCaller Is(FlowEvent happening)
    {
        var step = FlowRun.Step(State, happening, Context);
        (State, Effects) = (step.State, step.Effects);
        foreach (var note in step.Notes)
        {
            _notes.Add(note);
            Folded = Folded.After(note);
        }

        return this;
    }

    public FlowCaller Presses(string keys)
    {
        foreach (var key in keys)
        {
            Is(new FlowEvent.DigitPressed(key));
        }

        return this;
    }

    public FlowCaller HearsAll() => Is(new FlowEvent.PromptFinished(State.Progress.Playing.ShouldNotBeNull()));

    public FlowCaller WaitsTooLong() => Is(new FlowEvent.TimerElapsed(State.Progress.Timer.ShouldNotBeNull()));

    /// <summary>The request whose answer is waited for.</summary>
    public string Awaited => State.Progress.Awaited.ShouldNotBeNull();

    public T Effect<T>()
        where T : FlowEffect => Effects.OfType<T>().ShouldHaveSingleItem();

    public T Note<T>()
        where T : FlowNote => _notes.OfType<T>().Last();

    public string[] Hears() => [.. Effect<FlowEffect.PlayPrompts>().Prompts];

    private static string Json(string text) => text.Length == 0 ? "{}" : JsonNode.Parse(
        text.Replace('\'', '"'))!.ToJsonString();
}
