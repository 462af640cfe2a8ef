using CrmUms.Recording;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Recordings;
using CrmUms.Recording.Storage;

namespace CrmUms.AgentWeb.Registration;

internal static class RecordingsRegistration
{
    public static void AddRecordings(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<RecordingOptions>();
            return new RecordingFiles(options.RawFolder, options.Folder);
        });
        services.AddSingleton<IAudioEncoder>(provider =>
        {
            var options = provider.GetRequiredService<RecordingOptions>();
            var time = provider.GetRequiredService<TimeProvider>();
            return new FfmpegEncoder(options.EncoderPath, options.EncodeMax, time);
        });
        services.AddSingleton(provider =>
        {
            var recordings = new RecordingServices(
                provider.GetRequiredService<IRecordingIndex>(),
                provider.GetRequiredService<IAudioEncoder>(),
                provider.GetRequiredService<RecordingOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>().CreateLogger("CrmUms.Recording"));
            var system = provider.GetRequiredService<ActorSystem>();
            return new RecordingsRef(system.ActorOf(Props.Create(() => new RecordingsActor(recordings)), "recordings"));
        });
    }
}

/// <summary>The address of the <c>recordings</c> actor.</summary>
internal sealed record RecordingsRef(IActorRef Ref);
