using System.Diagnostics;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace CrmUms.AgentWeb.Errors;

/// <summary>Every way a request can fail, as a screen is told: RFC 9457, with a stable <c>type</c> per code.</summary>
internal static class Problems
{
    public const string TypePrefix = "/problems/";

    public static IResult BadInput(string detail) => Of(400, "bad-input", "The request makes no sense", detail);

    public static IResult AntiforgeryMissing() => Of(
        400,
        "antiforgery-missing",
        "The anti-forgery token is missing or stale",
        "Fetch /api/antiforgery and try again.");

    public static IResult WrongCredentials() => Of(401, "wrong-credentials", "Login or password is wrong");

    /// <param name="retryAfter">Null: only an administrator can unlock it.</param>
    public static IResult Locked(TimeSpan? retryAfter) => Of(
        423,
        "locked",
        "Too many wrong passwords",
        extension: retryAfter is { } wait ? ("retryAfterSeconds", Seconds(wait)) : null);

    public static IResult TooManyAttempts(TimeSpan retryAfter) => Of(
        429, "too-many-attempts", "Too many attempts", extension: ("retryAfterSeconds", Seconds(retryAfter)));

    public static IResult PasswordTooWeak(int lengthMin) => Of(
        422, "password-too-weak", "The first password is too short", extension: ("lengthMin", lengthMin));

    public static IResult NotFound() => Of(404, "not-found", "There is no such thing");

    public static IResult NotAllowed() => Of(403, "not-allowed", "This role may not do that");

    public static IResult TicketInvalid() => Of(403, "ticket-invalid", "The ticket is not one of ours, or too old");

    public static IResult NotWithAssistant() => Of(
        409, "not-with-assistant", "The caller is not with that assistant any more");

    public static IResult NotWaiting() => Of(409, "not-waiting", "The caller does not wait any more");

    /// <param name="lengthMax">In characters.</param>
    public static IResult MessageTooLong(int lengthMax) => Of(
        422, "message-too-long", "The message is too long", extension: ("lengthMax", lengthMax));

    public static IResult TalkIsOver() => Of(409, "talk-is-over", "Nobody talks there any more");

    public static IResult NotPossibleNow() => Of(409, "not-possible-now", "Not possible in the present state");

    public static IResult NoAudio() => Of(409, "no-audio", "The desk's audio leg is not open");

    public static IResult CallInHand() => Of(409, "call-in-hand", "There is a caller: end the call first");

    public static IResult RecordingNotReady() => Of(409, "recording-not-ready", "The recording cannot be played yet");

    public static IResult PromptNotAudio() => Of(422, "prompt-not-audio", "The file holds no sound that can be read");

    public static IResult PromptTooLong(double secondsMax) => Of(
        422, "prompt-too-long", "The prompt plays too long", extension: ("secondsMax", (int)secondsMax));

    public static IResult PromptSilent() => Of(422, "prompt-silent", "Nobody would hear anything");

    public static IResult PromptInUse(PromptUseView[] usedBy) => Of(
        409, "prompt-in-use", "Somebody plays the prompt", extension: ("usedBy", usedBy));

    public static IResult PromptsBusy() => Of(503, "prompts-busy", "Too many prompts are being made");

    public static IResult PromptToolsUnavailable() => Of(
        503, "prompt-tools-unavailable", "The programs that make prompts do not work");

    public static IResult KeyInvalid() => Of(
        401, "key-invalid", "The API key is missing, unknown, expired or revoked");

    public static IResult ScopeMissing() => Of(403, "scope-missing", "The API key is not good for that");

    public static IResult TooManyRequests(TimeSpan retryAfter) => Of(
        429, "too-many-requests", "Too many requests", extension: ("retryAfterSeconds", Seconds(retryAfter)));

    /// <param name="oldest">The smallest place from which nothing is missing.</param>
    public static IResult EventsGone(long oldest) => Of(
        410, "events-gone", "Some of these events are not kept any more", extension: ("oldest", oldest));

    /// <param name="refusal">A refusal of the desk, in kebab-case.</param>
    public static IResult CommandRefused(string refusal) => Of(
        409, "refused-" + refusal, "The desk did not carry it out");

    public static IResult AddressNotAllowed() => Of(
        422, "address-not-allowed", "Web hooks may not lead to that address");

    public static IResult RuleRefused(IReadOnlyList<RuleProblem> problems) => Of(
        422, "rule-refused", "The rule makes no sense", extension: ("problems", problems.ToArray()));

    public static IResult RulesChanged(long version) => Of(
        409, "rules-changed", "Somebody has changed the rules meanwhile", extension: ("version", version));

    public static IResult LoginTaken() => Of(409, "login-taken", "Somebody has this login already");

    public static IResult LastAdministrator() => Of(
        409, "last-administrator", "Nobody would be left who may set anything up");

    public static IResult PbxUnavailable() => Of(503, "pbx-unavailable", "The telephone system does not answer");

    public static IResult StoreUnavailable() => Of(503, "store-unavailable", "The database does not answer");

    public static IResult NoReplyInTime() => Of(503, "no-reply-in-time", "The answer took too long");

    /// <summary>A bare status code that the framework or a policy produced.</summary>
    public static IResult OfStatus(int status) => status switch
    {
        400 => Of(400, "bad-input", "The request makes no sense"),
        401 => Of(401, "not-signed-in", "Sign in first"),
        403 => NotAllowed(),
        404 => NotFound(),
        405 => Of(405, "method-not-allowed", "This address does not know that method"),
        406 => Of(406, "not-acceptable", "Not available in that form"),
        413 => Of(413, "too-large", "The request is too large"),
        415 => Of(415, "unsupported-media-type", "The body must be JSON"),
        416 => Of(416, "range-not-satisfiable", "There are not that many bytes"),
        429 => Of(429, "too-many-attempts", "Too many attempts"),
        503 => Of(503, "unavailable", "Not available now"),
        >= 500 => Of(status, "unexpected", "Something went wrong on our side"),
        _ => Of(status, "refused", "The request was refused"),
    };

    public static IResult Unexpected() => OfStatus(500);

    private static IResult Of(
        int status, string code, string title, string? detail = null, (string Name, object Value)? extension = null)
    {
        var problem = new ProblemDetails { Status = status, Type = TypePrefix + code, Title = title, Detail = detail };
        if (Activity.Current is { } activity)
        {
            problem.Extensions["traceId"] = activity.TraceId.ToString();
        }

        if (extension is { } more)
        {
            problem.Extensions[more.Name] = more.Value;
        }

        return Results.Json(problem, ProblemJson.Default.ProblemDetails, "application/problem+json", status);
    }

    private static int Seconds(TimeSpan span) => Math.Max(1, (int)Math.Ceiling(span.TotalSeconds));
}
