using CrmUms.Acd.Shared;
using CrmUms.Storage.Chat;
using CrmUms.Storage.Identity;
using CrmUms.Storage.Tests.Server;

namespace CrmUms.Storage.Tests.Chat;

public sealed class ChatTests(PostgresServer server) : DatabaseTest(server)
{
    private const string Everybody = "all";

    private readonly ManualTimeProvider _clock = new();

    private PostgresChat Chat => new(Database, _clock);

    [Fact]
    public async Task A_message_that_is_said_twice_stands_once()
    {
        var aziza = await HireAsync("agent1");
        var draft = new ChatDraft(Guid.CreateVersion7(), Everybody, aziza.Value, "Терминал не работает", null);

        var first = await Chat.PostAsync(draft, Cancellation);
        var again = await Chat.PostAsync(draft, Cancellation);

        (first!.IsNew, again!.IsNew).ShouldBe((true, false));
        again.Message.ShouldBe(first.Message);
        (await Chat.ListAsync(Everybody, null, 10, Cancellation)).Single().Text.ShouldBe("Терминал не работает");
    }

    [Fact]
    public async Task Nobody_takes_the_message_of_another_by_its_id()
    {
        var (aziza, bekzod) = (await HireAsync("agent1"), await HireAsync("agent2"));
        var id = Guid.CreateVersion7();
        await Chat.PostAsync(new ChatDraft(id, Everybody, aziza.Value, "Моё", null), Cancellation);

        (await Chat.PostAsync(new ChatDraft(id, Everybody, bekzod.Value, "Чужое", null), Cancellation)).ShouldBeNull();
        (await Chat.ListAsync(Everybody, null, 10, Cancellation)).Single().Text.ShouldBe("Моё");
    }

    [Fact]
    public async Task History_is_read_backwards_page_by_page()
    {
        var aziza = await HireAsync("agent1");
        for (var number = 1; number <= 5; number++)
        {
            await SayAsync(aziza, Everybody, $"{number}");
        }

        var last = await Chat.ListAsync(Everybody, null, 2, Cancellation);
        var before = await Chat.ListAsync(Everybody, last[^1].Position, 10, Cancellation);

        last.Select(message => message.Text).ShouldBe(["5", "4"]);
        before.Select(message => message.Text).ShouldBe(["3", "2", "1"]);
    }

    [Fact]
    public async Task What_others_wrote_is_unread_until_it_was_read_and_ones_own_never_is()
    {
        var (aziza, bekzod) = (await HireAsync("agent1"), await HireAsync("agent2"));
        await RoomsAsync(aziza);
        await RoomsAsync(bekzod);
        var first = await SayAsync(aziza, Everybody, "Раз");
        await SayAsync(aziza, Everybody, "Два");
        (await RoomsAsync(aziza)).Single().Unread.ShouldBe(0);
        (await RoomsAsync(bekzod)).Single().Unread.ShouldBe(2);

        await Chat.MarkReadAsync(bekzod, Everybody, first.Position, Cancellation);
        (await RoomsAsync(bekzod)).Single().Unread.ShouldBe(1);
        await Chat.MarkReadAsync(bekzod, Everybody, long.MaxValue, Cancellation);
        await Chat.MarkReadAsync(bekzod, Everybody, first.Position, Cancellation);

        (await RoomsAsync(bekzod)).Single().Unread.ShouldBe(0);
        await SayAsync(aziza, Everybody, "Три");
        (await RoomsAsync(bekzod)).Single().ShouldSatisfyAllConditions(
            room => room.Unread.ShouldBe(1), room => room.LastText.ShouldBe("Три"));
    }

    [Fact]
    public async Task A_room_for_two_stands_in_the_list_of_both_once_something_was_said()
    {
        var (aziza, bekzod) = (await HireAsync("agent1"), await HireAsync("agent2"));
        await Chat.PostAsync(
            new ChatDraft(Guid.CreateVersion7(), "pair", aziza.Value, "Зайдёшь?", bekzod.Value), Cancellation);

        var his = (await Chat.ListRoomsAsync(bekzod, [], Cancellation)).Single();
        var hers = (await Chat.ListRoomsAsync(aziza, [], Cancellation)).Single();

        (his.PeerId, his.Peer, his.Unread).ShouldBe((aziza.Value, "agent1", 1));
        (hers.PeerId, hers.Peer, hers.Unread).ShouldBe((bekzod.Value, "agent2", 0));
        (await Chat.ListRoomsAsync(await HireAsync("agent3"), [], Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_comes_later_finds_what_was_said_and_owes_no_reading()
    {
        var aziza = await HireAsync("agent1");
        await SayAsync(aziza, Everybody, "До вас");

        var room = (await RoomsAsync(await HireAsync("agent2"))).Single();

        (room.Unread, room.LastText).ShouldBe((0, "До вас"));
    }

    [Fact]
    public async Task Many_who_write_at_once_are_heard_in_one_order_and_all_of_them()
    {
        var (aziza, bekzod) = (await HireAsync("agent1"), await HireAsync("agent2"));
        await RoomsAsync(bekzod);

        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => SayAsync(aziza, Everybody, $"{number}")));

        var heard = await Chat.ListAsync(Everybody, null, 100, Cancellation);
        heard.Count.ShouldBe(40);
        heard.Select(message => message.Position).ShouldBeInOrder(SortDirection.Descending);
        (await RoomsAsync(bekzod)).Single().Unread.ShouldBe(40);
    }

    private Task<IReadOnlyList<ChatRoomState>> RoomsAsync(AgentId person) =>
        Chat.ListRoomsAsync(person, [Everybody], Cancellation);

    private async Task<ChatMessage> SayAsync(AgentId author, string room, string text) =>
        (await Chat.PostAsync(new ChatDraft(Guid.CreateVersion7(), room, author.Value, text, null), Cancellation))!
        .Message;

    private async Task<AgentId> HireAsync(string login)
    {
        var account = new Account(Guid.CreateVersion7(), login, login, EmployeeRole.Agent, "ru", "hash", false);
        await new PostgresAccountStore(Database, _clock).AddAsync(account, Cancellation);
        return new AgentId(account.EmployeeId);
    }
}
