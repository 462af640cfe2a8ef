using System.Net;
using CrmUms.Acd;
using CrmUms.AgentWeb.Operation;
using CrmUms.CtiGateway;
using CrmUms.Recording;
using CrmUms.Recording.Prompts;
using CrmUms.Storage;
using Microsoft.Extensions.Options;

namespace CrmUms.AgentWeb.Registration;

/// <summary>Every section of settings: a bad or unknown one stops the start and is named.</summary>
internal static class SettingsRegistration
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSection<AcdOptions>("Acd");
        builder.Services.AddSection<AsteriskOptions>("Asterisk");
        builder.Services.AddSection<CtiOptions>("Cti")
            .Validate(
                cti => EmbedOrigins.Of(cti).All(EmbedOrigins.IsOrigin),
                "Cti:EmbedOrigins is a list of origins like https://crm.example.");
        builder.Services.AddSection<PostgresOptions>("Storage");
        builder.Services.AddSection<RecordingOptions>("Recording");
        builder.Services.AddSection<PromptOptions>("Prompts");
        builder.Services.AddSection<WebOptions>(WebOptions.Section)
            .Validate(
                web => web.Demo || web.DemoAgents == 0,
                "Web:DemoAgents is for demo mode (Web:Demo) only.")
            .Validate(
                web => web.Demo || web.Urls.Split(';').All(IsSafe),
                "Web:Urls: outside demo mode an address beyond the machine itself must be https.")
            .Validate(
                web => web.MetricsFrom.Split(',', StringSplitOptions.TrimEntries).All(IsNetwork),
                "Web:MetricsFrom is a list of networks like 10.0.0.0/8.");
    }

    /// <summary>For what must be known before the container is built; checked there all the same.</summary>
    public static WebOptions Web(this IConfiguration configuration) =>
        configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();

    /// <summary>Whether pages of others may show our softphone.</summary>
    public static bool IsEmbedded(this IConfiguration configuration) =>
        EmbedOrigins.Of(configuration.GetSection("Cti").Get<CtiOptions>() ?? new CtiOptions()).Count > 0;

    private static OptionsBuilder<T> AddSection<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        return services.AddOptions<T>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
    }

    private static bool IsNetwork(string text) => IPNetwork.TryParse(text, out _);

    internal static bool IsSafe(string url) =>
        url.Trim() is var address
        && (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.IsLoopback));
}
