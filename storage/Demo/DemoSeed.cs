using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;
using CrmUms.CrmCore.Ports;
using CrmUms.CrmCore.Topics;
using CrmUms.Storage.Identity;
using Microsoft.Extensions.Logging;

namespace CrmUms.Storage.Demo;

/// <summary>People to try the program with. Called in demo mode only; what is there already stays as it is.</summary>
public sealed class DemoSeed(
    PostgresAccountStore accounts, IClientStore clients, ITopicStore topics, ILogger<DemoSeed> log)
{
    /// <param name="passwordHash">Hash of the password that all of them share.</param>
    /// <param name="benchAgents">How many further agents, <c>bench1</c>, <c>bench2</c> …, for load runs.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task RunAsync(string passwordHash, int benchAgents, CancellationToken cancellation)
    {
        var staffAdded = 0;
        foreach (var account in DemoStaff.All(passwordHash, benchAgents))
        {
            staffAdded += await accounts.AddAsync(account, cancellation) ? 1 : 0;
        }

        await topics.AddMissingAsync(StarterTopics.All, cancellation);
        var made = DemoClients.Make(new PersonalManager(new AgentId(DemoStaff.SupervisorId), DemoStaff.SupervisorName));
        var isNew = await clients.FindAsync(made[^1].Id, cancellation) is null;
        if (isNew)
        {
            await clients.SaveAsync(made, cancellation);
        }

        log.DemoSeeded(staffAdded, isNew ? made.Count : 0);
    }
}
