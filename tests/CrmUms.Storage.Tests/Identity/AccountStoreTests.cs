using CrmUms.Storage.Audit;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Identity;

public sealed class AccountStoreTests(PostgresServer server) : DatabaseTest(server)
{
    private readonly ManualTimeProvider _clock = new();

    private PostgresAccountStore Accounts => new(Database, _clock);

    [Fact]
    public async Task An_account_is_found_by_its_login_in_any_case()
    {
        var account = await AddAsync("Agent1");

        var open = (await Accounts.BeginAttemptAsync(" AGENT1 ", Cancellation)).ShouldBeOfType<SignInAttempt.Open>();

        open.Account.ShouldBe(account with { Login = "agent1" });
        (await Accounts.FindAsync(account.EmployeeId, Cancellation)).ShouldBe(open.Account);
        account.ToString().ShouldNotContain("hash");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_login_for_five_minutes()
    {
        await AddAsync("agent1");
        await TryAsync("agent1", times: 5);

        var locked = (await Accounts.BeginAttemptAsync("agent1", Cancellation)).ShouldBeOfType<SignInAttempt.Locked>();
        locked.Until.ShouldBe(_clock.GetUtcNow().AddMinutes(5));

        _clock.Advance(TimeSpan.FromMinutes(5));
        (await Accounts.BeginAttemptAsync("agent1", Cancellation)).ShouldBeOfType<SignInAttempt.Open>();
    }

    [Fact]
    public async Task Twenty_wrong_passwords_lock_it_for_an_hour_or_until_a_new_one_is_set()
    {
        var account = await AddAsync("agent1");
        for (var round = 0; round < 4; round++)
        {
            _clock.Advance(TimeSpan.FromMinutes(6));
            await TryAsync("agent1", times: 5);
        }

        var locked = (await Accounts.BeginAttemptAsync("agent1", Cancellation)).ShouldBeOfType<SignInAttempt.Locked>();
        locked.Until.ShouldBe(_clock.GetUtcNow().AddHours(1));

        await Accounts.SetPasswordAsync(account.EmployeeId, "new", Cancellation);
        var open = (await Accounts.BeginAttemptAsync("agent1", Cancellation)).ShouldBeOfType<SignInAttempt.Open>();
        (open.Account!.PasswordHash, open.Account.MustSetPassword).ShouldBe(("new", false));
    }

    [Fact]
    public async Task A_right_password_begins_the_count_anew()
    {
        var account = await AddAsync("agent1");
        for (var round = 0; round < 3; round++)
        {
            await TryAsync("agent1", times: 4);
            await Accounts.SucceedAsync(account, Cancellation);
        }

        (await Accounts.BeginAttemptAsync("agent1", Cancellation)).ShouldBeOfType<SignInAttempt.Open>();
    }

    [Fact]
    public async Task Of_fifty_guesses_at_once_five_are_let_through()
    {
        await AddAsync("agent1");
        await using var other = Test.Open();
        var second = new PostgresAccountStore(other, _clock);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            (number % 2 == 0 ? Accounts : second).BeginAttemptAsync("agent1", Cancellation)));

        attempts.Count(attempt => attempt is SignInAttempt.Open).ShouldBe(5);
    }

    [Fact]
    public async Task A_login_that_nobody_has_is_locked_like_any_other_and_forgotten_after_a_day()
    {
        await TryAsync("nobody", times: 5);
        (await Accounts.BeginAttemptAsync("nobody", Cancellation)).ShouldBeOfType<SignInAttempt.Locked>();

        _clock.Advance(TimeSpan.FromDays(2));
        var open = (await Accounts.BeginAttemptAsync("somebody", Cancellation)).ShouldBeOfType<SignInAttempt.Open>();

        open.Account.ShouldBeNull();
        (await Database.QueryAsync<string>("select login from identity.sign_in_attempt", null, Cancellation))
            .ShouldBe(["somebody"]);
    }

    [Fact]
    public async Task A_login_is_given_once()
    {
        (await Accounts.AnyAsync(Cancellation)).ShouldBeFalse();
        await AddAsync("agent1");

        (await Accounts.AddAsync(Of("agent1"), Cancellation)).ShouldBeFalse();
        (await Accounts.AnyAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_chosen_language_is_kept_and_an_access_is_written_down()
    {
        var account = await AddAsync("agent1");
        await Accounts.SetLanguageAsync(account.EmployeeId, "uz", Cancellation);
        await new PostgresAuditLog(Database, _clock).WriteAsync(
            account.EmployeeId, "recording-played", "0197", Cancellation);

        (await Accounts.FindAsync(account.EmployeeId, Cancellation))!.Language.ShouldBe("uz");
        (await Database.FindAsync<(Guid, string, string)>(
            "select employee_id, action, object_id from audit.entry", null, Cancellation))
            .ShouldBe((account.EmployeeId, "recording-played", "0197"));
    }

    private static Account Of(string login) => new(
        Guid.CreateVersion7(), login, "Азиза Каримова", EmployeeRole.Agent, "ru", "hash", MustSetPassword: true);

    private async Task<Account> AddAsync(string login)
    {
        var account = Of(login);
        (await Accounts.AddAsync(account, Cancellation)).ShouldBeTrue();
        return account;
    }

    private async Task TryAsync(string login, int times)
    {
        for (var number = 0; number < times; number++)
        {
            (await Accounts.BeginAttemptAsync(login, Cancellation)).ShouldBeOfType<SignInAttempt.Open>();
        }
    }
}
