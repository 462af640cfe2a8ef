using System.Text.Json;
using CrmUms.Acd;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Operation;

namespace CrmUms.AgentWeb.Registration;

internal static class FloorRegistration
{
    public static void AddFloor(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var acd = provider.GetRequiredService<AcdRefs>();
        var outlooks = provider.GetRequiredService<AcdServices>().Outlooks;
        var link = provider.GetRequiredService<PbxLinkState>();
        var floor = new FloorServices(provider.GetRequiredService<TimeProvider>(), MakeWire());
        var system = provider.GetRequiredService<ActorSystem>();
        return new FloorRef(system.ActorOf(Props.Create(() => new FloorActor(acd, outlooks, link, floor)), "floor"));
    });

    private static JsonSerializerOptions MakeWire()
    {
        var wire = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        WebRegistration.UseWireFormat(wire);
        return wire;
    }
}

/// <summary>The address of the <c>floor</c> actor.</summary>
internal sealed record FloorRef(IActorRef Ref);
