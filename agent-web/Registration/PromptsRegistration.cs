using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Endpoints;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Prompts;
using CrmUms.Recording.Storage;

namespace CrmUms.AgentWeb.Registration;

internal static class PromptsRegistration
{
    public static void AddPrompts(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<PromptOptions>();
            return new PromptFiles(options.Folder, options.SoundsFolder);
        });
        services.AddSingleton<IPromptConverter, FfmpegPromptConverter>();
        services.AddSingleton<IPromptVoice, EspeakVoice>();
        services.AddSingleton<IPromptUsage>(new PromptUsage(_ => Task.FromResult<IReadOnlyList<PromptUse>>([])));
        services.AddSingleton(provider => new PromptLibrary(new PromptTools(
            provider.GetRequiredService<IPromptIndex>(),
            provider.GetRequiredService<IPromptUsage>(),
            provider.GetRequiredService<IPromptConverter>(),
            provider.GetRequiredService<IPromptVoice>(),
            provider.GetRequiredService<PromptFiles>(),
            provider.GetRequiredService<PromptOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("CrmUms.Recording.Prompts"))));
        services.AddSingleton<PromptReplies>();
        services.AddSingleton<IPromptLibrary>(provider => provider.GetRequiredService<PromptLibrary>());
    }
}

/// <summary>Siblings never know each other: the host asks the rules of the centre on behalf of the prompts.</summary>
internal sealed class PromptUsage(Func<CancellationToken, Task<IReadOnlyList<PromptUse>>> ask) : IPromptUsage
{
    public Task<IReadOnlyList<PromptUse>> ListAsync(CancellationToken cancellation) => ask(cancellation);
}
