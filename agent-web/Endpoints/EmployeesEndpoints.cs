using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.AgentWeb.Chat;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using CrmUms.Storage.Audit;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// Who works here. Whoever comes can sign in at once; whoever leaves is let go when his caller is served.
/// </summary>
internal static class EmployeesEndpoints
{
    private const int LoginMax = 64;
    private const int NameMax = 100;
    private const int PasswordMax = 200;

    private static readonly string[] Languages = ["ru", "uz", "en"];

    public static void MapEmployees(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/employees", ListAsync)
            .RequireAuthorization(Policies.Supervision).Produces<EmployeesView>();
        app.MapPost("/api/employees", AddAsync)
            .RequireAuthorization(Policies.Administration).Produces<EmployeeView>();
        app.MapPut("/api/employees/{id}", ChangeAsync)
            .RequireAuthorization(Policies.Administration).Produces<EmployeeView>();
    }

    private static async Task<EmployeesView> ListAsync(
        PostgresEmployeeStore employees, CancellationToken cancellation) =>
        new([.. (await employees.ListAsync(cancellation)).Select(ToView)]);

    private static async Task<IResult> AddAsync(
        NewEmployeeRequest request,
        HttpContext context,
        PostgresAccountStore accounts,
        PasswordHashing hashing,
        StaffChanging staff,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (request.Login?.Trim().ToLowerInvariant() is not { Length: > 0 and <= LoginMax } login
            || !login.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@'))
        {
            return Problems.BadInput($"login is 1 to {LoginMax} letters, digits, dots, hyphens, underscores or @.");
        }

        if (ProblemOf(request.DisplayName, request.Language, request.Password) is { } problem)
        {
            return problem;
        }

        var account = new Account(
            Guid.CreateVersion7(time.GetUtcNow()), login, request.DisplayName.Trim(), request.Role, request.Language,
            hashing.Hash(request.Password), MustSetPassword: false)
        {
            MayListenUnseen = request.MayListenUnseen,
        };
        if (!await accounts.AddAsync(account, cancellation))
        {
            return Problems.LoginTaken();
        }

        await staff.TellAsync(context, account.EmployeeId, "employee-added");
        return Results.Ok(ToView(new Employee(
            account.EmployeeId, login, account.DisplayName, account.Role, account.Language, IsActive: true)
        {
            MayListenUnseen = account.MayListenUnseen,
        }));
    }

    private static async Task<IResult> ChangeAsync(
        string id,
        EmployeeRequest request,
        HttpContext context,
        PostgresEmployeeStore employees,
        PasswordHashing hashing,
        StaffChanging staff,
        CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "n", out var guid)
            || (await employees.ListAsync(cancellation)).FirstOrDefault(Is) is not { } former)
        {
            return Problems.NotFound();
        }

        if (ProblemOf(request.DisplayName, request.Language, request.Password) is { } problem)
        {
            return problem;
        }

        var wanted = new Employee(
            guid, Login: "", request.DisplayName.Trim(), request.Role, request.Language, request.IsActive)
        {
            MayListenUnseen = request.MayListenUnseen ?? former.MayListenUnseen,
        };
        switch (await employees.UpdateAsync(wanted, cancellation))
        {
            case EmployeeOutcome.NotFound:
                return Problems.NotFound();
            case EmployeeOutcome.LastAdministrator:
                return Problems.LastAdministrator();
            case EmployeeOutcome.Done:
                break;
            default:
                throw new NotSupportedException();
        }

        if (request.Password is { } password)
        {
            await employees.SetPasswordAsync(guid, hashing.Hash(password), CancellationToken.None);
        }

        await staff.TellAsync(context, guid, request.IsActive ? "employee-changed" : "employee-dismissed");
        if (wanted.MayListenUnseen != former.MayListenUnseen)
        {
            var action = wanted.MayListenUnseen ? "listen-unseen-given" : "listen-unseen-taken";
            await staff.WriteAsync(context, guid, action);
        }

        return Results.Ok(ToView((await employees.ListAsync(cancellation)).First(Is)));

        bool Is(Employee employee) => employee.EmployeeId == guid;
    }

    private static IResult? ProblemOf(string? name, string? language, string? password) =>
        name?.Trim() is not { Length: > 0 and <= NameMax }
            ? Problems.BadInput($"displayName has 1 to {NameMax} characters.")
        : !Languages.Contains(language) ? Problems.BadInput("language is one of ru, uz, en.")
        : password is { Length: > PasswordMax } ? Problems.BadInput($"password has at most {PasswordMax} characters.")
        : password is { Length: < SignInService.FirstPasswordLengthMin }
            ? Problems.PasswordTooWeak(SignInService.FirstPasswordLengthMin)
        : null;

    private static EmployeeView ToView(Employee employee) => new(
        employee.EmployeeId.ToString("n"),
        employee.Login,
        employee.DisplayName,
        employee.Role,
        employee.Language,
        employee.IsActive,
        employee.MayListenUnseen);
}

/// <summary>Tells everybody whom it concerns that an employee has come, changed or gone.</summary>
internal sealed class StaffChanging(
    AcdRefs acd,
    DesksRef desks,
    FloorRef floor,
    EndedSessions sessions,
    ChatPeople people,
    PostgresAuditLog audit,
    ILogger<StaffChanging> log)
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(15);

    public async Task WriteAsync(HttpContext context, Guid employee, string action)
    {
        var by = context.User.AgentId().Value;
        await audit.WriteAsync(by, action, employee.ToString("n"), CancellationToken.None);
        log.EmployeeChanged(by, action, employee);
    }

    public async Task TellAsync(HttpContext context, Guid employee, string action)
    {
        // It has happened: whoever asked may be gone, and it still has to hold for everybody.
        var cancellation = CancellationToken.None;
        await WriteAsync(context, employee, action);
        var before = sessions.From(employee);
        await sessions.RefreshAsync(cancellation);
        people.Forget();
        await acd.Agents.Ask<StaffRefreshed>(new RefreshStaff(), ReplyMax, cancellation);
        floor.Ref.Tell(new StaffMoved(), ActorRefs.NoSender);
        if (sessions.From(employee) != before)
        {
            desks.Ref.Tell(new CloseDesk(new Acd.Shared.AgentId(employee)), ActorRefs.NoSender);
            floor.Ref.Tell(new CloseFloor(employee), ActorRefs.NoSender);
        }
    }
}
