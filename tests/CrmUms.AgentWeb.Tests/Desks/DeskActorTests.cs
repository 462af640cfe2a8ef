using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Desks;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmUms.AgentWeb.Tests.Desks;

public sealed class DeskActorTests : Actors.TestKit.TestKit
{
    private static readonly AgentId Agent = new(Guid.Parse("01970000-0000-7000-8000-000000000001"));

    private readonly TestProbe _agents;
    private readonly TestProbe _floor;
    private readonly IActorRef _desks;

    public DeskActorTests()
    {
        _agents = CreateTestProbe();
        _floor = CreateTestProbe();
        _desks = Sys.ActorOf(Props.Create(() =>
            new DesksActor(_agents.Ref, _floor.Ref, TimeProvider.System, NullLogger.Instance)));
    }

    [Fact]
    public void A_page_that_comes_signs_the_agent_in_and_reports_him_connected()
    {
        Open(new FakePage("one"));

        _agents.ExpectMsg<SignIn>().Agent.ShouldBe(Agent);
        _agents.ExpectMsg<ReportDesk>().IsConnected.ShouldBeTrue();
        _agents.ExpectMsg<GetAgentView>().Agent.ShouldBe(Agent);
    }

    [Fact]
    public void A_snapshot_waits_until_the_agent_is_known()
    {
        var desk = Open(new FakePage("one"));
        desk.Tell(new GetDesk(), TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));

        desk.Tell(View(AgentStatus.NotReady), _agents.Ref);

