using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Operation;
using CrmUms.CtiGateway;
using CrmUms.CtiGateway.LookUps;

namespace CrmUms.AgentWeb.Registration;

internal static class CtiRegistration
{
    public static void AddCti(this IServiceCollection services)
    {
        services.AddSingleton<PbxLinkState>();
        services.AddSingleton(provider =>
        {
            var link = provider.GetRequiredService<PbxLinkState>();
            var system = provider.GetRequiredService<ActorSystem>();
            return new PbxDoorRef(system.ActorOf(Props.Create(() => new PbxDoorActor(link)), "pbx-door"));
        });
        services.AddSingleton(provider => AsteriskGateway.Start(
            provider.GetRequiredService<ActorSystem>(),
            provider.GetRequiredService<PbxDoorRef>().Ref,
            provider.GetRequiredService<AsteriskOptions>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("CrmUms.CtiGateway"),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICallControl>(provider => provider.GetRequiredService<AsteriskGateway>().Calls);
        services.AddSingleton(provider => provider.GetRequiredService<AsteriskGateway>().Music);
        services.AddSingleton<IHttpLookUps, HttpLookUps>();
        services.AddSingleton<IAgentPhones>(provider => provider.GetRequiredService<AsteriskGateway>().Phones);
    }
}

/// <summary>Where the PBX's facts come in.</summary>
internal sealed record PbxDoorRef(IActorRef Ref);
