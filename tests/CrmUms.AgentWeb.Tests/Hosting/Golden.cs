namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>
/// Files that lie with the source and are compared word by word. CRMUMS_WRITE_GOLDEN=1 writes them anew.
/// </summary>
internal static class Golden
{
    public static string PathOf(params string[] path) => Path.Combine([Root(), .. path]);

    public static async Task ShouldBeAsync(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("CRMUMS_WRITE_GOLDEN") is "1")
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }

        text.ShouldBe(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    // From where the program lies, not from what the compiler noted: a reproducible build notes no real paths.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrmUms.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No CrmUms.sln above the test's folder.");
    }
}
