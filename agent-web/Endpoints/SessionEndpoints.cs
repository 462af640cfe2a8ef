using System.Net;
using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Floor;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Registration;
using CrmUms.Storage.Audit;
using CrmUms.Storage.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    private const int LoginMax = 100;
    private const int PasswordMax = 200;

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(15);
    private static readonly string[] Languages = ["ru", "uz", "en"];

    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/antiforgery", GetToken).AllowAnonymous();
        app.MapPost("/api/session", SignInAsync).AllowAnonymous().Produces<SessionView>();
        app.MapGet("/api/session", (HttpContext context) => context.User.ToSession());
        app.MapDelete("/api/session", SignOutAsync).Produces(StatusCodes.Status204NoContent);
        app.MapPut("/api/session/language", SetLanguageAsync).Produces<SessionView>();
    }

    private static AntiforgeryView GetToken(HttpContext context, IAntiforgery antiforgery) =>
        new(antiforgery.GetAndStoreTokens(context).RequestToken!);

    private static async Task<IResult> SignInAsync(
        SignInRequest request, HttpContext context, SignInService signIn, CancellationToken cancellation)
    {
        if (request.Login is not { Length: > 0 and <= LoginMax }
            || request.Password is not { Length: > 0 and <= PasswordMax })
        {
            return Problems.BadInput("login and password are needed.");
        }

        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return await signIn.TryAsync(request.Login, request.Password, address, cancellation) switch
        {
            SignInOutcome.SignedIn signedIn => await OpenSessionAsync(context, signedIn.Account),
            SignInOutcome.Wrong => Problems.WrongCredentials(),
            SignInOutcome.Locked locked => Problems.Locked(locked.RetryAfter),
            SignInOutcome.TooMany many => Problems.TooManyAttempts(many.RetryAfter),
            SignInOutcome.TooWeak => Problems.PasswordTooWeak(SignInService.FirstPasswordLengthMin),
            var other => throw new NotSupportedException(other.ToString()),
        };
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context,
        AcdRefs acd,
        DesksRef desks,
        FloorRef floor,
        IAgentPhones phones,
        PostgresAuditLog audit,
        ILogger<SignInService> log,
        CancellationToken cancellation)
    {
        var agent = context.User.AgentId();
        if (context.User.HasDesk())
        {
            if (await acd.Agents.Ask<AgentReply>(new SignOut(agent), ReplyMax, cancellation)
                is AgentReply.Refused { Reason: not AgentRefusal.UnknownAgent } refused)
            {
                return ProblemMapping.Of(refused.Reason);
            }

            desks.Ref.Tell(new CloseDesk(agent), ActorRefs.NoSender);
            await phones.RemoveAsync(agent, cancellation);
        }

        await context.SignOutAsync();
        // When the browser has dropped its cookie: the page comes again at once, and is not to be let in.
        context.Response.OnCompleted(() =>
        {
            floor.Ref.Tell(new CloseFloor(agent.Value), ActorRefs.NoSender);
            return Task.CompletedTask;
        });
        await audit.WriteAsync(agent.Value, "signed-out", null, cancellation);
        log.SignedOut(agent.Value);
        return Results.NoContent();
    }

    private static async Task<IResult> SetLanguageAsync(
        LanguageRequest request, HttpContext context, PostgresAccountStore accounts, CancellationToken cancellation)
    {
        if (!Languages.Contains(request.Language))
        {
            return Problems.BadInput("language is one of ru, uz, en.");
        }

        var employee = context.User.AgentId().Value;
        await accounts.SetLanguageAsync(employee, request.Language, cancellation);
        return await accounts.FindAsync(employee, cancellation) is { } account
            ? await OpenSessionAsync(context, account)
            : Problems.OfStatus(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> OpenSessionAsync(HttpContext context, Account account)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var user = SignedInUser.Of(account, now);
        await context.SignInAsync(user);
        return Results.Ok(user.ToSession());
    }
}
