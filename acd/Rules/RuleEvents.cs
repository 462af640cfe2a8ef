using System.Text.Json;

namespace CrmUms.Acd.Rules;

/// <summary>Event: one item of the rules was made, changed or removed.</summary>
/// <param name="Version">Of the rules after it; grows by one with each.</param>
/// <param name="Kind">Key of the kind.</param>
/// <param name="Id">Which item.</param>
/// <param name="Content">The whole item; null when it was removed.</param>
/// <param name="Author">The employee's 32 hexadecimal digits, or <c>system</c>.</param>
/// <param name="Note">What the author says about it; may be empty.</param>
/// <param name="At">When.</param>
public sealed record RuleChanged(
    long Version, string Kind, string Id, JsonElement? Content, string Author, string Note, DateTimeOffset At);

/// <summary>Snapshot of the rules.</summary>
public sealed record RulesSnapshot(long Version, IReadOnlyList<RuleSnapshot> Items);

/// <summary>One item of it.</summary>
/// <param name="Kind">Key of the kind.</param>
/// <param name="Id">Which item.</param>
/// <param name="Content">The whole item.</param>
/// <param name="IsFormer">It was removed, and is remembered for those whom it still serves.</param>
public sealed record RuleSnapshot(string Kind, string Id, JsonElement Content, bool IsFormer);
