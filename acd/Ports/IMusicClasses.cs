namespace CrmUms.Acd.Ports;

/// <summary>The music that callers can be let hear, by name. Implemented by cti-gateway.</summary>
public interface IMusicClasses
{
    /// <summary>
    /// From now on there are exactly these, besides those that the PBX came with. Whoever hears one hears it on.
    /// </summary>
    /// <exception cref="CtiException">The PBX may not know of them: try again.</exception>
    Task MakeAsync(IReadOnlyList<MusicClass> classes, CancellationToken cancellation);
}

/// <summary>One music. Played again and again, as long as somebody hears it.</summary>
/// <param name="Name">What <see cref="ICallControl.PlayMusicAsync"/> calls it.</param>
/// <param name="IsShuffled">In any order, anew for everybody; otherwise one after the other, as they stand.</param>
/// <param name="Tracks">At least one.</param>
public sealed record MusicClass(string Name, bool IsShuffled, IReadOnlyList<PlayablePrompt> Tracks)
{
    /// <summary>Whether both sound alike.</summary>
    public bool Equals(MusicClass? other) => other is not null
        && (Name, IsShuffled) == (other.Name, other.IsShuffled)
        && Tracks.SequenceEqual(other.Tracks);

    /// <summary>Agrees with equality.</summary>
    public override int GetHashCode() => HashCode.Combine(Name, IsShuffled, Tracks.Count);
}

/// <summary>A PBX that has its own music only.</summary>
public sealed class NoMusicClasses : IMusicClasses
{
    /// <summary>The one of them.</summary>
    public static NoMusicClasses Instance { get; } = new();

    /// <summary>Does nothing.</summary>
    public Task MakeAsync(IReadOnlyList<MusicClass> classes, CancellationToken cancellation) => Task.CompletedTask;
}
