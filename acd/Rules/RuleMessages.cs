using System.Text.Json;

namespace CrmUms.Acd.Rules;

/// <summary>
/// Command to the <c>rules</c> actor: change these items, all or none. Answered by <see cref="RulesReply"/> when
/// everybody has been told.
/// </summary>
/// <param name="Changes">Judged together, so that they may need each other.</param>
/// <param name="ExpectedVersion">Refuse when the rules have another version by now; null: whatever they are.</param>
/// <param name="Author">The employee's 32 hexadecimal digits, or <see cref="SystemAuthor"/>.</param>
/// <param name="Note">What he says about it.</param>
public sealed record ChangeRules(
    IReadOnlyList<RuleChange> Changes, long? ExpectedVersion, string Author, string Note = "")
{
    /// <summary>Who speaks when the program itself sets something up.</summary>
    public const string SystemAuthor = "system";
}

/// <summary>One change: this item shall be so, or shall be no more.</summary>
public sealed record RuleChange(string Kind, string Id, JsonElement? Content)
{
    /// <summary>The item shall be as this rule.</summary>
    public static RuleChange To<T>(T rule)
        where T : class, IRule
    {
        var kind = RuleCatalog.Of<T>();
        return new RuleChange(kind.Key, rule.Id, kind.Write(rule));
    }
}

/// <summary>Command to the <c>rules</c> actor: as <see cref="ChangeRules"/> with one item.</summary>
public sealed record PutRule(
    string Kind, string Id, JsonElement Content, long? ExpectedVersion, string Author, string Note = "");

/// <summary>Command to the <c>rules</c> actor: one item shall be no more.</summary>
public sealed record RemoveRule(string Kind, string Id, long? ExpectedVersion, string Author, string Note = "");

/// <summary>
/// Query to the <c>rules</c> actor: what would be wrong with this item? Answered by <see cref="RulesReply"/>; nothing
/// changes.
/// </summary>
public sealed record CheckRule(string Kind, string Id, JsonElement Content);

/// <summary>Query to the <c>rules</c> actor: answered by <see cref="CentreRules"/>.</summary>
public sealed record GetRules;

/// <summary>
/// Command to the <c>rules</c> actor: tell the sender the rules, now and at every change
/// (<see cref="CentreRulesChanged"/>).
/// </summary>
public sealed record SubscribeToRules(RulesReader Reader);

/// <summary>Who lives by the rules, in the order in which they are told.</summary>
public enum RulesReader
{
    /// <summary>Who goes to whom.</summary>
    Router,

    /// <summary>Who waits where.</summary>
    Queues,

    /// <summary>Where a call goes.</summary>
    Interactions,

    /// <summary>What an agent may do.</summary>
    Agents,

    /// <summary>What the figures of a queue are measured by.</summary>
    Figures,

    /// <summary>Who watches the floor.</summary>
    Floor,

    /// <summary>What callers hear while they wait.</summary>
    Music,
}

/// <summary>News: these rules hold from now on.</summary>
public sealed record CentreRulesChanged(CentreRules Rules);

/// <summary>Reply to a change of the rules.</summary>
public abstract record RulesReply
{
    private RulesReply()
    {
    }

    /// <summary>It holds, and everybody has been told. A change that changes nothing is accepted too.</summary>
    public sealed record Accepted(long Version) : RulesReply;

    /// <summary>It makes no sense; nothing has changed.</summary>
    public sealed record Refused(IReadOnlyList<RuleProblem> Problems) : RulesReply;

    /// <summary>Somebody else has changed the rules meanwhile; nothing has changed.</summary>
    public sealed record Conflict(long Version) : RulesReply;
}
