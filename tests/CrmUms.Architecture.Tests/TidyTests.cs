namespace CrmUms.Architecture.Tests;

/// <summary>What the compiler cannot see: lengths, banned words, each with its cure (STYLE rule 20).</summary>
public sealed class TidyTests
{
    private const int LineMax = 120;
    private const int FileMax = 400;

    private static readonly (string Text, string Cure)[] BannedInProduct =
    [
        ("DateTime.Now", "take a TimeProvider"),
        ("DateTime.UtcNow", "take a TimeProvider"),
        ("DateTimeOffset.Now", "take a TimeProvider"),
        ("DateTimeOffset.UtcNow", "take a TimeProvider"),
        ("Thread.Sleep", "wait for a condition, or let a timer send a message"),
        ("NotImplementedException", "finish it"),
        ("TODO", "finish it, or make it an issue"),
        ("FIXME", "finish it, or make it an issue"),
    ];

    private static readonly (string Text, string Cure)[] BannedInDomain =
    [
        ("lock (", "give the state one owner"),
        ("Concurrent", "give the state one owner"),
        ("Task.Run", "make it a message"),
        ("Task.Delay", "let a timer send a message"),
        ("Microsoft.AspNetCore", "the web is at the rim"),
        ("Npgsql", "SQL is in storage"),
        ("HttpClient", "Asterisk is behind a port"),
    ];

    private static readonly (string Text, string Cure)[] BannedInTests =
    [
        ("Thread.Sleep", "turn the clock, or wait for a condition with a bound"),
        ("Skip =", "mend it or delete it"),
    ];

    [Fact]
    public void No_line_is_longer_than_the_house_measure() =>
        Sources()
            .SelectMany(file =>
                Lines(file)
                    .Where(line => line.Text.Length > LineMax)
                    .Select(line => $"{Repository.Relative(file)}:{line.Number} has {line.Text.Length} characters")
            )
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_the_house_measure() =>
        Sources()
            .Select(file => (file, Lines: File.ReadAllLines(file).Length))
            .Where(each => each.Lines > FileMax)
            .Select(each => $"{Repository.Relative(each.file)} has {each.Lines} lines: has it still one subject?")
            .ShouldBeEmpty();

    [Fact]
    public void The_product_reads_no_clock_and_leaves_nothing_open() =>
        Offences(ProductFiles(), BannedInProduct).ShouldBeEmpty();

    [Fact]
    public void The_domain_shares_no_state_and_knows_no_technique() =>
        Offences(new[] { "acd", "crm-core" }.SelectMany(Folder), BannedInDomain).ShouldBeEmpty();

    [Fact]
    public void Tests_neither_sleep_nor_skip() =>
        Offences(Folder("tests").Where(file => !IsThisFile(file)), BannedInTests).ShouldBeEmpty();

    [Fact]
    public void A_suppression_states_its_reason() =>
        Sources()
            .Where(file => !IsThisFile(file))
            .SelectMany(file =>
                Lines(file)
                    .Where(line =>
                        (
                            line.Text.Contains("#pragma warning disable", StringComparison.Ordinal)
                            && !line.Text.Contains("//", StringComparison.Ordinal)
                        )
                        || (
                            line.Text.Contains("[SuppressMessage", StringComparison.Ordinal)
                            && !line.Text.Contains("Justification", StringComparison.Ordinal)
                        )
                    )
                    .Select(line => $"{Repository.Relative(file)}:{line.Number}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Every_room_has_a_page_that_says_what_it_is() =>
        new[]
        {
            "actors",
            "acd",
            "recording",
            "crm-core",
            "storage",
            "cti-gateway",
            "agent-web",
            "deploy",
            "load-tests",
            "",
        }
            .Where(room => !File.Exists(Path.Combine(Repository.Root, room, "README.md")))
            .ShouldBeEmpty();

    [Fact]
    public void The_root_page_lists_every_decision()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Repository
            .Files("*.md")
            .Select(Repository.Relative)
            .Where(path =>
                path.Contains("/decisions/", StringComparison.Ordinal) && !page.Contains(path, StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    private static bool IsThisFile(string file) => file.EndsWith("TidyTests.cs", StringComparison.Ordinal);

    private static IEnumerable<string> ProductFiles() =>
        new[] { "actors", "acd", "recording", "crm-core", "storage", "cti-gateway", "agent-web" }.SelectMany(Folder);

    private static IEnumerable<string> Folder(string folder) =>
        Repository.Files("*.cs", folder).Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Sources() =>
        Repository.Files("*.cs").Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Offences(IEnumerable<string> files, (string Text, string Cure)[] banned) =>
        from file in files
        from line in Lines(file)
        from ban in banned
        where line.Text.Contains(ban.Text, StringComparison.Ordinal)
        select $"{Repository.Relative(file)}:{line.Number} says {ban.Text}: {ban.Cure}";

    private static IEnumerable<(int Number, string Text)> Lines(string file) =>
        File.ReadLines(file).Select((text, index) => (index + 1, text));
}
