using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Registration;
using CrmUms.Recording.Ports;
using CrmUms.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>The whole server on a real socket: real database, real actors, a PBX without telephones.</summary>
internal sealed class CrmUmsServer : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;

    public CrmUmsServer(string connectionString, params (string Name, string Value)[] settings)
    {
        Folder = Directory.CreateTempSubdirectory("crmums-server-").FullName;
        _settings = new Dictionary<string, string>
        {
            ["Storage:ConnectionString"] = connectionString,
            ["Web:Demo"] = "true",
            ["Web:DataFolder"] = Path.Combine(Folder, "server"),
            ["Web:Root"] = Directory.CreateDirectory(Path.Combine(Folder, "wwwroot")).FullName,
            ["Asterisk:Password"] = "no-asterisk-here",
            ["Recording:RawFolder"] = Directory.CreateDirectory(Path.Combine(Folder, "raw")).FullName,
            ["Prompts:Folder"] = Path.Combine(Folder, "prompts"),
            ["Prompts:SoundsFolder"] = Directory.CreateDirectory(Path.Combine(Folder, "sounds")).FullName,
            ["Recording:Folder"] = Directory.CreateDirectory(Path.Combine(Folder, "recordings")).FullName,
        }.Concat(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
            .GroupBy(setting => setting.Key)
            .ToDictionary(setting => setting.Key, setting => setting.Last().Value);
        UseKestrel(0);
    }

    public string Folder { get; }

    public FakePbx Pbx => Services.GetRequiredService<FakePbx>();

    public FakePromptUsage PromptUsage => Services.GetRequiredService<FakePromptUsage>();

    public Uri Address => ClientOptions.BaseAddress;

    public CrmUmsServer Start()
    {
        StartServer();
        Pbx.RestoreLink(); // As a gateway does: the first thing told is what the PBX has.
        return this;
    }

    public Browser OpenBrowser() => new(Address);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(provider => new FakePbx(
                fact => provider.GetRequiredService<PbxDoorRef>().Ref.Tell(fact, ActorRefs.NoSender),
                TimeProvider.System));
            services.AddSingleton(new FakePromptUsage());
            services.AddSingleton<IPromptUsage>(provider => provider.GetRequiredService<FakePromptUsage>());
            services.AddSingleton<ICallControl>(provider => provider.GetRequiredService<FakePbx>());
            services.AddSingleton<IAgentPhones>(provider => provider.GetRequiredService<FakePbx>());
        });
    }
}
