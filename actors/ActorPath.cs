using System.Globalization;

namespace CrmUms.Actors;

#pragma warning disable CA1036 // Akka.NET paths have an order but no operators for it.
/// <summary>Where an actor stands in its system, as in <c>akka://crmums/user/acd/router</c>.</summary>
public sealed class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    private const string AllowedSymbols = "-_.*$+:@&=,!~';()";
    private readonly string _root;
    private string? _text;

    internal ActorPath(string root)
    {
        _root = root;
        Name = "";
        Parent = this;
    }

    internal ActorPath(ActorPath parent, string name, long uid)
    {
        _root = parent._root;
        Parent = parent;
        Name = name;
        Uid = uid;
    }

    public string Name { get; }

    public ActorPath Parent { get; }

    /// <summary>Tells one life of a name from the next; restarts keep it.</summary>
    public long Uid { get; }

    public IReadOnlyList<string> Elements
    {
        get
        {
            var names = new List<string>();
            for (var path = this; !ReferenceEquals(path.Parent, path); path = path.Parent)
            {
                names.Insert(0, path.Name);
            }

            return names;
        }
    }

    public static bool IsValidPathElement(string s) =>
        !string.IsNullOrEmpty(s)
        && s[0] != '$'
        && s.All(letter => char.IsAsciiLetterOrDigit(letter) || AllowedSymbols.Contains(letter));

    public string ToStringWithoutAddress() => "/" + string.Join('/', Elements);

    public string ToStringWithUid() => string.Create(CultureInfo.InvariantCulture, $"{this}#{Uid}");

    public override string ToString() => _text ??= _root + ToStringWithoutAddress();

    public bool Equals(ActorPath? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public int CompareTo(ActorPath? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public static bool operator ==(ActorPath? left, ActorPath? right) => Equals(left, right);

    public static bool operator !=(ActorPath? left, ActorPath? right) => !Equals(left, right);
}
