namespace CrmUms.AgentWeb.Contracts;

/// <summary>An assistant hands a caller back.</summary>
/// <param name="Ticket">What the header <c>X-CrmUms-Hand-Back</c> of his call said.</param>
/// <param name="Summary">What it learnt, for the agent's eyes; what is too long is cut.</param>
/// <param name="Transcript">The dialogue as text, or null.</param>
/// <param name="Values">Become variables <c>assistant.*</c> of the flow; or null.</param>
internal sealed record HandBackRequest(
    string Ticket, string Summary, string? Transcript, Dictionary<string, string>? Values)
{
    /// <summary>Leaves the words out: they are a client's.</summary>
    public override string ToString() => nameof(HandBackRequest);
}
