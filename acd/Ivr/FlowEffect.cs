using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// What is to be done for a caller in a flow. Whoever carries it out reports the end with the same request id, however
/// it ended; ids are letters, digits and hyphens, and no two of one caller are alike.
/// </summary>
public abstract record FlowEffect
{
    private FlowEffect()
    {
    }

    /// <summary>Play these, one after the other. Ends in <see cref="FlowEvent.PromptFinished"/>.</summary>
    /// <param name="Request">Names this playing.</param>
    /// <param name="Prompts">Names of prompts; never empty.</param>
    /// <param name="Language">The caller's.</param>
    /// <param name="FlowLanguage">The flow's own: steps in where the caller's is missing.</param>
    public sealed record PlayPrompts(
        string Request, IReadOnlyList<string> Prompts, string Language, string FlowLanguage) : FlowEffect;

    /// <summary>Be quiet. The play's end need not be reported.</summary>
    public sealed record StopPlay(string Request) : FlowEffect;

    /// <summary>
    /// Report <see cref="FlowEvent.TimerElapsed"/> after this time. A flow has one timer: a new one takes its place.
    /// </summary>
    public sealed record StartTimer(string Request, TimeSpan After) : FlowEffect;

    /// <summary>The timer is not needed any more.</summary>
    public sealed record CancelTimer(string Request) : FlowEffect;

    /// <summary>
    /// Ask somebody over HTTP. Ends in <see cref="FlowEvent.HttpAnswered"/> or <see cref="FlowEvent.LookUpFailed"/>.
    /// </summary>
    public sealed record LookUpHttp(
        string Request,
        string Method,
        string Url,
        IReadOnlyDictionary<string, string> Headers,
        string Body,
        TimeSpan Within) : FlowEffect
    {
        /// <summary>Leaves address, headers and body out: secrets may stand in them.</summary>
        public override string ToString() => $"LookUpHttp {Request}";
    }

    /// <summary>
    /// Ask the CRM who that is. Ends in <see cref="FlowEvent.ClientLookedUp"/> or <see cref="FlowEvent.LookUpFailed"/>.
    /// </summary>
    /// <param name="Request">Names the look-up.</param>
    /// <param name="By">What the value is: <c>number</c>, <c>contract</c>, <c>code</c>, <c>card</c>.</param>
    /// <param name="Value">The value.</param>
    public sealed record LookUpClient(string Request, string By, string Value) : FlowEffect
    {
        /// <summary>Leaves the value out.</summary>
        public override string ToString() => $"LookUpClient {Request} by {By}";
    }

    /// <summary>From now on the interaction is about this client.</summary>
    public sealed record KeepIdentity(ClientId Client, string By) : FlowEffect;

    /// <summary>
    /// Wait here for an agent. Ends in <see cref="FlowEvent.QueueLeft"/>. A caller who was queued before keeps his
    /// place in time.
    /// </summary>
    /// <param name="Queue">Which.</param>
    /// <param name="Priority">Added to what the rules give him; -100 to 100.</param>
    /// <param name="WantsAgents">He goes elsewhere when nobody is signed in who could serve him.</param>
    public sealed record EnqueueAt(QueueId Queue, int Priority, bool WantsAgents = false) : FlowEffect
    {
        /// <summary>What is asked of an agent besides what the queue asks for; null for nothing.</summary>
        public string? Skills { get; init; }
    }

    /// <summary>
    /// Take him out of the queue, unless an agent is rung or talks. Then <see cref="FlowEvent.QueueLeft"/>, as asked.
    /// </summary>
    public sealed record LeaveQueue(QueueId Queue) : FlowEffect;

    /// <summary>
    /// Keep his place and call him back when it is his turn. Ends in <see cref="FlowEvent.CallbackAnswered"/>.
    /// </summary>
    public sealed record OfferCallback(string Request, QueueId Queue, string Number) : FlowEffect
    {
        /// <summary>Leaves the number out.</summary>
        public override string ToString() => $"OfferCallback {Request} {Queue}";
    }

    /// <summary>Record the caller after a beep. Ends in <see cref="FlowEvent.RecordingFinished"/>.</summary>
    /// <param name="Request">Names the recording.</param>
    /// <param name="LengthMax">Ends it.</param>
    /// <param name="EndOnSilence">Silence that ends it, or null.</param>
    /// <param name="EndOnDigit">Key that ends it, <c>*</c> or <c>#</c>, or null.</param>
    public sealed record RecordVoicemail(
        string Request, TimeSpan LengthMax, TimeSpan? EndOnSilence, char? EndOnDigit) : FlowEffect;

    /// <summary>End a recording, which is kept.</summary>
    public sealed record StopRecording(string Request) : FlowEffect;

    /// <summary>A message was left: it becomes an interaction in this queue.</summary>
    public sealed record DeliverVoicemail(string Recording, QueueId Queue, TimeSpan Duration) : FlowEffect;

    /// <summary>
    /// Call somebody outside and join him with the caller when he answers: <see cref="FlowEvent.DialAnswered"/>, and in
    /// the end <see cref="FlowEvent.DialEnded"/>.
    /// </summary>
    /// <param name="Request">Names the call.</param>
    /// <param name="Number">A number or an address.</param>
    /// <param name="CallerId">The number he sees; null: ours.</param>
    /// <param name="RingFor">How long he may take to answer.</param>
    public sealed record DialOut(string Request, string Number, string? CallerId, TimeSpan RingFor) : FlowEffect
    {
        /// <summary>Leaves the numbers out.</summary>
        public override string ToString() => $"DialOut {Request}";
    }

    /// <summary>
    /// The same with an assistant, who learns from the headers whom he speaks with. He may hand the caller back:
    /// <see cref="FlowEvent.AssistantReturned"/>.
    /// </summary>
    public sealed record HandToAssistant(
        string Request, string Address, TimeSpan RingFor, IReadOnlyDictionary<string, string> Headers) : FlowEffect
    {
        /// <summary>Leaves the headers out: they are about a client.</summary>
        public override string ToString() => $"HandToAssistant {Request}";
    }

    /// <summary>Hang up the leg that was dialled; the caller stays.</summary>
    public sealed record HangUpDialled(string Request) : FlowEffect;

    /// <summary>What the caller thinks of us.</summary>
    /// <param name="Kind"><c>csat</c>, <c>nps</c> or <c>csi</c>.</param>
    /// <param name="Question">Key of the question.</param>
    /// <param name="Score">His answer.</param>
    public sealed record RecordSurvey(string Kind, string Question, int Score) : FlowEffect;

    /// <summary>Hang up the caller; the flow is over.</summary>
    public sealed record HangUp(HangUpReason Reason) : FlowEffect;
}
