using CrmUms.Acd;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;
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
    PasswordHashing hashing,
    IServiceProvider services)
{
    private const string DemoPassword = "crmums-demo";

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    private static readonly QueueConfiguration[] DemoQueues =
    [
        new(
            new QueueId("support"),
            "Поддержка",
            ["1000", "+998711234567"],
            Skill: "support",
            Greeting: "crmums-greeting",
            Language: "ru",
            Music: "default",
            RingFor: TimeSpan.FromSeconds(20),
            WrapUpFor: TimeSpan.FromSeconds(60),
            WaitingMax: 500),
        new(
            new QueueId("express"),
            "Экспресс",
            ["1001"],
            Skill: "support",
            Greeting: "",
            Language: "ru",
            Music: "default",
            RingFor: TimeSpan.FromSeconds(20),
            WrapUpFor: TimeSpan.FromSeconds(30),
            WaitingMax: 500),
    ];

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
            await accounts.AddAsync(administrator, new Dictionary<string, int>(), cancellation);
        }
    }

    public async Task QueuesAsync(CancellationToken cancellation)
    {
        if (!options.Demo)
        {
            return;
        }

        var queues = services.GetRequiredService<AcdRefs>().Queues;
        var there = await queues.Ask<QueueViews>(new GetQueueViews(), ReplyMax, cancellation);
        var known = there.Queues.Select(view => view.Configuration.Queue);
        foreach (var queue in DemoQueues.ExceptBy(known, queue => queue.Queue))
        {
            var reply = await queues.Ask<QueueReply>(new ConfigureQueue(queue), ReplyMax, cancellation);
            if (reply.Problem is { } problem)
            {
                throw new InvalidOperationException($"The demo queue {queue.Queue} makes no sense: {problem}.");
            }
        }
    }
}
