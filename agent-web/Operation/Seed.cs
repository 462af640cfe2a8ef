using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Identity;
using CrmUms.CrmCore.Ports;
using CrmUms.CrmCore.Topics;
using CrmUms.Storage.Demo;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Operation;

/// <summary>What a new installation begins with. What is there already stays as it is.</summary>
internal sealed class Seed(
    WebOptions options,
    DemoSeed demo,
    PostgresAccountStore accounts,
    ITopicStore topics,
    IStaffDirectory staff,
    PasswordHashing hashing,
    IServiceProvider services)
{
    private const string DemoPassword = "crmums-demo";

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public async Task PeopleAsync(CancellationToken cancellation)
    {
        if (options.Demo)
        {
            await demo.RunAsync(hashing.Hash(DemoPassword), options.DemoAgents, cancellation);
            return;
        }

        await topics.AddMissingAsync(StarterTopics.All, cancellation);
        if (!await accounts.AnyAsync(cancellation))
        {
            // Nobody knows this password: the first sign-in, from this machine, sets the real one.
            var administrator = new Account(
                Guid.CreateVersion7(), "admin", "Administrator", EmployeeRole.Administrator, "ru",
                hashing.Hash(Guid.NewGuid().ToString()), MustSetPassword: true);
            await accounts.AddAsync(administrator, cancellation);
        }
    }

    /// <summary>Adds what is missing; an item that is there, or was removed by somebody, stays as it is.</summary>
    public async Task RulesAsync(CancellationToken cancellation)
    {
        var actor = services.GetRequiredService<AcdRefs>().Rules;
        var rules = await actor.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var wanted = rules.Version == 0 ? StarterRules.All : [];
        if (options.Demo)
        {
            var agents = await staff.ListAgentsAsync(cancellation);
            var demo = DemoRules.For([.. agents.Where(agent => !agent.IsSupervisor)]);
            // People may be added to a demo that is there already (load runs); their skills come with them.
            wanted = [.. wanted, .. rules.Version == 0 ? demo : demo.Where(change => change.Kind == "agent")];
        }

        var missing = wanted.Where(change => !rules.Has(change.Kind, change.Id)).ToList();
        var reply = await actor.Ask<RulesReply>(
            new ChangeRules(missing, ExpectedVersion: null, ChangeRules.SystemAuthor), ReplyMax, cancellation);
        if (reply is RulesReply.Refused refused)
        {
            throw new InvalidOperationException($"The starter rules make no sense: {refused.Problems[0]}.");
        }
    }
}
