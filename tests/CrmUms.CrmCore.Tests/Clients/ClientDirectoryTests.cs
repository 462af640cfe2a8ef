using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;
using CrmUms.CrmCore.Ports;
using NSubstitute;

namespace CrmUms.CrmCore.Tests.Clients;

public sealed class ClientDirectoryTests
{
    private static readonly PhoneNumber Number = PhoneNumber.FromE164("+998901234567");

    private readonly IClientStore _store = Substitute.For<IClientStore>();

    [Fact]
    public async Task The_agent_sees_who_calls_and_how_to_address_him()
    {
        var manager = new AgentId(Guid.NewGuid());
        var client = new Client.Individual(
            new ClientId(Guid.NewGuid()),
            new PersonName("Юсупов", "Тимур", "Рашидович"),
            [Number],
            IsVip: true,
            new PersonalManager(manager, "Дильноза Юлдашева"));
        _store.FindByNumberAsync(Number, Arg.Any<CancellationToken>()).Returns(client);

        var identity = await FindAsync();

        identity.ShouldBe(new CallerIdentity(
            client.Id, ClientKind.Individual, "Юсупов Тимур Рашидович", "Тимур Рашидович", true, "Дильноза Юлдашева",
            ManagerId: manager));
    }

    [Fact]
    public async Task A_stranger_is_nobody() =>
        (await FindAsync()).ShouldBeNull();

    [Fact]
    public async Task A_caller_is_who_has_the_contract_that_he_has_keyed_in()
    {
        var client = new Client.Individual(
            new ClientId(Guid.NewGuid()), new PersonName("Юсупов", "Тимур", ""), [Number], IsVip: false, null);
        _store.FindByContractAsync("4711", Arg.Any<CancellationToken>()).Returns(client);
        var directory = new ClientDirectory(_store, NumberingPlan.Uzbekistan);

        var found = await directory.FindAsync("contract", "4711", TestContext.Current.CancellationToken);

        found!.Client.ShouldBe(client.Id);
        (await directory.FindAsync("contract", "4712", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private Task<CallerIdentity?> FindAsync() =>
        new ClientDirectory(_store, NumberingPlan.Uzbekistan)
            .FindByNumberAsync(Number, TestContext.Current.CancellationToken);
}
