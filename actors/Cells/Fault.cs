namespace CrmUms.Actors.Cells;

internal static class Fault
{
    /// <summary>
    /// An actor's parent judges every exception but those after which no code of ours can be trusted.
    /// </summary>
    public static bool IsForTheParent(Exception cause) =>
        cause is not (OutOfMemoryException or InsufficientExecutionStackException);
}
