namespace CrmUms.Actors.Cells;

/// <summary>In whose name a test sends. Off in production, so that sending from outside costs nothing more.</summary>
internal static class ImplicitSender
{
    private static readonly AsyncLocal<IActorRef?> Flowing = new();
    private static volatile bool _used;

    public static IActorRef? Current
    {
        get => _used ? Flowing.Value : null;
        set
        {
            _used = true;
            Flowing.Value = value;
        }
    }
}
