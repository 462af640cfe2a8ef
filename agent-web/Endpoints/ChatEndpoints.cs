using CrmUms.AgentWeb.Chat;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Chat;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What colleagues write to each other. A room that somebody is not in does not exist for him.</summary>
internal static class ChatEndpoints
{
    private const int TextMax = 2_000;
    private const int PageDefault = 50;
    private const int PageMax = 200;

    public static void MapChat(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/chat").RequireAuthorization(Policies.Desk);
        group.MapGet("/rooms", ListRoomsAsync).Produces<IReadOnlyList<ChatRoomView>>();
        group.MapGet("/people", ListPeopleAsync).Produces<IReadOnlyList<ChatPersonView>>();
        group.MapGet("/rooms/{room}/messages", ListMessagesAsync).Produces<ChatPageView>();
        group.MapPut("/rooms/{room}/messages/{id}", PostAsync)
            .RequireRateLimiting(ChatLimits.PerPerson)
            .Produces<ChatMessageView>();
        group.MapPut("/rooms/{room}/read", MarkReadAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IReadOnlyList<ChatRoomView>> ListRoomsAsync(
        HttpContext context, ChatRooms rooms, PostgresChat chat)
    {
        var (me, cancellation) = (context.User.AgentId(), context.RequestAborted);
        var names = await rooms.ListAsync(me, cancellation);
        return
        [
            .. from room in await chat.ListRoomsAsync(me, [.. names.Keys], cancellation)
               select new ChatRoomView(
                   room.Room, room.Peer ?? names[room.Room], room.PeerId?.ToString("n"), room.Unread, room.ReadTo,
                   LastOf(room)),
        ];
    }

    private static async Task<IReadOnlyList<ChatPersonView>> ListPeopleAsync(
        HttpContext context, ChatPeople people)
    {
        var me = context.User.AgentId();
        return
        [
            .. from person in await people.ListAsync(context.RequestAborted)
               where person.Agent != me
               select new ChatPersonView(person.Agent.ToString(), person.DisplayName, person.IsSupervisor),
        ];
    }

    private static async Task<IResult> ListMessagesAsync(
        string room, HttpContext context, ChatRooms rooms, PostgresChat chat, long? before = null,
        int limit = PageDefault)
    {
        if (await rooms.EnterAsync(room, context.User.AgentId(), context.RequestAborted) is not { } entered)
        {
            return Problems.NotFound();
        }

        var max = Math.Clamp(limit, 1, PageMax);
        var newestFirst = await chat.ListAsync(entered.Room.Name, before, max + 1, context.RequestAborted);
        return Results.Ok(new ChatPageView(
            [.. newestFirst.Take(max).Reverse().Select(ToView)], newestFirst.Count > max));
    }

    private static async Task<IResult> PostAsync(
        string room,
        string id,
        ChatTextRequest request,
        HttpContext context,
        ChatRooms rooms,
        PostgresChat chat,
        ActorSystem system)
    {
        var (me, cancellation) = (context.User.AgentId(), context.RequestAborted);
        if (await rooms.EnterAsync(room, me, cancellation) is not { } entered)
        {
            return Problems.NotFound();
        }

        if (!Guid.TryParseExact(id, "n", out var messageId) || request.Text?.Trim() is not { Length: > 0 } text)
        {
            return Problems.BadInput("id has 32 hexadecimal digits, text is not empty.");
        }

        if (text.Length > TextMax)
        {
            return Problems.MessageTooLong(TextMax);
        }

        var pair = entered.Room as ChatRoom.Pair;
        if (pair is not null && entered.Members.Count < 2)
        {
            return Problems.NotFound(); // The other one does not work here.
        }

        var draft = new ChatDraft(messageId, entered.Room.Name, me.Value, text, pair?.Other(me).Value);
        if (await chat.PostAsync(draft, cancellation) is not { } posted)
        {
            return Problems.BadInput("id is another message's.");
        }

        var view = ToView(posted.Message);
        foreach (var member in posted.IsNew ? entered.Members : [])
        {
            system.EventStream.Publish(new ChatSaid(member, view));
        }

        return Results.Ok(view);
    }

    private static async Task<IResult> MarkReadAsync(
        string room, ChatReadRequest request, HttpContext context, ChatRooms rooms, PostgresChat chat)
    {
        var me = context.User.AgentId();
        if (await rooms.EnterAsync(room, me, context.RequestAborted) is not { } entered)
        {
            return Problems.NotFound();
        }

        await chat.MarkReadAsync(me, entered.Room.Name, request.Position, context.RequestAborted);
        return Results.NoContent();
    }

    private static ChatMessageView ToView(ChatMessage message) => new(
        message.MessageId.ToString("n"),
        message.Position,
        message.Room,
        message.AuthorId.ToString("n"),
        message.Author,
        message.Text,
        message.SentAt);

    private static ChatMessageView? LastOf(ChatRoomState room) => room.LastId is { } id
        ? new ChatMessageView(
            id.ToString("n"),
            room.LastPosition!.Value,
            room.Room,
            room.LastAuthorId!.Value.ToString("n"),
            room.LastAuthor!,
            room.LastText!,
            room.LastSentAt!.Value)
        : null;
}
