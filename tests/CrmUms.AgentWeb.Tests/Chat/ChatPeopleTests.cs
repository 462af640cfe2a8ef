using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Chat;

namespace CrmUms.AgentWeb.Tests.Chat;

/// <summary>Who works here is read once, and again after every change.</summary>
public sealed class ChatPeopleTests
{
    private static readonly AgentProfile Aziza = new(new AgentId(Guid.NewGuid()), "Азиза");
    private static readonly AgentProfile Bobur = new(new AgentId(Guid.NewGuid()), "Бобур");

    private readonly FakeStaff _staff = new();
    private readonly ChatPeople _people;

    public ChatPeopleTests() => _people = new ChatPeople(_staff);

    [Fact]
    public async Task They_are_read_once_however_much_is_written()
    {
        _staff.Answer([Aziza]);

        await ListAsync();
        (await ListAsync()).ShouldBe([Aziza]);

        _staff.Readings.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_is_known_at_once()
    {
        _staff.Answer([Aziza]);
        await ListAsync();

        _staff.Answer([Aziza, Bobur]);
        _people.Forget();

        (await ListAsync()).ShouldBe([Aziza, Bobur]);
    }

    [Fact]
    public async Task A_reading_that_began_before_a_change_is_not_kept()
    {
        var slow = _staff.AnswerLater();
        var before = ListAsync();
        _people.Forget();
        _staff.Answer([Aziza, Bobur]);
        slow.SetResult([Aziza]);
        await before;

        (await ListAsync()).ShouldBe([Aziza, Bobur]);
    }

    [Fact]
    public async Task A_reading_that_failed_is_not_kept()
    {
        _staff.AnswerLater().SetException(new InvalidOperationException("The database is away"));
        await Should.ThrowAsync<InvalidOperationException>(ListAsync);
        _staff.Answer([Aziza]);

        (await ListAsync()).ShouldBe([Aziza]);
    }

    private Task<IReadOnlyList<AgentProfile>> ListAsync() => _people.ListAsync(TestContext.Current.CancellationToken);

    private sealed class FakeStaff : IStaffDirectory
    {
        private Task<IReadOnlyList<AgentProfile>> _answer = Task.FromResult<IReadOnlyList<AgentProfile>>([]);

        public int Readings { get; private set; }

        public void Answer(IReadOnlyList<AgentProfile> staff) => _answer = Task.FromResult(staff);

        public TaskCompletionSource<IReadOnlyList<AgentProfile>> AnswerLater()
        {
            var answer = new TaskCompletionSource<IReadOnlyList<AgentProfile>>();
            _answer = answer.Task;
            return answer;
        }

        public Task<IReadOnlyList<AgentProfile>> ListAgentsAsync(CancellationToken cancellation)
        {
            Readings++;
            return _answer;
        }
    }
}
