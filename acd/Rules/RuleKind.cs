using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmUms.Acd.Rules;

/// <summary>
/// One kind of rule: how an item is read, written and judged. A member of a family: one file, one line in
/// <see cref="RuleCatalog"/>.
/// </summary>
public abstract class RuleKind
{
    private protected RuleKind(string key, Type type) => (Key, Type) = (key, type);

    /// <summary>Stands in addresses and in the journal. Once released it is never renamed.</summary>
    public string Key { get; }

    internal Type Type { get; }

    /// <summary>Whether a removed item is remembered for those who are still served by it.</summary>
    internal virtual bool OutlivesRemoval => false;

    /// <summary>What a key of this kind looks like, as a regular expression for people to read.</summary>
    internal virtual string IdForm => "[a-z0-9-]{1,40}";

    internal virtual bool IsId(string id) =>
        id.Length is > 0 and <= 40
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>
    /// Reads what somebody sent: a field that does not exist is an error, as it may be a misspelt one.
    /// </summary>
    internal (IRule? Rule, RuleProblem? Problem) Read(string id, JsonElement content)
    {
        if (!IsId(id))
        {
            return (null, RuleFindings.Problem(RuleCodes.IdInvalid, "id", ("value", id), ("form", IdForm)));
        }

        if (content.ValueKind != JsonValueKind.Object)
        {
            return (null, RuleFindings.Problem(RuleCodes.Malformed, ""));
        }

        if (content.TryGetProperty("id", out var named) && named.ToString() != id)
        {
            return (null, RuleFindings.Problem(RuleCodes.IdDiffers, "id", ("value", named.ToString())));
        }

        try
        {
            return (Parse(id, content, RuleJson.Strict), null);
        }
        catch (JsonException error)
        {
            return (null, RuleJson.ProblemOf(error));
        }
    }

    /// <summary>Reads what the journal holds, which an older or a newer version may have written.</summary>
    internal IRule Recall(string id, JsonElement content) => Parse(id, content, RuleJson.Lenient);

    internal JsonElement Write(IRule rule) => JsonSerializer.SerializeToElement(rule, Type, RuleJson.Lenient);

    /// <summary>What makes no sense in an item, among the rules that would hold with it.</summary>
    internal IReadOnlyList<RuleProblem> ProblemsOf(IRule rule, CentreRules rules)
    {
        var findings = new RuleFindings();
        Judge(rule, rules, findings);
        foreach (var reference in ReferencesOf(rule).Where(reference => !rules.Has(reference.Kind, reference.Id)))
        {
            findings.Add(
                RuleCodes.UnknownReference, reference.Field, ("kind", reference.Kind), ("id", reference.Id));
        }

        return findings.Problems;
    }

    /// <summary>Everything that an item needs to be there.</summary>
    internal abstract IEnumerable<RuleReference> ReferencesOf(IRule rule);

    private protected abstract void Judge(IRule rule, CentreRules rules, RuleFindings findings);

    private IRule Parse(string id, JsonElement content, JsonSerializerOptions options)
    {
        var item = JsonObject.Create(content) ?? throw new JsonException("A rule is an object.");
        item["id"] = id;
        return (IRule)(item.Deserialize(Type, options) ?? throw new JsonException("A rule is an object."));
    }
}

/// <summary>A kind whose items are of one type.</summary>
internal abstract class RuleKind<T>(string key) : RuleKind(key, typeof(T))
    where T : class, IRule
{
    protected abstract void Judge(T rule, CentreRules rules, RuleFindings findings);

    protected virtual IEnumerable<RuleReference> ReferencesOf(T rule) => [];

    internal sealed override IEnumerable<RuleReference> ReferencesOf(IRule rule) => ReferencesOf((T)rule);

    private protected sealed override void Judge(IRule rule, CentreRules rules, RuleFindings findings) =>
        Judge((T)rule, rules, findings);
}

/// <summary>An item's need of another one.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Id">Which.</param>
/// <param name="Field">Where it is named.</param>
internal sealed record RuleReference(string Kind, string Id, string Field);
