using CrmUms.Acd;
using CrmUms.AgentWeb.Chat;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Operation;

namespace CrmUms.AgentWeb.Registration;

internal static class DesksRegistration
{
    public static void AddDesks(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var agents = provider.GetRequiredService<AcdRefs>().Agents;
            var floor = provider.GetRequiredService<FloorRef>().Ref;
            var time = provider.GetRequiredService<TimeProvider>();
            var log = provider.GetRequiredService<ILoggerFactory>().CreateLogger("CrmUms.AgentWeb.Desks");
            var system = provider.GetRequiredService<ActorSystem>();
            return new DesksRef(system.ActorOf(Props.Create(() => new DesksActor(agents, floor, time, log)), "desks"));
        });
        services.AddSingleton<ChatPeople>();
        services.AddSingleton<ChatRooms>();
        services.AddChatLimits();
        services.AddSingleton(provider =>
        {
            var system = provider.GetRequiredService<ActorSystem>();
            return new FlowWatchRef(system.ActorOf(Props.Create(() => new FlowWatchActor()), "flow-watch"));
        });
    }
}

/// <summary>The address of the <c>desks</c> actor.</summary>
internal sealed record DesksRef(IActorRef Ref);
