using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// The flows that callers can walk, ready to be walked, and what they name. Never changes; made anew when the rules
/// change, and then flows that did not change are taken over.
/// </summary>
public sealed class FlowLibrary
{
    private readonly Dictionary<string, FlowProgram> _programs;
    private readonly Dictionary<string, CalendarRule> _calendars;
    private readonly HashSet<string> _queues;

    /// <param name="flows">Published flows.</param>
    /// <param name="queues">Ids of all queues.</param>
    /// <param name="calendars">All calendars.</param>
    /// <param name="defaultQueue">Where callers go whom a flow cannot lead on; null: we hang up.</param>
    /// <param name="former">The library before: what it made of a flow is used again where the flow is the same
    /// object.</param>
    public FlowLibrary(
        IEnumerable<FlowGraph> flows,
        IEnumerable<string> queues,
        IEnumerable<CalendarRule> calendars,
        string? defaultQueue = null,
        FlowLibrary? former = null)
    {
        _programs = flows.ToDictionary(flow => flow.Id, flow => former?.SameAs(flow) ?? new FlowProgram(flow));
        _queues = [.. queues];
        _calendars = calendars.ToDictionary(calendar => calendar.Id);
        DefaultQueue = defaultQueue;
    }

    public string? DefaultQueue { get; }

    public IEnumerable<FlowGraph> Graphs => _programs.Values.Select(program => program.Graph);

    /// <summary>Whether there is such a flow.</summary>
    public bool HasFlow(string id) => _programs.ContainsKey(id);

    internal FlowProgram? Program(string id) => _programs.GetValueOrDefault(id);

    internal CalendarRule? Calendar(string id) => _calendars.GetValueOrDefault(id);

    internal bool HasQueue(string id) => _queues.Contains(id);

    private FlowProgram? SameAs(FlowGraph flow) =>
        _programs.GetValueOrDefault(flow.Id) is { } program && ReferenceEquals(program.Graph, flow) ? program : null;
}
