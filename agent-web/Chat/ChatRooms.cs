using CrmUms.Acd;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.AgentWeb.Chat;

/// <summary>Who is in which room: whoever is not in it reads and writes nothing there.</summary>
internal sealed class ChatRooms(AcdRefs acd, ChatPeople staff)
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    /// <summary>The room and who is in it; null when there is no such room, or he is not in it.</summary>
    public async Task<(ChatRoom Room, IReadOnlyList<AgentId> Members)?> EnterAsync(
        string? name, AgentId person, CancellationToken cancellation)
    {
        if (ChatRoom.Parse(name) is not { } room)
        {
            return null;
        }

        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var people = await staff.ListAsync(cancellation);
        var members = people.Where(each => IsIn(room, each, rules)).Select(each => each.Agent).ToList();
        return members.Contains(person) ? (room, members) : null;
    }

    /// <summary>The common room, and the groups that he is in, with their names.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(AgentId person, CancellationToken cancellation)
    {
        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var people = await staff.ListAsync(cancellation);
        if (people.FirstOrDefault(each => each.Agent == person) is not { } profile)
        {
            return new Dictionary<string, string>();
        }

        var rooms = new Dictionary<string, string> { [new ChatRoom.Everybody().Name] = "" };
        foreach (var group in rules.All<GroupRule>())
        {
            var room = new ChatRoom.Group(group.Id);
            if (IsIn(room, profile, rules))
            {
                rooms.Add(room.Name, group.Name);
            }
        }

        return rooms;
    }

    private static bool IsIn(ChatRoom room, AgentProfile person, CentreRules rules) => room switch
    {
        ChatRoom.Everybody => true,
        ChatRoom.Group group => rules.Find<GroupRule>(group.Id) is not null
            && (person.IsSupervisor || GroupsOf(person, rules).Contains(group.Id)),
        ChatRoom.Pair pair => person.Agent == pair.First || person.Agent == pair.Second,
        _ => throw new NotSupportedException(room.ToString()),
    };

    private static IReadOnlyList<string> GroupsOf(AgentProfile person, CentreRules rules) =>
        rules.Find<AgentRule>(person.Agent.ToString())?.Groups ?? [];
}
