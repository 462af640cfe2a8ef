using Microsoft.Extensions.Options;

namespace CrmUms.AgentWeb.Operation;

/// <summary>Runs the server; a setting that makes no sense ends it with one clear line instead of a stack.</summary>
internal static class Run
{
    // The exit code that sysexits.h gives to "something is not configured properly".
    private const int BadConfiguration = 78;

    public static async Task<int> OrExplainAsync(Func<WebApplication> build)
    {
        try
        {
            await build().RunAsync();
            return 0;
        }
        catch (OptionsValidationException bad)
        {
            return Explain(string.Join(Environment.NewLine, bad.Failures));
        }
        catch (InvalidOperationException bad) when (bad.Source == "Microsoft.Extensions.Configuration.Binder")
        {
            return Explain(bad.InnerException is { } cause ? bad.Message + " " + cause.Message : bad.Message);
        }
    }

    private static int Explain(string problem)
    {
        Console.Error.WriteLine("Settings: " + problem);
        return BadConfiguration;
    }
}
