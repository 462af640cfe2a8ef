using CrmUms.Storage.Identity;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Identity;

public sealed class EmployeeStoreTests(PostgresServer server) : DatabaseTest(server)
{
    private readonly ManualTimeProvider _clock = new();

    private PostgresAccountStore Accounts => new(Database, _clock);

    private PostgresEmployeeStore Employees => new(Database, _clock);

    [Fact]
    public async Task An_employee_who_left_cannot_sign_in_and_is_no_agent_any_more()
    {
        var aziza = await HireAsync("agent1", EmployeeRole.Agent);

        (await Employees.UpdateAsync(aziza with { IsActive = false }, Cancellation)).ShouldBe(EmployeeOutcome.Done);

        var attempt = await Accounts.BeginAttemptAsync("agent1", Cancellation);
        attempt.ShouldBeOfType<SignInAttempt.Open>().Account.ShouldBeNull();
        (await new PostgresStaffDirectory(Database).ListAgentsAsync(Cancellation)).ShouldBeEmpty();
        (await Employees.ListAsync(Cancellation)).ShouldBe([aziza with { IsActive = false }]);
    }

    [Fact]
    public async Task A_supervisor_may_listen_unseen_until_that_is_taken_from_him_and_an_agent_never()
    {
        var nodira = await HireAsync("supervisor1", EmployeeRole.Supervisor);
        await HireAsync("agent1", EmployeeRole.Agent);
        (await MayAsync()).ShouldBe([nodira.EmployeeId]);

        await Employees.UpdateAsync(nodira with { MayListenUnseen = false }, Cancellation);

        (await MayAsync()).ShouldBeEmpty();
        (await Employees.ListAsync(Cancellation)).ShouldContain(nodira with { MayListenUnseen = false });

        async Task<IEnumerable<Guid>> MayAsync() =>
            from profile in await new PostgresStaffDirectory(Database).ListAgentsAsync(Cancellation)
            where profile.MayListenUnseen
            select profile.Agent.Value;
    }

    [Fact]
    public async Task Another_role_ends_the_sessions_and_another_name_does_not()
    {
        var aziza = await HireAsync("agent1", EmployeeRole.Agent);

        await Employees.UpdateAsync(aziza with { DisplayName = "Азиза Рахимова", Language = "uz" }, Cancellation);
        (await Employees.ListSessionsFromAsync(Cancellation)).ShouldBeEmpty();

        await Employees.UpdateAsync(aziza with { Role = EmployeeRole.Supervisor }, Cancellation);
        (await Employees.ListSessionsFromAsync(Cancellation))[aziza.EmployeeId].ShouldBe(_clock.GetUtcNow());
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_and_lifts_a_lock()
    {
        var aziza = await HireAsync("agent1", EmployeeRole.Agent);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Accounts.BeginAttemptAsync("agent1", Cancellation);
        }

        await Employees.SetPasswordAsync(aziza.EmployeeId, "new hash", Cancellation);

        var open = (await Accounts.BeginAttemptAsync("agent1", Cancellation)).ShouldBeOfType<SignInAttempt.Open>();
        open.Account!.PasswordHash.ShouldBe("new hash");
        (await Employees.ListSessionsFromAsync(Cancellation)).Keys.ShouldContain(aziza.EmployeeId);
    }

    [Fact]
    public async Task The_last_administrator_stays_one_even_when_two_dismiss_each_other_at_once()
    {
        var (one, other) = (
            await HireAsync("admin1", EmployeeRole.Administrator),
            await HireAsync("admin2", EmployeeRole.Administrator));

        var outcomes = await Task.WhenAll(
            Employees.UpdateAsync(one with { IsActive = false }, Cancellation),
            Employees.UpdateAsync(other with { Role = EmployeeRole.Agent }, Cancellation));

        outcomes.Order().ShouldBe([EmployeeOutcome.Done, EmployeeOutcome.LastAdministrator]);
    }

    [Fact]
    public async Task An_employee_whom_nobody_knows_cannot_be_changed() =>
        (await Employees.UpdateAsync(
            new Employee(Guid.NewGuid(), "nobody", "", EmployeeRole.Agent, "ru", IsActive: true), Cancellation))
        .ShouldBe(EmployeeOutcome.NotFound);

    private async Task<Employee> HireAsync(string login, EmployeeRole role)
    {
        var account = new Account(
            Guid.CreateVersion7(), login, "Азиза Каримова", role, "ru", "hash", MustSetPassword: false);
        (await Accounts.AddAsync(account, Cancellation)).ShouldBeTrue();
        return new Employee(account.EmployeeId, login, account.DisplayName, role, "ru", IsActive: true);
    }
}
