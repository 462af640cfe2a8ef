using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;

namespace CrmUms.AgentWeb.Tests.Floor;

/// <summary>What is sent of the floor: what has changed, and nothing else.</summary>
public sealed class FloorModelTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly AgentId Aziza = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly QueueId Support = new("support");

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly FloorModel _floor = new();
    private DayFigures _day = new(new DateOnly(2026, 7, 14));

    [Fact]
    public void The_first_event_says_everything_and_the_next_only_what_differs()
    {
        _floor.Put(View(AgentStatus.Ready));
        var first = Take()!;
        _floor.Put(View(AgentStatus.NotReady));

        var next = Take()!;

        first.Agents!.ShouldHaveSingleItem().SetUp.ShouldNotBeNull();
        next.Sequence.ShouldBe(first.Sequence + 1);
        var agent = next.Agents!.ShouldHaveSingleItem();
        (agent.SetUp, agent.Figures, agent.State!.Status).ShouldBe((null, null, AgentStatus.NotReady));
        agent.Sequence.ShouldBe(next.Sequence);
    }

    [Fact]
    public void Nothing_new_makes_no_event()
    {
        _floor.Put(View(AgentStatus.Ready));
        Take();
        _floor.Put(View(AgentStatus.Ready));

        Take().ShouldBeNull();
    }

    [Fact]
    public void A_change_and_its_reverse_between_two_events_are_nothing()
    {
        _floor.Put(View(AgentStatus.Ready));
        Take();
        _floor.Put(View(AgentStatus.NotReady));
        _floor.Put(View(AgentStatus.Ready));

        Take().ShouldBeNull();
    }

    [Fact]
    public async Task Who_waits_is_shown_until_he_waits_no_more()
    {
        _floor.Put(await RulesAsync());
        var call = new InteractionId(Guid.NewGuid());
        Happens(new InteractionArrived(call, new LegId("leg"), "1000", CallerNumber.Anonymous, "", At));
        Happens(new InteractionQueued(call, Support, At));
        _floor.Put(new WaitingInLine(call, Support, At, Priority: 30));

        var came = Take()!;
        var caller = came.Callers!.ShouldHaveSingleItem();
        (caller.InteractionId, caller.Priority, caller.QueueId).ShouldBe((call.ToString(), 30, "support"));
        var line = came.Queues!.ShouldHaveSingleItem().Line!;
        (line.Waiting, line.LongestSince).ShouldBe((1, At));

        Happens(new InteractionEnded(call, InteractionEnding.Abandoned, At.AddSeconds(5)));

        var left = Take()!;
        left.CallersGone.ShouldBe([call.ToString()]);
        var queue = left.Queues!.ShouldHaveSingleItem();
        (queue.Line!.Waiting, queue.Figures!.Abandoned, queue.SetUp).ShouldBe((0, 1, null));
    }

    [Fact]
    public async Task Who_waits_says_for_whom_and_a_call_back_when_it_is_tried_again()
    {
        _floor.Put(await RulesAsync());
        var call = new InteractionId(Guid.NewGuid());
        Happens(new InteractionArrived(call, new LegId("leg"), "1000", CallerNumber.Anonymous, "", At));
        Happens(new InteractionQueued(call, Support, At));
        Happens(new CallerAssigned(call, Aziza, At.AddMinutes(2), Aziza, At));

        var given = Take()!.Callers!.ShouldHaveSingleItem();
        Happens(new CallerTakenOut(call, Support, null, Aziza, At));
        var takenBack = Take()!.Callers!.ShouldHaveSingleItem();
        Happens(new CallbackUnreached(call, Aziza, OutboundOutcome.Busy, At.AddMinutes(5), At));
        var later = Take()!.Callers!.ShouldHaveSingleItem();

        (given.AssignedTo, given.AssignedUntil).ShouldBe((Aziza.ToString(), At.AddMinutes(2)));
        takenBack.AssignedTo.ShouldBeNull();
        later.DueAt.ShouldBe(At.AddMinutes(5));
    }

    [Fact]
    public async Task Whoever_is_in_a_flow_is_shown_there_and_stands_in_no_line()
    {
        _floor.Put(await RulesAsync());
        var call = new InteractionId(Guid.NewGuid());
        Happens(new InteractionArrived(call, new LegId("leg"), "1000", CallerNumber.Anonymous, "", At));
        Happens(new FlowStarted(call, "main", At.AddSeconds(1)));

        var came = Take()!;
        var caller = came.Callers!.ShouldHaveSingleItem();
        (caller.Place, caller.Since, caller.QueueId).ShouldBe((ContactWhere.InFlow, At.AddSeconds(1), ""));
        came.Queues!.ShouldHaveSingleItem().Line!.LongestSince.ShouldBeNull();

        _floor.Put(new WaitingInLine(call, Support, At.AddSeconds(9), Priority: 30));
        Happens(new FlowNoted(call, new FlowNote.MenuChosen("menu", "1", "Debts"), At.AddSeconds(9)));
        Happens(new InteractionQueued(call, Support, At.AddSeconds(9)));
        var waits = Take()!.Callers!.ShouldHaveSingleItem();
        (waits.Place, waits.Priority, waits.QueueId).ShouldBe((null, 30, "support"));

        Happens(new InteractionEnded(call, InteractionEnding.Abandoned, At.AddSeconds(20)));
        Take()!.CallersGone.ShouldBe([call.ToString()]);
    }

    [Fact]
    public async Task Whoever_was_handed_outside_is_shown_with_the_number_until_the_end()
    {
        _floor.Put(await RulesAsync());
        var call = new InteractionId(Guid.NewGuid());
        var outside = PhoneNumber.FromE164("+998712000000");
        Happens(new InteractionArrived(call, new LegId("leg"), "1000", CallerNumber.Anonymous, "", At));
        Happens(new InteractionQueued(call, Support, At));
        Happens(new InteractionConnected(call, Aziza, new LegId("agent"), 1, At));
        Happens(new PartyInvited(
            call, Aziza, new PartyId("1"), PartyPurpose.Transfer, null, outside, new LegId("out"), "", At));
        Take();

        Happens(new InteractionHandedOutside(call, Aziza, 2, At.AddSeconds(30)));

        var caller = Take()!.Callers!.ShouldHaveSingleItem();
        (caller.Place, caller.Through, caller.Since).ShouldBe(
            (ContactWhere.Forwarded, "+998712000000", At.AddSeconds(30)));
        Happens(new InteractionEnded(call, InteractionEnding.CallerHungUp, At.AddSeconds(90)));
        Take()!.CallersGone.ShouldBe([call.ToString()]);
    }

    [Fact]
    public async Task A_queue_counts_who_is_ready_for_it()
    {
        _floor.Put(await RulesAsync());
        _floor.Put(View(AgentStatus.Ready));

        Take()!.Queues!.ShouldHaveSingleItem().Line!.Ready.ShouldBe(1);
    }

    [Fact]
    public void Who_does_not_work_here_any_more_is_gone()
    {
        _floor.Put(View(AgentStatus.SignedOut));
        Take();

        _floor.PutAll(new AgentViews([]));

        Take()!.AgentsGone.ShouldBe([Aziza.ToString()]);
    }

    [Fact]
    public async Task Snapshot_and_changes_make_the_same_floor_and_an_administrator_sees_nobody()
    {
        _floor.Put(await RulesAsync());
        var call = new InteractionId(Guid.NewGuid());
        Happens(new InteractionArrived(call, new LegId("leg"), "1000", CallerNumber.Anonymous, "", At));
        Happens(new InteractionQueued(call, Support, At));
        _floor.Put(View(AgentStatus.Talking) with { Call = CallOf(call) });
        var change = Take()!;

        var whole = _floor.Snapshot(At, seesPeople: true);
        var without = _floor.Snapshot(At, seesPeople: false);

        whole.Sequence.ShouldBe(change.Sequence);
        whole.Agents.ShouldBe(change.Agents);
        whole.Callers.ShouldBe(change.Callers);
        whole.Agents[0].State!.Call!.Number.ShouldNotBeNull();
        without.Callers.ShouldBeEmpty();
        without.Agents[0].State!.Call!.Number.ShouldBeNull();
        change.WithoutPeople().Agents![0].State!.Call!.Number.ShouldBeNull();
    }

    private static AgentView View(AgentStatus status) =>
        new(Aziza, "Азиза", status, null, At, null, null, AudioStatus.Open, null);

    private static CallView CallOf(InteractionId call) => new(
        call, "connected", Support, "Поддержка", "1000", CallerNumber.Anonymous, null, At, At, At, null, null, false,
        null, null);

    // The rules of a centre are made by their actor alone.
    private static async Task<CentreRules> RulesAsync()
    {
        var system = ActorSystem.Create("rules", new ActorSystemOptions { Journal = new InMemoryJournal() });
        var rules = system.ActorOf(Props.Create(() => new RulesActor(TimeProvider.System)));
        await rules.Ask<RulesReply>(
            new ChangeRules(
                [
                    RuleChange.To(new QueueRule { Id = "support", Name = "Поддержка" }),
                    RuleChange.To(new AgentRule { Id = Aziza.ToString() }),
                ],
                null,
                "test"),
            Soon,
            TestContext.Current.CancellationToken);
        var made = await rules.Ask<CentreRules>(new GetRules(), Soon, TestContext.Current.CancellationToken);
        await system.Terminate();
        return made;
    }

    private void Happens(IInteractionEvent happened)
    {
        var before = _day.Contacts.GetValueOrDefault(happened.Interaction);
        _day = _day.After(happened, _ => TimeSpan.FromSeconds(20));
        _floor.Put(new FiguresMoved(_day, _day.Contacts.GetValueOrDefault(happened.Interaction), before));
    }

    private FloorChange? Take() => _floor.TakeChange(_ => new QueueOutlook(0, null, 1), At);
}
