namespace CrmUms.Architecture.Tests;

/// <summary>The checkout that the tests read: its root, its projects, its source files.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["artifacts", "node_modules", "var", "bin", "obj", ".git", "wwwroot"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Files(string pattern, string under = "") =>
        Walk(Path.Combine(Root, under), pattern);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern))
        {
            yield return file;
        }

        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            if (!Skipped.Contains(Path.GetFileName(below)))
            {
                foreach (var file in Walk(below, pattern))
                {
                    yield return file;
                }
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrmUms.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No CrmUms.sln above the test's folder.");
    }
}
