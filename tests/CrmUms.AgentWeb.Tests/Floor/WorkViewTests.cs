using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Floor;

namespace CrmUms.AgentWeb.Tests.Floor;

/// <summary>What agents see who serve the same queues: who waits there, and nothing of anybody else.</summary>
public sealed class WorkViewTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly WorkQueue Support = new("support", "Поддержка", 20, 10, MayPick: true);

    [Fact]
    public void It_begins_with_those_who_wait_in_its_queues()
    {
        var view = new WorkView([Support], [Caller("1"), Caller("2", "debt"), InFlow("3")]);

        var snapshot = view.Snapshot(At);

        snapshot.Callers.Select(caller => caller.InteractionId).ShouldBe(["1"]);
        snapshot.Queues.ShouldBe([Support]);
        snapshot.Sequence.ShouldBe(0);
    }

    [Fact]
    public void What_happens_in_other_queues_is_no_event_and_leaves_no_gap()
    {
        var view = new WorkView([Support], []);

        view.Take(Change(Caller("1", "debt"), InFlow("2"))).ShouldBeNull();
        view.Take(Gone("1")).ShouldBeNull();
        var change = view.Take(Change(Caller("3"), Caller("4", "debt")))!;

        change.Sequence.ShouldBe(1);
        change.Callers!.ShouldHaveSingleItem().InteractionId.ShouldBe("3");
        change.CallersGone.ShouldBeNull();
        view.Sequence.ShouldBe(1);
    }

    [Fact]
    public void Whoever_leaves_for_another_queue_or_a_flow_or_for_good_is_gone()
    {
        var view = new WorkView([Support], [Caller("1"), Caller("2"), Caller("3"), Caller("4")]);

        view.Take(Change(Caller("1", "debt")))!.CallersGone.ShouldBe(["1"]);
        view.Take(Change(InFlow("2")))!.CallersGone.ShouldBe(["2"]);
        view.Take(Gone("3", "5"))!.CallersGone.ShouldBe(["3"]);

        view.Snapshot(At).Callers.Select(caller => caller.InteractionId).ShouldBe(["4"]);
        view.Sequence.ShouldBe(3);
    }

    [Fact]
    public void It_is_of_those_who_serve_the_same_and_may_do_the_same_there()
    {
        var view = new WorkView([Support], []);

        view.IsOf([Support with { }]).ShouldBeTrue();
        view.IsOf([Support with { MayPick = false }]).ShouldBeFalse();
        view.IsOf([]).ShouldBeFalse();
    }

    private static FloorCaller Caller(string id, string queue = "support") =>
        new(id, 1, CallKind.Call, queue, null, null, At, 0, 0);

    // On its way back into a flow it still knows the queue where it stood.
    private static FloorCaller InFlow(string id) => Caller(id) with { Place = ContactWhere.InFlow };

    private static FloorChange Change(params FloorCaller[] callers) => new(7, At) { Callers = callers };

    private static FloorChange Gone(params string[] callers) => new(8, At) { CallersGone = callers };
}
