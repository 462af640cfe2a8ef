using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Endpoints;
using CrmUms.Recording;
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
        // Asked for late: calls need prompts before there are rules.
        services.AddSingleton<IPromptUsage>(provider => new PromptUsage(
            () => provider.GetRequiredService<AcdRefs>().Rules, provider.GetRequiredService<AcdOptions>()));
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
        services.AddSingleton(provider =>
        {
            var dictations = new DictationServices(
                provider.GetRequiredService<ICallControl>(),
                provider.GetRequiredService<IPromptConverter>(),
                provider.GetRequiredService<PromptFiles>(),
                provider.GetRequiredService<RecordingFiles>(),
                provider.GetRequiredService<RecordingOptions>().SettleFor,
                provider.GetRequiredService<ILoggerFactory>().CreateLogger("CrmUms.Recording.Prompts"));
            var system = provider.GetRequiredService<ActorSystem>();
            return new DictationsRef(system.ActorOf(Props.Create(() => new DictationsActor(dictations)), "dictations"));
        });
        services.AddSingleton<IPromptLibrary>(provider => provider.GetRequiredService<PromptLibrary>());
    }
}

/// <summary>The address of the <c>dictations</c> actor.</summary>
internal sealed record DictationsRef(IActorRef Ref);

/// <summary>Siblings never know each other: the host asks the rules of the centre on behalf of the prompts.</summary>
internal sealed class PromptUsage(Func<IActorRef> rulesActor, AcdOptions habits) : IPromptUsage
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<PromptUse>> ListAsync(CancellationToken cancellation)
    {
        var rules = await rulesActor().Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        return [.. RulePrompts.Of(rules, habits.UnknownNumberPrompt).Select(ToUse)];
    }

    private static PromptUse ToUse(RulePrompt heard) => new(
        heard.Prompt,
        heard.Kind,
        heard.Id,
        heard.Name,
        [.. heard.Languages.Select(PromptLanguages.Find).OfType<PromptLanguage>()]);
}
