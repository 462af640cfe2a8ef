using System.Globalization;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Running;

// Variables: what the flow has set goes before what is known of caller, client and queue.
internal sealed partial class FlowVisit
{
    private Dictionary<string, string>? _changed;
    private FlowState _written; // As the last note has it.

    public string Expand(FlowTemplate template, int max = FlowLimits.ValueMax) => template.Expand(_value, max);

    /// <summary>The same with secrets filled in: for look-ups only, and never kept.</summary>
    /// <param name="template">The text.</param>
    /// <param name="encode">How a value is written so that it remains a value.</param>
    /// <param name="max">What is longer is cut.</param>
    public string ExpandWithSecrets(FlowTemplate template, Func<string, string> encode, int max) =>
        template.Expand(
            name => encode(FlowVariables.IsSecret(name)
                ? Context.Secret(name[FlowVariables.SecretPrefix.Length..]) ?? ""
                : Value(name)),
            max);

    public bool Holds(FlowExpression expression) => expression.Holds(_value);

    public string Value(string name)
    {
        if (FlowVariables.IsPrivate(name))
        {
            return _state.Private.GetValueOrDefault(name, "");
        }

        return _state.Variables.TryGetValue(name, out var value) ? value : BuiltIn(name);
    }

    /// <summary>
    /// Sets a variable. The name is one that flows may set, or the node's own affair (<c>client.name</c>).
    /// </summary>
    public void Set(string name, string value)
    {
        value = FlowTemplate.Cut(value, FlowLimits.ValueMax);
        var all = FlowVariables.IsPrivate(name) ? _state.Private : _state.Variables;
        if (all.TryGetValue(name, out var former) ? former == value : all.Count >= FlowLimits.VariablesMax)
        {
            if (former is null)
            {
                Fault(FlowFault.TooManyVariables, name);
            }

            return;
        }

        if (FlowVariables.IsPrivate(name))
        {
            _state = _state with { Private = all.SetItem(name, value) };
            return;
        }

        _state = _state with { Variables = all.SetItem(name, value) };
        (_changed ??= [])[name] = value;
    }

    /// <summary>From now on <c>client.*</c> is this client.</summary>
    public void Set(FlowClient client)
    {
        Set("client.id", client.Client.ToString());
        foreach (var (name, value) in client.Values.Take(FlowLimits.EntriesMax))
        {
            if (FlowVariables.IsName("client." + name))
            {
                Set("client." + name, value);
            }
        }
    }

    private string BuiltIn(string name) => name switch
    {
        "caller.number" => Context.Number,
        "caller.dialled" => Context.Dialled,
        "language" => _state.Language,
        _ when name.StartsWith("client.", StringComparison.Ordinal) => OfClient(name["client.".Length..]),
        _ when name.StartsWith("queue.", StringComparison.Ordinal) => OfQueue(name["queue.".Length..]),
        _ => "",
    };

    // As soon as the flow has found a client itself, nothing of another one shines through.
    private string OfClient(string name) => Context.Client is { } client && !_state.Variables.ContainsKey("client.id")
        ? name == "id" ? client.Client.ToString() : client.Values.GetValueOrDefault(name, "")
        : "";

    // queue.waiting is of the queue he is in or was in last, before that of the one he would fall back to;
    // queue.support.waiting is of the one named.
    private string OfQueue(string name)
    {
        var dot = name.LastIndexOf('.');
        var queue = dot > 0 ? name[..dot] : _state.Queue ?? FallbackQueue;
        if (queue is null)
        {
            return "";
        }

        var outlook = Context.QueueOutlook(queue);
        return name[(dot + 1)..] switch
        {
            "id" => queue,
            "waiting" => Text(outlook?.Waiting),
            "agents" => Text(outlook?.Agents),
            "estimatedWait" => Text((long?)outlook?.EstimatedWait?.TotalSeconds),
            _ => "",
        };
    }

    public string? FallbackQueue =>
        Program?.Graph.FallbackQueue is { Length: > 0 } own && Context.Library.HasQueue(own) ? own
        : Context.Library.DefaultQueue is { } other && Context.Library.HasQueue(other) ? other
        : null;

    private Dictionary<string, string>? TakeChanged()
    {
        var changed = _changed;
        _changed = null;
        return changed;
    }

    private void NoteChanged()
    {
        if (TakeChanged() is { } changed)
        {
            Note(new FlowNote.VariablesChanged(changed));
        }
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
