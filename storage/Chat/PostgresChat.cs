using CrmUms.Acd.Shared;
using Dapper;

namespace CrmUms.Storage.Chat;

/// <summary>What colleagues write to each other, and how far each has read. Who may is asked before.</summary>
public sealed class PostgresChat(PostgresDatabase database, TimeProvider time)
{
    /// <summary>More than this is not counted.</summary>
    public const int UnreadMax = 100;

    // Whoever reads up to a position has then read everything before it.
    private const string LockRoom = "select pg_advisory_xact_lock(7001, hashtext(@room))";

    private const string Insert =
        """
        insert into chat.message (message_id, room, author_id, text, sent_at)
        values (@id, @room, @author, @text, @now)
        on conflict (message_id) do nothing
        """;

    private const string InsertPair =
        """
        insert into chat.reader (employee_id, room, peer_id, position)
        values (@author, @room, @peer, 0), (@peer, @room, @author, 0)
        on conflict (employee_id, room) do nothing
        """;

    private const string SelectPosted =
        """
        select message_id, position, room, author_id, display_name as author, text, sent_at
          from chat.message
          join identity.employee on employee_id = author_id
         where message_id = @id
           and room = @room
           and author_id = @author
        """;

    private const string SelectPage =
        """
        select message_id, position, room, author_id, display_name as author, text, sent_at
          from chat.message
          join identity.employee on employee_id = author_id
         where room = @room
           and position < @before
         order by position desc
         limit @max
        """;

    // Whoever comes to a room finds what was said before, but does not owe it his reading.
    private const string JoinRooms =
        """
        insert into chat.reader (employee_id, room, position)
        select @employee, room, coalesce((select max(position) from chat.message where message.room = wanted.room), 0)
          from unnest(@rooms) as wanted (room)
        on conflict (employee_id, room) do nothing
        """;

    private const string SelectRooms =
        """
        select reader.room, reader.peer_id, peer.display_name as peer, reader.position as read_to,
               unread.count as unread,
               last.message_id as last_id, last.position as last_position, last.author_id as last_author_id,
               last.display_name as last_author, last.text as last_text, last.sent_at as last_sent_at
          from chat.reader
          left join identity.employee peer on peer.employee_id = reader.peer_id
         cross join lateral (
               select count(*)::int
                 from (select 1
                         from chat.message
                        where message.room = reader.room
                          and message.position > reader.position
                          and message.author_id <> @employee
                        limit @max) as counted) as unread
          left join lateral (
               select message_id, position, author_id, display_name, text, sent_at
                 from chat.message
                 join identity.employee author on author.employee_id = author_id
                where message.room = reader.room
                order by position desc
                limit 1) as last on true
         where reader.employee_id = @employee
           and (reader.peer_id is not null or reader.room = any(@rooms))
        """;

    private const string MarkRead =
        """
        insert into chat.reader (employee_id, room, position)
        select @employee, @room, least(@position, coalesce(max(position), 0))
          from chat.message
         where room = @room
        on conflict (employee_id, room) do update
           set position = greatest(reader.position, excluded.position)
        """;

    /// <summary>Says it, once however often it comes. Null: somebody else has said something by this id.</summary>
    public Task<ChatPosted?> PostAsync(ChatDraft draft, CancellationToken cancellation) =>
        database.InTransactionAsync(
            async connection =>
            {
                var values = new
                {
                    draft.Id,
                    draft.Room,
                    draft.Author,
                    text = Words.Storable(draft.Text),
                    draft.Peer,
                    now = time.GetUtcNow(),
                };
                await connection.ExecuteAsync(Of(LockRoom));
                var isNew = await connection.ExecuteAsync(Of(Insert)) > 0;
                if (draft.Peer is not null)
                {
                    await connection.ExecuteAsync(Of(InsertPair));
                }

                var message = await connection.QuerySingleOrDefaultAsync<ChatMessage>(Of(SelectPosted));
                return message is null ? null : new ChatPosted(message, isNew);

                CommandDefinition Of(string sql) => new(sql, values, cancellationToken: cancellation);
            },
            cancellation);

    /// <summary>Those before a position (null: the last ones), the newest first.</summary>
    public Task<IReadOnlyList<ChatMessage>> ListAsync(
        string room, long? before, int max, CancellationToken cancellation) =>
        database.QueryAsync<ChatMessage>(
            SelectPage, new { room, before = before ?? long.MaxValue, max }, cancellation);

    /// <summary>These rooms, and the rooms for two where something was said.</summary>
    public async Task<IReadOnlyList<ChatRoomState>> ListRoomsAsync(
        AgentId employee, IReadOnlyList<string> rooms, CancellationToken cancellation)
    {
        var values = new { employee = employee.Value, rooms = rooms.ToArray(), max = UnreadMax };
        await database.ExecuteAsync(JoinRooms, values, cancellation);
        return await database.QueryAsync<ChatRoomState>(SelectRooms, values, cancellation);
    }

    /// <summary>He has read all up to there; going back changes nothing.</summary>
    public Task MarkReadAsync(AgentId employee, string room, long position, CancellationToken cancellation) =>
        database.ExecuteAsync(
            MarkRead, new { employee = employee.Value, room, position }, cancellation);
}
