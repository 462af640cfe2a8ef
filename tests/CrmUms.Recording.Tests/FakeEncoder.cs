using CrmUms.Recording.Ports;

namespace CrmUms.Recording.Tests;

/// <summary>Copies; counts; fails when told so.</summary>
internal sealed class FakeEncoder : IAudioEncoder
{
    private readonly Queue<RecordingException> _failures = new();
    private int _running;

    public string Extension => ".copy";

    public string MediaType => "audio/test";

    public int Runs { get; private set; }

    /// <summary>Most at one time.</summary>
    public int RunningMax { get; private set; }

    /// <summary>When set, encoding waits for it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public void FailNext(RecordingErrorCode code) => _failures.Enqueue(new RecordingException(code, "as told"));

    public async Task EncodeAsync(string rawPath, string targetPath, CancellationToken cancellation)
    {
        Runs++;
        RunningMax = Math.Max(RunningMax, Interlocked.Increment(ref _running));
        try
        {
            if (Gate is { } gate)
            {
                await gate.Task.WaitAsync(cancellation);
            }

            if (_failures.TryDequeue(out var failure))
            {
                throw failure;
            }

            File.Copy(rawPath, targetPath, overwrite: true);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
