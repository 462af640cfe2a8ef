using System.Xml.Linq;

namespace CrmUms.Architecture.Tests;

/// <summary>Who may know whom. An arrow that is not here needs a decision record before it needs code.</summary>
public sealed class ProjectArrowTests
{
    private const string Actors = "CrmUms.Actors";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [Actors] = [],
        ["CrmUms.Actors.TestKit"] = [Actors],
        ["CrmUms.Acd"] = [Actors],
        ["CrmUms.CrmCore"] = [Actors, "CrmUms.Acd"],
        ["CrmUms.Recording"] = [Actors, "CrmUms.Acd"],
        ["CrmUms.Storage"] = [Actors, "CrmUms.Acd", "CrmUms.CrmCore", "CrmUms.Recording"],
        ["CrmUms.CtiGateway"] = [Actors, "CrmUms.Acd", "CrmUms.Recording"],
        ["CrmUms.AgentWeb"] =
        [
            Actors,
            "CrmUms.Acd",
            "CrmUms.CrmCore",
            "CrmUms.Recording",
            "CrmUms.Storage",
            "CrmUms.CtiGateway",
        ],

        // They speak SIP, HTTP and SignalR from outside.
        ["CrmUms.SipPhone"] = [],
        ["CrmUms.SipPhone.Cli"] = ["CrmUms.SipPhone"],
        ["CrmUms.EndToEnd.Tests"] = ["CrmUms.SipPhone"],
        ["CrmUms.LoadTests"] = ["CrmUms.SipPhone"],

        // These measure the kernel and its journal, the flow engine, the routing core, replay a recorded day, or write
        // code from Asterisk's description.
        ["CrmUms.KernelBenches"] = [Actors, "CrmUms.Storage"],
        ["CrmUms.FlowBench"] = ["CrmUms.Acd"],
        ["CrmUms.RoutingBenches"] = [Actors, "CrmUms.Acd"],
        ["CrmUms.Replay"] = [Actors, "CrmUms.Acd", "CrmUms.Storage"],
        ["CrmUms.CtiGateway.Generator"] = [],
    };

    private static readonly (string Project, string Package)[] OwnedPackages =
    [
        ("CrmUms.Storage", "Npgsql"), // One database, one owner.
        ("CrmUms.Storage", "Dapper"),
        ("CrmUms.AgentWeb", "Serilog"),
    ];

    public static TheoryData<string> Products =>
        [
            .. Projects()
                .Keys.Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal) || Allowed.ContainsKey(name)),
        ];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_project_knows_only_whom_it_may_know(string project)
    {
        if (project == "CrmUms.TestKit")
        {
            return; // A kit for tests may hold fakes for every port.
        }

        Allowed.ShouldContainKey(project, "A new project needs a row in this table.");
        ReferencesOf(project).ShouldBeSubsetOf(Allowed[project]);
    }

    [Fact]
    public void Tests_never_know_other_tests() =>
        Projects()
            .Keys.Where(name => name.EndsWith(".Tests", StringComparison.Ordinal))
            .SelectMany(ReferencesOf)
            .ShouldNotContain(name => name.EndsWith(".Tests", StringComparison.Ordinal));

    [Fact]
    public void A_package_with_an_owner_is_used_by_its_owner_only()
    {
        foreach (var (name, document) in Projects().Where(project => Allowed.ContainsKey(project.Key)))
        {
            var packages = document
                .Descendants("PackageReference")
                .Select(item => (string)item.Attribute("Include")!)
                .ToArray();
            OwnedPackages.Where(owned => owned.Project != name && packages.Contains(owned.Package)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "CrmUms.sln")).Replace('\\', '/');
        Repository
            .Files("*.csproj")
            .Select(Repository.Relative)
            .Where(path => !solution.Contains(path))
            .ShouldBeEmpty();
    }

    private static Dictionary<string, XDocument> Projects() =>
        Repository.Files("*.csproj").ToDictionary(path => Path.GetFileNameWithoutExtension(path), XDocument.Load);

    private static IEnumerable<string> ReferencesOf(string project)
    {
        var document = Projects()[project];
        var named = document
            .Descendants("ProjectReference")
            .Select(item => Path.GetFileNameWithoutExtension(((string)item.Attribute("Include")!).Replace('\\', '/')));
        var usesActors = document.Descendants("UsesActors").Any(item => item.Value == "true");
        return usesActors ? named.Append(Actors) : named;
    }
}
