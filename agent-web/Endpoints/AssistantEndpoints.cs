using CrmUms.Acd;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// What an assistant that talks with a caller may ask. It has no session: the ticket of its call says who it is.
/// </summary>
internal static class AssistantEndpoints
{
    public const string Root = "/api/assistant";

    private const int TicketMax = 1_000;
    private const int TranscriptMax = 20_000; // Letters.

    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public static void MapAssistant(this IEndpointRouteBuilder app) =>
        app.MapPost(Root + "/hand-back", HandBackAsync)
            .AllowAnonymous()
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> HandBackAsync(
        HandBackRequest request, HandBackTickets tickets, AcdRefs acd, CancellationToken cancellation)
    {
        if (request.Ticket is not { Length: > 0 and <= TicketMax } || request.Summary is null)
        {
            return Problems.BadInput("ticket and summary are needed.");
        }

        if (request.Transcript is { Length: > TranscriptMax })
        {
            return Problems.BadInput($"transcript has at most {TranscriptMax} letters.");
        }

        if (!tickets.TryRead(request.Ticket, out var interaction, out var handOff))
        {
            return Problems.TicketInvalid();
        }

        var returned = new FlowEvent.AssistantReturned(
            handOff, request.Summary, request.Transcript, request.Values ?? []);
        var reply = await acd.Interactions.Ask<HandBackReply>(
            new HandCallerBack(interaction, returned), ReplyMax, cancellation);
        return reply.IsTaken ? Results.NoContent() : Problems.NotWithAssistant();
    }
}
