namespace CrmUms.Acd.Ivr.Running;

/// <summary>
/// What a node does. One object serves all callers: its fields are the node's settings, never a caller's state.
/// </summary>
internal abstract class FlowNodeLogic
{
    /// <summary>
    /// Whether keys pressed here are kept for the node that asks for some. Not where nobody listens for long.
    /// </summary>
    public virtual bool KeepsKeys => true;

    /// <summary>What makes no sense in its settings beyond what each kind of setting asks for.</summary>
    public virtual IEnumerable<NodeFinding> Findings() => [];

    /// <summary>The caller comes to the node.</summary>
    public abstract FlowMove Enter(FlowVisit visit);

    /// <summary>
    /// Something happened that concerns him: an answer that is waited for, a key, the end of the time.
    /// </summary>
    public virtual FlowMove On(FlowVisit visit, FlowEvent happening) => FlowMove.Stay;

    /// <summary>After a gap: from the beginning of the node, where it does not know better.</summary>
    /// <param name="visit">The step in the making.</param>
    /// <param name="before">How far he was, as far as it was written down.</param>
    /// <param name="dial">What is left of a leg that was dialled.</param>
    public virtual FlowMove Resume(FlowVisit visit, FlowProgress before, FlowDial dial) => Enter(visit);

    /// <summary>The caller has hung up: what must not outlive him.</summary>
    public virtual void OnCallerGone(FlowVisit visit)
    {
    }
}

/// <summary>What makes no sense in one setting of a node.</summary>
internal sealed record NodeFinding(string Code, string Setting, string Name = "", string Value = "");
