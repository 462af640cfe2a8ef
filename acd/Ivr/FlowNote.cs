using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// What is worth remembering of a walk. Journalled with the interaction before any effect is carried out;
/// <see cref="FlowState.After"/> folds notes into a state that can be resumed. Released names and fields never change.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "note")]
[JsonDerivedType(typeof(NodeEntered), "node-entered")]
[JsonDerivedType(typeof(VariablesChanged), "variables-changed")]
[JsonDerivedType(typeof(MenuChosen), "menu-chosen")]
[JsonDerivedType(typeof(ClientIdentified), "client-identified")]
[JsonDerivedType(typeof(LookedUp), "looked-up")]
[JsonDerivedType(typeof(CallbackAgreed), "callback-agreed")]
[JsonDerivedType(typeof(VoicemailLeft), "voicemail-left")]
[JsonDerivedType(typeof(DialStarted), "dial-started")]
[JsonDerivedType(typeof(DialAnswered), "dial-answered")]
[JsonDerivedType(typeof(DialEnded), "dial-ended")]
[JsonDerivedType(typeof(AssistantReturned), "assistant-returned")]
[JsonDerivedType(typeof(SurveyAnswered), "survey-answered")]
[JsonDerivedType(typeof(Faulted), "faulted")]
[JsonDerivedType(typeof(Ended), "ended")]
public abstract record FlowNote
{
    private FlowNote()
    {
    }

    /// <summary>The caller is at this node now.</summary>
    /// <param name="Flow">Of which flow.</param>
    /// <param name="Node">Its id, or <see cref="FlowState.Fallback"/>.</param>
    /// <param name="Visit">Counts the nodes he has entered.</param>
    /// <param name="Since">When he first came; a node that is resumed keeps it.</param>
    public sealed record NodeEntered(string Flow, string Node, int Visit, DateTimeOffset Since) : FlowNote
    {
        /// <summary>By which exit of the node before; null at the beginning and when it is resumed.</summary>
        public string? Exit { get; init; }

        /// <summary>The caller's language, when it changed.</summary>
        public string? Language { get; init; }

        /// <summary>Variables that changed since the note before.</summary>
        public IReadOnlyDictionary<string, string>? Set { get; init; }

        /// <summary>Where sub-flows lead back to, when that changed.</summary>
        public IReadOnlyList<FlowReturn>? Returns { get; init; }

        /// <summary>The queue that the caller is in or was in last, when that changed.</summary>
        public string? Queue { get; init; }
    }

    /// <summary>Variables changed while he stays where he is.</summary>
    public sealed record VariablesChanged(IReadOnlyDictionary<string, string> Set) : FlowNote;

    /// <summary>He chose from a menu.</summary>
    public sealed record MenuChosen(string Node, string Digit, string Label) : FlowNote;

    /// <summary>He is this client, by his own word.</summary>
    public sealed record ClientIdentified(ClientId Client, string By) : FlowNote;

    /// <summary>Somebody outside was asked; no status: nobody answered.</summary>
    public sealed record LookedUp(string Node, int? Status) : FlowNote;

    /// <summary>He will be called back.</summary>
    public sealed record CallbackAgreed(string Queue, string Number) : FlowNote;

    /// <summary>He left a message.</summary>
    public sealed record VoicemailLeft(string Queue, string Recording, int Seconds) : FlowNote;

    /// <summary>Somebody else is being called for him.</summary>
    public sealed record DialStarted(string Request) : FlowNote;

    /// <summary>They talk.</summary>
    public sealed record DialAnswered(string Request) : FlowNote;

    /// <summary>The call to somebody else is over.</summary>
    public sealed record DialEnded(FlowDialEnding Ending) : FlowNote;

    /// <summary>What the assistant handed back, for agent and history.</summary>
    public sealed record AssistantReturned(string Summary, string? Transcript) : FlowNote;

    /// <summary>What he thinks of us.</summary>
    public sealed record SurveyAnswered(string Kind, string Question, int Score) : FlowNote
    {
        /// <summary>The least score he could give; null in old notes, which do not say.</summary>
        public int? Lowest { get; init; }

        /// <summary>The best one.</summary>
        public int? Highest { get; init; }
    }

    /// <summary>The flow could not be followed at this point; the walk went on as its fall-backs say.</summary>
    /// <param name="Flow">Which flow.</param>
    /// <param name="Node">Where.</param>
    /// <param name="Code">One of <see cref="FlowFault"/>.</param>
    /// <param name="Detail">The name of what is wrong; never a value of the caller's.</param>
    public sealed record Faulted(string Flow, string Node, string Code, string Detail) : FlowNote;

    /// <summary>The walk is over.</summary>
    public sealed record Ended(FlowEnding Ending) : FlowNote;
}

/// <summary>How a walk ends.</summary>
public enum FlowEnding
{
    /// <summary>We hung up.</summary>
    HungUp,

    /// <summary>The caller did.</summary>
    CallerGone,
}

/// <summary>Where a sub-flow leads back to.</summary>
public sealed record FlowReturn(string Flow, string Node);

/// <summary>What can be wrong with a flow while somebody walks it. A released code is never renamed.</summary>
public static class FlowFault
{
    public const string UnknownFlow = "unknown-flow";
    public const string UnknownNode = "unknown-node";
    public const string UnknownNodeType = "unknown-node-type";
    public const string UnknownQueue = "unknown-queue";
    public const string UnknownCalendar = "unknown-calendar";
    public const string ExitOpen = "exit-open";
    public const string LoopWithoutWait = "loop-without-wait";
    public const string TooManyVisits = "too-many-visits";
    public const string TooManySubFlows = "too-many-sub-flows";
    public const string TooManyVariables = "too-many-variables";
    public const string PromptFailed = "prompt-failed";
    public const string SettingInvalid = "setting-invalid";
}
