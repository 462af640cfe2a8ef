using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Mailboxes;

/// <summary>
/// What the kernel tells a cell. Handled before user messages, even while these are held back. Never shared: each
/// object goes to one cell, once, as it carries the link to the next.
/// </summary>
internal abstract class SystemMessage
{
    internal SystemMessage? Next { get; set; }

    public abstract void Run(ActorCell cell);

    /// <summary>The cell is dead, or dies before it came to this message.</summary>
    public virtual void RunDead(ActorCell cell)
    {
    }
}
