using System.Runtime.CompilerServices;

namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>Files that lie with the source and are compared word by word. CRMUMS_WRITE_GOLDEN=1 writes them anew.</summary>
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

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
