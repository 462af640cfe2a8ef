using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Recording.Ports;
using CrmUms.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace CrmUms.AgentWeb.Errors;

/// <summary>From an exception, a refusal or a bare status code to a problem: the only such place.</summary>
internal static class ProblemMapping
{
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(handler => handler.Run(AnswerExceptionAsync));
        app.UseStatusCodePages(context =>
            Problems.OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    public static IResult Of(AgentRefusal refusal) => refusal switch
    {
        AgentRefusal.WrongState or AgentRefusal.NotYours => Problems.CallInHand(),
        AgentRefusal.PbxUnavailable => Problems.PbxUnavailable(),
        AgentRefusal.BadInput => Problems.BadInput(refusal.ToString()),
        AgentRefusal.UnknownAgent or AgentRefusal.SignedOut or AgentRefusal.NoAudio or AgentRefusal.NoMicrophone
            or AgentRefusal.NotAllowed => Problems.NotAllowed(),
        _ => throw new NotSupportedException(refusal.ToString()),
    };

    /// <summary>Why another system's command was not carried out: each reason has a type of its own.</summary>
    public static IResult OfCommand(AgentRefusal refusal) => refusal switch
    {
        AgentRefusal.UnknownAgent => Problems.NotFound(),
        AgentRefusal.PbxUnavailable => Problems.PbxUnavailable(),
        _ => Problems.CommandRefused(Acd.Shared.Words.Kebab(refusal.ToString())),
    };

    private static Task AnswerExceptionAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var (result, code) = error switch
        {
            BadHttpRequestException bad => (Problems.OfStatus(bad.StatusCode), "bad-request"),
            CtiException => (Problems.PbxUnavailable(), "pbx-unavailable"),
            StorageException => (Problems.StoreUnavailable(), "store-unavailable"),
            PromptException => (Problems.PromptToolsUnavailable(), "prompt-tools-unavailable"),
            AskTimeoutException => (Problems.NoReplyInTime(), "no-reply-in-time"),
            _ => (Problems.Unexpected(), "unexpected"),
        };
        if (error is not BadHttpRequestException)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>()
                .CreateLogger(typeof(ProblemMapping))
                .RequestFailed(code, error);
        }

        return result.ExecuteAsync(context);
    }
}
