using System.Text.RegularExpressions;
using CrmUms.CrmCore.Cases;

namespace CrmUms.CrmCore.Tests.Cases;

public sealed partial class CaseLifecycleTests
{
    [Fact]
    public void A_missed_case_cannot_be_talked_about_any_more() =>
        Should.Throw<InvalidOperationException>(() => CaseLifecycle.Advance(CaseStatus.Missed, CaseFact.TalkBegan));

    [Fact]
    public void Every_status_but_the_first_can_be_reached() =>
        CaseLifecycle.Moves.Values.Append(CaseStatus.New).Distinct().Order().ShouldBe(Enum.GetValues<CaseStatus>());

    [Fact]
    public void The_diagram_in_the_README_shows_the_moves_of_the_table()
    {
        var drawn = Arrow().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.crm-core.md")))
            .Select(arrow => $"{arrow.Groups["from"]} {arrow.Groups["fact"]} {arrow.Groups["to"]}");

        drawn.Order(StringComparer.Ordinal).ShouldBe(CaseLifecycle.Moves
            .Select(move => $"{move.Key.From} {move.Key.Fact} {move.Value}").Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\s*(?<from>\w+) --> (?<to>\w+): (?<fact>\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
