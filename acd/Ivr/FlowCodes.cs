namespace CrmUms.Acd.Ivr;

/// <summary>Every way in which a flow can make no sense. A released code is never renamed.</summary>
public static class FlowCodes
{
    /// <summary>Cannot be read as a flow.</summary>
    public const string Malformed = "malformed";

    /// <summary>More than <c>max</c> bytes.</summary>
    public const string FlowTooLarge = "flow-too-large";

    /// <summary>More than <c>max</c> nodes.</summary>
    public const string TooManyNodes = "too-many-nodes";

    /// <summary>The flow has no node.</summary>
    public const string FlowEmpty = "flow-empty";

    /// <summary>No name, or a longer one than <c>max</c>.</summary>
    public const string NameInvalid = "name-invalid";

    /// <summary>Neither ru nor uz nor en.</summary>
    public const string LanguageUnknown = "language-unknown";

    /// <summary>Nobody says where a caller begins, or it is no node.</summary>
    public const string StartMissing = "start-missing";

    /// <summary>A node's key is none.</summary>
    public const string NodeIdInvalid = "node-id-invalid";

    /// <summary>Two nodes have one key.</summary>
    public const string NodeIdRepeated = "node-id-repeated";

    /// <summary>There is no such type of node.</summary>
    public const string NodeTypeUnknown = "node-type-unknown";

    /// <summary>No caller can come here.</summary>
    public const string NodeUnreachable = "node-unreachable";

    /// <summary>A way out leads nowhere, and a caller may take it.</summary>
    public const string ExitOpen = "exit-open";

    /// <summary>A way out leads to a node that is not there.</summary>
    public const string ExitToNowhere = "exit-to-nowhere";

    /// <summary>The node has no such way out.</summary>
    public const string ExitUnknown = "exit-unknown";

    /// <summary>A caller would be led round in a circle without a moment's wait.</summary>
    public const string LoopWithoutWait = "loop-without-wait";

    /// <summary>From here no way leads to an end.</summary>
    public const string LoopWithoutEnd = "loop-without-end";

    /// <summary>Flows that lead into each other; <c>path</c> shows them.</summary>
    public const string CircularSubFlows = "circular-sub-flows";

    public const string SettingUnknown = "setting-unknown";
    public const string SettingRequired = "setting-required";
    public const string SettingMalformed = "setting-malformed";
    public const string SettingNotANumber = "setting-not-a-number";
    public const string SettingTooSmall = "setting-too-small";
    public const string SettingTooLarge = "setting-too-large";
    public const string SettingTooLong = "setting-too-long";
    public const string SettingNotAChoice = "setting-not-a-choice";
    public const string SettingTooMany = "setting-too-many";

    /// <summary>One setting contradicts another: at least five digits, at most four.</summary>
    public const string SettingsContradict = "settings-contradict";

    public const string OptionEmpty = "option-empty";
    public const string OptionRepeated = "option-repeated";
    public const string OptionNotAKey = "option-not-a-key";

    public const string QueueMissing = "queue-missing";
    public const string FlowMissing = "flow-missing";
    public const string CalendarMissing = "calendar-missing";
    public const string SkillMissing = "skill-missing";
    public const string PromptMissing = "prompt-missing";

    /// <summary>The prompt is there, but not in <c>language</c>: another language steps in.</summary>
    public const string PromptLanguageMissing = "prompt-language-missing";

    /// <summary>
    /// Numbers cannot be said in <c>language</c>: <c>count</c> prompts are missing, <c>id</c> among them.
    /// </summary>
    public const string SayingMissing = "saying-missing";

    /// <summary>No expression over skills: <c>mistake</c> says why, at <c>position</c>.</summary>
    public const string SkillsMalformed = "skills-malformed";

    /// <summary>No name of a variable.</summary>
    public const string VariableInvalid = "variable-invalid";

    /// <summary>The flow cannot change this one: <c>caller.number</c>.</summary>
    public const string VariableReadOnly = "variable-read-only";

    /// <summary>A <c>${</c> that is never closed, or holds no name of a variable.</summary>
    public const string TemplateInvalid = "template-invalid";

    /// <summary>Secrets may stand in look-ups only.</summary>
    public const string SecretMisplaced = "secret-misplaced";

    /// <summary>Not an http or https address.</summary>
    public const string UrlInvalid = "url-invalid";

    /// <summary>A caller's answer must not choose whom we ask: no variable before the path.</summary>
    public const string UrlHostVariable = "url-host-variable";

    /// <summary>Not a number or address that can be called.</summary>
    public const string NumberInvalid = "number-invalid";

    /// <summary>No path into an answer: <c>data.items[0].name</c>.</summary>
    public const string PathInvalid = "path-invalid";

    public const string ExpressionEmpty = "expression-empty";
    public const string ExpressionTooLong = "expression-too-long";
    public const string ExpressionTooDeep = "expression-too-deep";
    public const string ExpressionTextUnclosed = "expression-text-unclosed";
    public const string ExpressionUnexpected = "expression-unexpected";

    internal static IReadOnlySet<string> Warnings { get; } = new HashSet<string>
    {
        NodeUnreachable, PromptLanguageMissing, SayingMissing, ExitUnknown, SettingUnknown,
    };
}
