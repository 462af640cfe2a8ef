namespace CrmUms.Acd.Ivr;

/// <summary>What an editor must know of a kind of node to draw it and to fill it in.</summary>
/// <param name="Type">Its key, such as <c>collect-digits</c>. Once released it is never renamed.</param>
/// <param name="Exits">
/// The ways out, in the order they are drawn; <see cref="PerOption"/> stands for one exit for every key of its options.
/// </param>
/// <param name="Settings">What is filled in, in the order it is shown.</param>
public sealed record FlowNodeType(
    string Type, IReadOnlyList<string> Exits, IReadOnlyList<FlowSettingType> Settings)
{
    /// <summary>Among the exits: one for every option of a menu, named by its key.</summary>
    public const string PerOption = "per-option";

    /// <summary>Exits that may stay open: what happens then is described with the node.</summary>
    public IReadOnlyList<string> OptionalExits { get; init; } = [];

    /// <summary>Whether a caller always spends a moment here. A circle needs a node that does.</summary>
    public bool Waits { get; init; } = true;

    /// <summary>Whether a caller may leave the flow here for good, whatever its exits.</summary>
    public bool Leaves { get; init; }

    /// <summary>Key of the words for its name.</summary>
    public string Label { get; init; } = "flowNode." + Type;

    /// <summary>Whether <c>${secret.name}</c> may stand in its texts.</summary>
    internal bool MayUseSecrets { get; init; }
}

/// <summary>One setting of a node.</summary>
/// <param name="Key">Its name in <see cref="FlowNode.Settings"/>.</param>
/// <param name="Kind">One of <see cref="FlowSettingKind"/>.</param>
public sealed record FlowSettingType(string Key, string Kind)
{
    /// <summary>The least number, or the fewest letters.</summary>
    public int? Min { get; init; }

    /// <summary>The greatest number, the most letters, or the most entries.</summary>
    public int? Max { get; init; }

    /// <summary>What holds when nothing is filled in.</summary>
    public object? Default { get; init; }

    /// <summary>The words to choose from.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Whether the flow can be published without it.</summary>
    public bool Required { get; init; }

    /// <summary>Key of the words for its name.</summary>
    public string Label { get; init; } = "flowSetting." + Key;
}

/// <summary>Kinds of settings. The editor has an input for each.</summary>
public static class FlowSettingKind
{
    /// <summary>One line; <c>${name}</c> stands for a variable.</summary>
    public const string Text = "text";

    public const string LongText = "longText";
    public const string Number = "number";
    public const string Boolean = "boolean";
    public const string Choice = "choice";

    /// <summary>Several prompts, played in this order.</summary>
    public const string Prompts = "prompts";

    public const string Queue = "queue";
    public const string Flow = "flow";
    public const string Calendar = "calendar";

    /// <summary>The name of a variable that the node sets.</summary>
    public const string Variable = "variable";

    /// <summary>A condition (<see cref="Values.FlowExpression"/>).</summary>
    public const string Expression = "expression";

    /// <summary>What is asked of agents (<see cref="Routing.Skills.SkillExpression"/>).</summary>
    public const string Skills = "skills";

    /// <summary>Keys with their meaning: <c>[{digit, label}]</c>.</summary>
    public const string Options = "options";

    /// <summary>Names with values: <c>{name: value}</c>.</summary>
    public const string Headers = "headers";
}
