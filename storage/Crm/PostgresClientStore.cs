using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;
using CrmUms.CrmCore.Ports;
using Dapper;

namespace CrmUms.Storage.Crm;

/// <summary>Clients and their numbers.</summary>
public sealed class PostgresClientStore(PostgresDatabase database) : IClientStore
{
    private const string Columns =
        """
        client.client_id, client.kind, client.surname, client.given_name, client.patronymic,
        client.organization_name, client.inn, client.is_vip, client.has_debt, client.contract,
        client.personal_manager_id,
        manager.display_name as personal_manager_name,
        array(select number_e164 from crm.client_number as number
               where number.client_id = client.client_id order by position) as numbers
        """;

    // One look-up in client_number_number_idx: the caller is waiting.
    private const string SelectByNumber =
        "select " + Columns +
        """

          from crm.client_number as hit
          join crm.client as client on client.client_id = hit.client_id
          left join identity.employee as manager on manager.employee_id = client.personal_manager_id
         where hit.number_e164 = @number
         order by client.last_contacted_at desc nulls last, client.client_id
         limit 1
        """;

    private const string SelectByContract =
        "select " + Columns +
        """

          from crm.client as client
          left join identity.employee as manager on manager.employee_id = client.personal_manager_id
         where client.contract = @contract
        """;

    private const string SelectById =
        "select " + Columns +
        """

          from crm.client as client
          left join identity.employee as manager on manager.employee_id = client.personal_manager_id
         where client.client_id = @id
        """;

    private const string Upsert =
        """
        insert into crm.client (
               client_id, kind, surname, given_name, patronymic, organization_name, inn, is_vip, has_debt,
               contract, personal_manager_id)
        values (
               @ClientId, @Kind, @Surname, @GivenName, @Patronymic, @OrganizationName, @Inn, @IsVip, @HasDebt,
               @Contract, @PersonalManagerId)
        on conflict (client_id) do update
           set kind = excluded.kind, surname = excluded.surname, given_name = excluded.given_name,
               patronymic = excluded.patronymic, organization_name = excluded.organization_name, inn = excluded.inn,
               is_vip = excluded.is_vip, has_debt = excluded.has_debt, contract = excluded.contract,
               personal_manager_id = excluded.personal_manager_id
        """;

    private const string DeleteNumbers = "delete from crm.client_number where client_id = any(@ids)";

    private const string InsertNumber =
        "insert into crm.client_number (client_id, number_e164, position) values (@Client, @Number, @Position)";

    public async Task<Client?> FindByNumberAsync(PhoneNumber number, CancellationToken cancellation) =>
        (await database.FindAsync<Row>(SelectByNumber, new { number = number.E164 }, cancellation))?.ToClient();

    public async Task<Client?> FindByContractAsync(string contract, CancellationToken cancellation) =>
        (await database.FindAsync<Row>(SelectByContract, new { contract }, cancellation))?.ToClient();

    public async Task<Client?> FindAsync(ClientId client, CancellationToken cancellation) =>
        (await database.FindAsync<Row>(SelectById, new { id = client.Value }, cancellation))?.ToClient();

    public Task SaveAsync(IReadOnlyCollection<Client> clients, CancellationToken cancellation)
    {
        var rows = clients.Select(Row.Of).ToList();
        var numbers = clients.SelectMany(client => client.Numbers.Distinct().Select((number, position) =>
            new { Client = client.Id.Value, Number = number.E164, Position = position })).ToList();
        return database.InTransactionAsync(
            async connection =>
            {
                await connection.ExecuteAsync(new CommandDefinition(Upsert, rows, cancellationToken: cancellation));
                var ids = rows.Select(row => row.ClientId).ToArray();
                await connection.ExecuteAsync(
                    new CommandDefinition(DeleteNumbers, new { ids }, cancellationToken: cancellation));
                return await connection.ExecuteAsync(
                    new CommandDefinition(InsertNumber, numbers, cancellationToken: cancellation));
            },
            cancellation);
    }

    private sealed record Row
    {
        public Guid ClientId { get; init; }

        public string Kind { get; init; } = "";

        public string Surname { get; init; } = "";

        public string GivenName { get; init; } = "";

        public string Patronymic { get; init; } = "";

        public string? OrganizationName { get; init; }

        public string? Inn { get; init; }

        public bool IsVip { get; init; }

        public bool HasDebt { get; init; }

        public string? Contract { get; init; }

        public Guid? PersonalManagerId { get; init; }

        public string? PersonalManagerName { get; init; }

        public string[] Numbers { get; init; } = [];

        public static Row Of(Client client)
        {
            var row = new Row
            {
                ClientId = client.Id.Value,
                Kind = Words.Of(client.Kind),
                IsVip = client.IsVip,
                HasDebt = client.HasDebt,
                Contract = client.Contract,
                PersonalManagerId = client.PersonalManager?.Employee.Value,
            };
            return client switch
            {
                Client.Individual person => row.Named(person.Name),
                Client.Organization organization => row.Named(organization.Contact) with
                {
                    OrganizationName = Words.Storable(organization.Name),
                    Inn = organization.Inn?.Value,
                },
                _ => throw new NotSupportedException(client.GetType().Name),
            };
        }

        public Client ToClient()
        {
            var id = new ClientId(ClientId);
            var name = new PersonName(Surname, GivenName, Patronymic);
            IReadOnlyList<PhoneNumber> numbers = [.. Numbers.Select(PhoneNumber.FromE164)];
            var manager = PersonalManagerId is { } employee && PersonalManagerName is not null
                ? new PersonalManager(new AgentId(employee), PersonalManagerName)
                : null;
            Client client = Words.Parse<ClientKind>(Kind) switch
            {
                ClientKind.Individual => new Client.Individual(id, name, numbers, IsVip, manager),
                ClientKind.Organization => new Client.Organization(
                    id,
                    OrganizationName ?? "",
                    Inn is null ? null : CrmCore.Clients.Inn.Parse(Inn),
                    name,
                    numbers,
                    IsVip,
                    manager),
            };
            return client with { HasDebt = HasDebt, Contract = Contract };
        }

        private Row Named(PersonName name) => this with
        {
            Surname = Words.Storable(name.Surname),
            GivenName = Words.Storable(name.GivenName),
            Patronymic = Words.Storable(name.Patronymic),
        };
    }
}