        ExpectMsg<DeskSnapshot>().Agent.Status.ShouldBe(AgentStatus.NotReady);
    }

    [Fact]
    public void Only_what_has_changed_is_told_and_each_event_has_the_next_number()
    {
        var page = new FakePage("one");
        var desk = Open(page);
        desk.Tell(View(AgentStatus.Ready), _agents.Ref);

        Publish(View(AgentStatus.Ready));
        Publish(View(AgentStatus.Reserved));
        Publish(View(AgentStatus.Reserved, "offered"));
        Publish(View(AgentStatus.Talking, "connected"));

        page.Next<DeskEvent.AgentChanged>().ShouldSatisfyAllConditions(
            changed => changed.Sequence.ShouldBe(1),
            changed => changed.Agent.Status.ShouldBe(AgentStatus.Reserved));
        page.Next<DeskEvent.CallChanged>().Sequence.ShouldBe(2);
        page.Next<DeskEvent.AgentChanged>().Sequence.ShouldBe(3);
        page.Next<DeskEvent.CallChanged>().ShouldSatisfyAllConditions(
            changed => changed.Sequence.ShouldBe(4),
            changed => changed.Call!.Stage.ShouldBe("connected"));
    }

    [Fact]
    public void The_news_of_another_agent_is_not_told()
    {
        var page = new FakePage("one");
        var desk = Open(page);
        desk.Tell(View(AgentStatus.Ready), _agents.Ref);

        Publish(View(AgentStatus.Talking) with { Agent = new AgentId(Guid.NewGuid()) });
        Publish(View(AgentStatus.Reserved));

        page.Next<DeskEvent.AgentChanged>().Agent.Status.ShouldBe(AgentStatus.Reserved);
    }

    [Fact]
    public void A_first_answer_that_was_overtaken_by_an_event_undoes_nothing()
    {
        var desk = Open(new FakePage("one"));
        Publish(View(AgentStatus.Reserved));
        desk.Tell(new GetDesk(), TestActor);
        ExpectMsg<DeskSnapshot>().Agent.Status.ShouldBe(AgentStatus.Reserved);

        desk.Tell(View(AgentStatus.Ready), _agents.Ref);

        desk.Tell(new GetDesk(), TestActor);
        ExpectMsg<DeskSnapshot>().Agent.Status.ShouldBe(AgentStatus.Reserved);
    }

    [Fact]
    public void A_repeated_command_is_carried_out_once_and_both_are_answered()
    {
        var desk = OpenQuietly();
        var command = new CarryOut(Guid.NewGuid(), new MakeReady(Agent));

        desk.Tell(command, TestActor);
        desk.Tell(command, TestActor);
        _agents.ExpectMsg<MakeReady>();
        _agents.Reply(new AgentReply.Refused(AgentRefusal.NoAudio));

        ExpectMsg<CommandReply>().Refusal.ShouldBe(AgentRefusal.NoAudio);
        ExpectMsg<CommandReply>().Refusal.ShouldBe(AgentRefusal.NoAudio);
        desk.Tell(command, TestActor);
        ExpectMsg<CommandReply>().Refusal.ShouldBe(AgentRefusal.NoAudio);
        _agents.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Only_the_last_two_hundred_commands_are_remembered()
    {
        var memory = new CommandMemory(200);
        var first = Guid.NewGuid();
        memory.Begin(first, TestActor).ShouldBeTrue();
        for (var index = 0; index < 199; index++)
        {
            memory.Begin(Guid.NewGuid(), TestActor).ShouldBeTrue();
        }

        memory.Begin(first, TestActor).ShouldBeFalse();
        memory.Begin(Guid.NewGuid(), TestActor).ShouldBeTrue();

        memory.Begin(first, TestActor).ShouldBeTrue();
    }

    [Fact]
    public void The_newest_page_wins_and_the_older_ones_leaving_changes_nothing()
    {
        var older = new FakePage("one");
        var desk = Open(older);
        Open(new FakePage("two"));
        _agents.ReceiveN(6);

        older.Next<DeskEvent.SignedOut>().Reason.ShouldBe("otherPage");
        older.IsClosed.ShouldBeTrue();
        desk.Tell(new LeavePage("one"), TestActor);
        _agents.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        desk.Tell(new LeavePage("two"), TestActor);
        _agents.ExpectMsg<ReportDesk>().IsConnected.ShouldBeFalse();
    }

    [Fact]
    public void Colleagues_are_told_while_the_page_looks_at_them_and_no_longer()
    {
        var page = new FakePage("one");
        var desk = Open(page);
        desk.Tell(View(AgentStatus.Ready), _agents.Ref);

        desk.Tell(WatchDirectory.Instance, TestActor);
        _floor.ExpectMsg<WatchDirectory>();
        desk.Tell(new DirectoryView([], [], []), _floor.Ref);
        desk.Tell(new DirectoryChange([], null, null, null), _floor.Ref);
        desk.Tell(LeaveDirectory.Instance, TestActor);
        _floor.ExpectMsg<LeaveDirectory>();
        desk.Tell(new DirectoryChange([], null, null, null), _floor.Ref);
        Publish(View(AgentStatus.Reserved));

        page.Next<DeskEvent.DirectoryShown>().Sequence.ShouldBe(1);
        page.Next<DeskEvent.DirectoryChanged>().Sequence.ShouldBe(2);
        page.Next<DeskEvent.AgentChanged>().Sequence.ShouldBe(3);
    }

    [Fact]
    public void A_page_that_is_gone_looks_at_nobody()
    {
        var desk = Open(new FakePage("one"));
        desk.Tell(WatchDirectory.Instance, TestActor);
        _floor.ExpectMsg<WatchDirectory>();

        desk.Tell(new LeavePage("one"), TestActor);

        _floor.ExpectMsg<LeaveDirectory>();
    }

    [Fact]
    public void A_floor_that_began_anew_is_asked_again()
    {
        var desk = Open(new FakePage("one"));
        desk.Tell(WatchDirectory.Instance, TestActor);
        _floor.ExpectMsg<WatchDirectory>();

        desk.Tell(DirectoryLost.Instance, _floor.Ref);

        _floor.ExpectMsg<WatchDirectory>();
    }

    private static AgentView View(AgentStatus status, string? stage = null) => new(
        Agent, "Азиза", status, null, DateTimeOffset.UnixEpoch, null, null, AudioStatus.Open,
        stage is null ? null : Call(stage));

    private static CallView Call(string stage) => new(
        new InteractionId(Guid.Empty), stage, new QueueId("support"), "Поддержка", "1000", CallerNumber.Anonymous, null,
        DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, null, null, false, null, null);

    private IActorRef Open(FakePage page)
    {
        _desks.Tell(new OpenDesk(Agent, page), TestActor);
        return ExpectMsg<DeskOpened>().Desk;
    }

    private IActorRef OpenQuietly()
    {
        var desk = Open(new FakePage("one"));
        _agents.ReceiveN(3);
        return desk;
    }

    private void Publish(AgentView view) => Sys.EventStream.Publish(new AgentViewChanged(view));

    private sealed class FakePage(string id) : IDeskPage
    {
        private readonly System.Collections.Concurrent.BlockingCollection<DeskEvent> _events = [];

        public string Id => id;

        public bool IsClosed { get; private set; }

        public void Send(DeskEvent @event) => _events.Add(@event);

        public void Close() => IsClosed = true;

        public T Next<T>()
            where T : DeskEvent =>
            _events.TryTake(out var next, TimeSpan.FromSeconds(5))
                ? next.ShouldBeOfType<T>()
                : throw new TimeoutException();
    }
}
