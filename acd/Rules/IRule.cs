namespace CrmUms.Acd.Rules;

/// <summary>
/// One thing that an administrator sets up. Its properties are its fields on the wire, in the journal and in the page;
/// what is left out has the default that stands beside it.
/// </summary>
public interface IRule
{
    /// <summary>Its key among the rules of its kind. It never changes.</summary>
    string Id { get; }
}
