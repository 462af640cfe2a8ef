using System.Text.Json;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>Which number called leads where, and who is not let in. Never changes; new rules make a new one.</summary>
public sealed class NumberPlan
{
    private const string FlowNumber = "flow.";

    private readonly IActorRef _queues;

    /// <param name="rules">Of the centre.</param>
    /// <param name="queues">The <c>queues</c> actor.</param>
    public NumberPlan(CentreRules rules, IActorRef queues)
    {
        Rules = rules;
        BlackList = new BlackList(rules);
        _queues = queues;
        Flows = new FlowLibrary(
            [.. PublishedFlows(), .. Greetings(), .. Voicemails()],
            rules.All<QueueRule>().Select(queue => queue.Id),
            rules.All<CalendarRule>());
    }

    /// <summary>The plan before any rule is known.</summary>
    public static NumberPlan Empty { get; } = new(CentreRules.Empty, ActorRefs.Nobody);

    public CentreRules Rules { get; }

    public BlackList BlackList { get; }

    /// <summary>What callers walk through.</summary>
    public FlowLibrary Flows { get; }

    /// <summary>The queue that a number called leads to at once, or null.</summary>
    public QueueEntry? ByNumber(string dialled) =>
        Rules.Find<NumberRule>(dialled) is { Greeting: "", Target: { Kind: TargetKind.Queue } target }
            ? ByQueue(new QueueId(target.Id))
            : null;

    /// <summary>A queue, also one that was removed meanwhile; null when there never was such a one.</summary>
    public QueueEntry? ByQueue(QueueId? queue) =>
        queue is { } id && Rules.FindEver<QueueRule>(id.Value) is { } rule ? new QueueEntry(rule, _queues) : null;

    /// <summary>The flow that a number called leads to, or null.</summary>
    public string? FlowOf(string dialled) => Rules.Find<NumberRule>(dialled) switch
    {
        null when dialled.StartsWith(FlowNumber, StringComparison.Ordinal) => dialled[FlowNumber.Length..],
        { Target: { Kind: TargetKind.Flow } target } => target.Id,
        { Greeting.Length: > 0, Target.Kind: TargetKind.Queue } greeted => GreetingFlow(greeted),
        _ => null,
    };

    /// <summary>The number called of somebody whom we called to let him hear a flow.</summary>
    public static string NumberOfFlow(string flow) => FlowNumber + flow;

    /// <summary>The flow in which a caller of a queue leaves a message for it.</summary>
    public static string VoicemailFlow(QueueId queue) => "voicemail." + queue.Value;

    private IEnumerable<FlowGraph> PublishedFlows() =>
        from rule in Rules.All<FlowRule>()
        where rule.Published is not null
        let graph = FlowJson.Read(rule.Published!.Value).Graph
        where graph is not null
        select graph with { Id = rule.Id };

    // A greeting before a queue is the shortest of flows: nobody has to draw it.
    private IEnumerable<FlowGraph> Greetings() =>
        from number in Rules.All<NumberRule>()
        where number is { Greeting.Length: > 0, Target.Kind: TargetKind.Queue }
        select new FlowGraph
        {
            Id = GreetingFlow(number),
            Name = number.Name,
            Language = Rules.FindEver<QueueRule>(number.Target!.Id)?.Language ?? Rules.Settings.Language,
            FallbackQueue = number.Target.Id,
            Start = "greeting",
            Nodes =
            [
                Node("greeting", "play", "prompts", new[] { number.Greeting }, "done", "queue"),
                Node("queue", "queue", "queue", number.Target.Id),
            ],
        };

    // Whatever there was to say was said by the rule that sends him there.
    private IEnumerable<FlowGraph> Voicemails() =>
        from queue in Rules.All<QueueRule>()
        where queue.Overflow.Any(rule => rule.Target?.Kind == TargetKind.Voicemail)
        select new FlowGraph
        {
            Id = VoicemailFlow(queue.Queue),
            Name = queue.Name,
            Language = queue.Language,
            Start = "message",
            Nodes =
            [
                Node("message", "voicemail", "queue", queue.Id, "recorded", "end"),
                new FlowNode { Id = "end", Type = "hang-up" },
            ],
        };

    // A dot stands in no key that an administrator chooses.
    private static string GreetingFlow(NumberRule number) => "number." + number.Id;

    private static FlowNode Node(
        string id, string type, string setting, object value, string? exit = null, string? next = null) => new()
        {
            Id = id,
            Type = type,
            Settings = new Dictionary<string, JsonElement>
            {
                [setting] = JsonSerializer.SerializeToElement(value, FlowJson.Options),
            },
            Exits = exit is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [exit] = next! },
        };
}

/// <summary>What an interaction needs to know of its queue.</summary>
/// <param name="Rule">How it works.</param>
/// <param name="Queues">Takes <see cref="IQueueCommand"/>.</param>
public sealed record QueueEntry(QueueRule Rule, IActorRef Queues);
