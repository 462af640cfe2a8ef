using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;
using CrmUms.CrmCore.Topics;
using CrmUms.Storage.Crm;
using CrmUms.Storage.Demo;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Tests.Acd;
using CrmUms.Storage.Tests.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.Storage.Tests.Crm;

public sealed class ClientStoreTests(PostgresServer server) : DatabaseTest(server)
{
    private static readonly PhoneNumber Shared = PhoneNumber.FromE164("+998900000000");

    private PostgresClientStore Clients => new(Database);

    [Fact]
    public async Task A_client_is_kept_as_he_was_entered_and_found_by_each_of_his_numbers()
    {
        var client = new Client.Organization(
            new ClientId(Guid.CreateVersion7()),
            "ООО Навруз Савдо",
            Inn.Parse("301234567"),
            new PersonName("Саидова", "Нигора", "Анваровна"),
            [PhoneNumber.FromE164("+998712000001"), Shared],
            IsVip: true,
            PersonalManager: null) { Contract = "4711" };
        await Clients.SaveAsync([client], Cancellation);

        (await Clients.FindByContractAsync("4711", Cancellation))!.Id.ShouldBe(client.Id);
        (await Clients.FindByContractAsync("4712", Cancellation)).ShouldBeNull();
        foreach (var number in client.Numbers)
        {
            var found = (await Clients.FindByNumberAsync(number, Cancellation)).ShouldBeOfType<Client.Organization>();
            found.Numbers.ShouldBe(client.Numbers);
            (found with { Numbers = client.Numbers }).ShouldBe(client);
        }

        (await Clients.FindByNumberAsync(PhoneNumber.FromE164("+998999999999"), Cancellation)).ShouldBeNull();
        (await Clients.FindAsync(new ClientId(Guid.NewGuid()), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_client_who_is_saved_again_has_what_was_saved_last()
    {
        var client = Person("Алишер", Shared);
        await Clients.SaveAsync([client], Cancellation);
        await Clients.SaveAsync([client with { Numbers = [PhoneNumber.FromE164("+998911111111")] }], Cancellation);

        (await Clients.FindByNumberAsync(Shared, Cancellation)).ShouldBeNull();
        (await Clients.FindAsync(client.Id, Cancellation))!.Numbers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_several_who_share_a_number_the_one_most_recently_in_touch_is_recognised()
    {
        var (early, late, never) = (Person("Ранний", Shared), Person("Поздний", Shared), Person("Никогда", Shared));
        await Clients.SaveAsync([never, late, early], Cancellation);
        foreach (var (client, hour) in new[] { (late, 2), (early, 1) })
        {
            var call = new Call(DateTimeOffset.UnixEpoch.AddHours(hour));
            await HappenedAsync(call.PersistenceId, call.Arrived(), call.Identified(0, client.Id));
        }

        await Projector.CatchUpAsync(Cancellation);

        (await Clients.FindByNumberAsync(Shared, Cancellation))!.Id.ShouldBe(late.Id);
    }

    [Fact]
    public async Task The_demo_has_a_thousand_clients_and_seeding_it_twice_changes_nothing()
    {
        var accounts = new PostgresAccountStore(Database, TimeProvider.System);
        var topics = new PostgresTopicStore(Database);
        var seed = new DemoSeed(accounts, Clients, topics, NullLogger<DemoSeed>.Instance);

        await seed.RunAsync("hash", benchAgents: 2, Cancellation);
        await seed.RunAsync("another hash", benchAgents: 3, Cancellation);

        (await Database.FindAsync<long>("select count(*) from crm.client", null, Cancellation)).ShouldBe(1000);
        var vip = await Clients.FindByNumberAsync(PhoneNumber.FromE164("+998901234567"), Cancellation);
        vip.ShouldNotBeNull();
        (vip.DisplayName, vip.GreetingName, vip.IsVip).ShouldBe(("Юсупов Тимур Рашидович", "Тимур Рашидович", true));
        vip.PersonalManager!.DisplayName.ShouldBe("Дильноза Юлдашева");
        var agents = await new PostgresStaffDirectory(Database).ListAgentsAsync(Cancellation);
        agents.Count(agent => !agent.IsSupervisor).ShouldBe(5);
        agents.Single(agent => agent.IsSupervisor).DisplayName.ShouldBe("Дильноза Юлдашева");
        (await topics.ListAsync(Cancellation)).ShouldBe(StarterTopics.All);
    }

    [Fact]
    public async Task A_caller_is_looked_up_by_the_index_of_numbers()
    {
        await Clients.SaveAsync(
            DemoClients.Make(new PersonalManager(new AgentId(Guid.Empty), "")), Cancellation);
        await Database.ExecuteAsync("analyze crm.client, crm.client_number", null, Cancellation);

        var plan = await Database.QueryAsync<string>(
            """
            explain
            select * from crm.client_number join crm.client using (client_id) where number_e164 = '+998901234567'
            """,
            null,
            Cancellation);

        string.Join('\n', plan).ShouldContain("client_number_number_idx");
        string.Join('\n', plan).ShouldNotContain("Seq Scan");
    }

    private static Client.Individual Person(string name, PhoneNumber number) => new(
        new ClientId(Guid.CreateVersion7()), new PersonName("", name, ""), [number], IsVip: false, null);
}
