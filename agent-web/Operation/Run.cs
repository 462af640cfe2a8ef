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
            return Environment.ExitCode; // Not 0 when the server has ended itself.
        }
        catch (Exception failure) when (ProblemsOf(failure) is { Count: > 0 } problems)
        {
            problems.ForEach(problem => Console.Error.WriteLine("Settings: " + problem));
            return BadConfiguration;
        }
    }

    // Several sections may be wrong at once; whatever is not about settings is not ours to explain.
    private static List<string> ProblemsOf(Exception failure) => failure switch
    {
        AggregateException several => [.. several.InnerExceptions.SelectMany(ProblemsOf)],
        OptionsValidationException bad => [.. bad.Failures],
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } bad => [bad.Message],
        _ => [],
    };
}
