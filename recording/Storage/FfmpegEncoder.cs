using System.ComponentModel;
using System.Diagnostics;
using CrmUms.Recording.Ports;

namespace CrmUms.Recording.Storage;

/// <summary>
/// ffmpeg as a process of the lowest priority: Ogg Opus, stereo, 32 kbit/s (decisions/0001-opus-in-ogg.md).
/// </summary>
public sealed class FfmpegEncoder(string path, TimeSpan encodeMax, TimeProvider time) : IAudioEncoder
{
    // "audio" and not "voip": the voice mode folds the channels into one another when both parties speak.
    private static readonly string[] Opus = ["-c:a", "libopus", "-application", "audio", "-b:a", "32k", "-f", "ogg"];

    public string Extension => ".opus";

    public string MediaType => "audio/ogg";

    public async Task EncodeAsync(string rawPath, string targetPath, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(encodeMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Start(rawPath, targetPath);
        try
        {
            var words = await process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            if (process.ExitCode != 0)
            {
                throw new RecordingException(
                    RecordingErrorCode.EncoderFailed, $"ffmpeg ended with {process.ExitCode}: {LastLine(words)}");
            }
        }
        catch (OperationCanceledException cause)
        {
            process.Kill(); // Not its tree: for that it is stopped first, and stays so when we end meanwhile.
            cancellation.ThrowIfCancellationRequested();
            throw new RecordingException(
                RecordingErrorCode.EncoderTooSlow, $"ffmpeg took longer than {encodeMax}.", cause);
        }
    }

    private Process Start(string rawPath, string targetPath)
    {
        var start = new ProcessStartInfo(path) { RedirectStandardError = true, RedirectStandardInput = true };
        // A message has one voice: the caller's, who is always the left one.
        string[] format = RecordingFiles.IsMessage(rawPath)
            ? ["-i", rawPath, "-af", "pan=stereo|c0=c0"]
            : ["-f", "s16le", "-ar", "8000", "-ac", "2", "-i", rawPath];
        string[] input = ["-nostdin", "-v", "error", "-y", .. format];
        foreach (var argument in (string[])[.. input, "-threads", "1", .. Opus, targetPath])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var process = Process.Start(start)
                ?? throw new RecordingException(RecordingErrorCode.EncoderMissing, $"{path} was not started.");
            LowerPriority(process);
            return process;
        }
        catch (Win32Exception cause)
        {
            throw new RecordingException(
                RecordingErrorCode.EncoderMissing, $"{path} cannot be started: {cause.Message}", cause);
        }
    }

    // Calls come first: the encoder takes what they leave of the processor.
    private static void LowerPriority(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended already; its exit code tells the rest.
            return;
        }
    }

    private static string LastLine(string words) => words.TrimEnd().Split('\n')[^1];
}
