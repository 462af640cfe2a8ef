using System.ComponentModel;
using System.Diagnostics;
using CrmUms.Recording.Ports;

namespace CrmUms.Recording.Storage;

/// <summary>Runs a program to its end, within a bound. Arguments go to it one by one: no shell reads them.</summary>
internal sealed class ToolProcess(string path, TimeSpan runMax, TimeProvider time)
{
    /// <param name="arguments">Passed on as they are.</param>
    /// <param name="input">Written to the program's input; null closes it at once.</param>
    /// <param name="cancellation">Ends the program.</param>
    public async Task<ToolResult> RunAsync(
        IEnumerable<string> arguments, string? input, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(runMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Start(arguments);
        try
        {
            var words = process.StandardError.ReadToEndAsync(either.Token);
            await WriteAsync(process, input, either.Token);
            await process.WaitForExitAsync(either.Token);
            return new ToolResult(process.ExitCode, await words);
        }
        catch (OperationCanceledException cause)
        {
            process.Kill(); // Not its tree: for that it is stopped first, and stays so when we end meanwhile.
            cancellation.ThrowIfCancellationRequested();
            throw new PromptException(PromptErrorCode.ToolTooSlow, $"{path} took longer than {runMax}.", cause);
        }
    }

    private static async Task WriteAsync(Process process, string? input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync((input ?? "").AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit code tells the rest.
            return;
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        try
        {
            var process = Process.Start(start)
                ?? throw new PromptException(PromptErrorCode.ToolMissing, $"{path} was not started.");
            LowerPriority(process);
            return process;
        }
        catch (Win32Exception cause)
        {
            throw new PromptException(
                PromptErrorCode.ToolMissing, $"{path} cannot be started: {cause.Message}", cause);
        }
    }

    // Calls come first; but a person waits for this, so it is not the very last.
    private static void LowerPriority(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended already; its exit code tells the rest.
            return;
        }
    }
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Words">What it wrote to its error output.</param>
internal sealed record ToolResult(int ExitCode, string Words)
{
    public string LastLine => Words.TrimEnd().Split('\n')[^1];
}
