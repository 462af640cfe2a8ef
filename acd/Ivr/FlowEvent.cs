using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// What can happen to a caller in a flow. An answer carries the id of the request it answers; one that nobody waits for
/// any more is passed over, so late and repeated answers do no harm.
/// </summary>
public abstract record FlowEvent
{
    private FlowEvent()
    {
    }

    /// <summary>The caller is in our hands: the flow begins.</summary>
    public sealed record Started : FlowEvent;

    /// <summary>
    /// The server, or its link to the PBX, is back: the present node is entered again with the caller's variables.
    /// </summary>
    /// <param name="Dial">What became of the leg that the flow had dialled.</param>
    public sealed record Resumed(FlowDial Dial) : FlowEvent;

    /// <summary>All prompts of a play are over, or one could not be played.</summary>
    public sealed record PromptFinished(string Request, bool Failed = false) : FlowEvent;

    /// <summary>The caller pressed a key: 0-9, *, #, A-D.</summary>
    public sealed record DigitPressed(char Digit) : FlowEvent;

    /// <summary>The time asked for is over.</summary>
    public sealed record TimerElapsed(string Request) : FlowEvent;

    /// <summary>Somebody outside answered a look-up.</summary>
    /// <param name="Request">Which.</param>
    /// <param name="Status">The status of HTTP.</param>
    /// <param name="Body">The answer, at most <see cref="FlowLimits.AnswerMax"/> letters.</param>
    public sealed record HttpAnswered(string Request, int Status, string Body) : FlowEvent
    {
        /// <summary>Leaves the answer out: it is about a client.</summary>
        public override string ToString() => $"HttpAnswered {Request} {Status}";
    }

    /// <summary>A look-up of either kind got no answer: too late, nobody there.</summary>
    public sealed record LookUpFailed(string Request) : FlowEvent;

    /// <summary>The client directory answered; null: there is no such client.</summary>
    public sealed record ClientLookedUp(string Request, FlowClient? Client) : FlowEvent;

    /// <summary>The queue keeps the caller's place for a call-back, or does not.</summary>
    public sealed record CallbackAnswered(string Request, bool Accepted) : FlowEvent;

    /// <summary>A recording of the caller is over. Comes before <see cref="CallerGone"/> when he hung up.</summary>
    public sealed record RecordingFinished(string Request, TimeSpan Duration, bool Failed = false) : FlowEvent;

    /// <summary>Whom we dialled has answered; both hear each other.</summary>
    public sealed record DialAnswered(string Request) : FlowEvent;

    /// <summary>The leg that we dialled is over, answered or not.</summary>
    public sealed record DialEnded(string Request, FlowDialEnding Ending) : FlowEvent;

    /// <summary>The assistant hands the caller back to us.</summary>
    /// <param name="Request">Which hand-off.</param>
    /// <param name="Summary">What it learnt, for the agent's eyes.</param>
    /// <param name="Transcript">The dialogue as text, or null.</param>
    /// <param name="Values">Becomes variables <c>assistant.*</c>.</param>
    public sealed record AssistantReturned(
        string Request, string Summary, string? Transcript, IReadOnlyDictionary<string, string> Values) : FlowEvent
    {
        /// <summary>Leaves the words out: they are a client's.</summary>
        public override string ToString() => $"AssistantReturned {Request}";
    }

    /// <summary>The caller is in no queue any more, or was not let in.</summary>
    public sealed record QueueLeft(FlowQueueLeaving Reason) : FlowEvent;

    /// <summary>The caller has hung up.</summary>
    public sealed record CallerGone : FlowEvent;
}

/// <summary>How a call of ours to somebody else ended.</summary>
public enum FlowDialEnding
{
    /// <summary>It was answered, and is over.</summary>
    HungUp,
    Busy,
    NoAnswer,

    /// <summary>It could not be placed, or was not wanted.</summary>
    Failed,
}

/// <summary>What is left, after a gap, of a leg that the flow had dialled.</summary>
public enum FlowDial
{
    /// <summary>Nothing; or none was dialled.</summary>
    Gone,

    /// <summary>It still rings.</summary>
    Ringing,

    /// <summary>It is talked on.</summary>
    Answered,
}

/// <summary>Why a caller is in a queue no more.</summary>
public enum FlowQueueLeaving
{
    /// <summary>He was served; the agent hung up and the caller's leg still stands.</summary>
    Served,

    /// <summary>All places are taken.</summary>
    Full,

    /// <summary>Outside of its hours.</summary>
    Closed,

    /// <summary>Nobody is signed in who could serve him.</summary>
    NoAgents,

    /// <summary>He waited too long by the queue's own rules.</summary>
    Timeout,

    /// <summary>The flow had asked for it (<see cref="FlowEffect.LeaveQueue"/>).</summary>
    AsAsked,
}

/// <summary>A client as far as flows know him.</summary>
/// <param name="Client">Who.</param>
/// <param name="Values">Becomes variables <c>client.*</c>: name, kind, vip, manager and what else the CRM
/// knows.</param>
public sealed record FlowClient(ClientId Client, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What the ACD itself knows of a caller.</summary>
    public static FlowClient Of(Ports.CallerIdentity identity) => new(identity.Client, new Dictionary<string, string>
    {
        ["id"] = identity.Client.ToString(),
        ["name"] = identity.DisplayName,
        ["kind"] = Words.Kebab(identity.Kind.ToString()),
        ["vip"] = identity.IsVip ? "true" : "false",
        ["manager"] = identity.PersonalManager ?? "",
    });
}
