namespace CrmUms.CtiGateway.Tests;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CrmUms.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
