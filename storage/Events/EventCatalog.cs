namespace CrmUms.Storage.Events;

/// <summary>Every journalled type of every module, by the manifest it is stored under. Made once, at start.</summary>
public sealed class EventCatalog
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _manifests = [];

    /// <exception cref="ArgumentException">Two modules use the same manifest, or one type has two.</exception>
    public EventCatalog(params IEnumerable<IReadOnlyDictionary<string, Type>> modules)
    {
        foreach (var (manifest, type) in modules.SelectMany(module => module))
        {
            _types.Add(manifest, type);
            _manifests.Add(type, manifest);
        }
    }

    /// <exception cref="NotSupportedException">The type is in no module's catalog.</exception>
    public string ManifestOf(object happened) =>
        _manifests.TryGetValue(happened.GetType(), out var manifest)
            ? manifest
            : throw new NotSupportedException(
                $"{happened.GetType().Name} is not in the catalog of its module's events: it cannot be journalled.");

    /// <exception cref="NotSupportedException">No module knows the manifest.</exception>
    public Type TypeOf(string manifest) =>
        _types.TryGetValue(manifest, out var type)
            ? type
            : throw new NotSupportedException(
                $"The journal holds '{manifest}', which no module of this version knows: is it older than its data?");
}
