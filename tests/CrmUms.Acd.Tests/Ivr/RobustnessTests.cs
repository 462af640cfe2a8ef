using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;
using static CrmUms.Acd.Tests.Ivr.FlowCaller;

namespace CrmUms.Acd.Tests.Ivr;

/// <summary>A flow may be as wrong as it likes: nobody gets stuck in it.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public void A_circle_without_a_wait_is_cut_with_a_clear_word()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main",
            ("a", "language", "", "{'done':'b'}"),
            ("b", "set-variable", "{'variable':'n','operation':'add','value':'1'}", "{'done':'a'}"))));

        caller.Note<FlowNote.Faulted>().Code.ShouldBe(FlowFault.LoopWithoutWait);
        caller.Node.ShouldBe(FlowState.Fallback);
        caller.Effect<FlowEffect.EnqueueAt>().Queue.Value.ShouldBe("support");
    }

    [Theory]
    [InlineData("nowhere", "play", FlowFault.UnknownNode)]
    [InlineData("next", "teleport", FlowFault.UnknownNodeType)]
    [InlineData("", "play", FlowFault.ExitOpen)]
    public void A_way_that_leads_nowhere_leads_to_the_fall_back(string target, string type, string fault)
    {
        var caller = new FlowCaller(Centre(Flow(
            "main", ("a", "language", "", "{'done':'" + target + "'}"), ("next", type, "", ""))));

        caller.Note<FlowNote.Faulted>().Code.ShouldBe(fault);
        caller.Effect<FlowEffect.EnqueueAt>();
    }

    [Fact]
    public void A_flow_that_is_not_there_leads_to_the_fall_back() =>
        new FlowCaller(Centre(), "gone").Effect<FlowEffect.EnqueueAt>().Queue.Value.ShouldBe("support");

    [Fact]
    public void The_flows_own_fall_back_goes_before_the_centres()
    {
        var flow = Flow("main") with { FallbackQueue = "sales" };
        new FlowCaller(Centre(flow)).Effect<FlowEffect.EnqueueAt>().Queue.Value.ShouldBe("sales");
    }

    [Fact]
    public void Without_any_fall_back_we_hang_up()
    {
        var context = Centre() with { Library = new FlowLibrary([], [], []) };
        var caller = new FlowCaller(context);
        caller.Effect<FlowEffect.HangUp>().Reason.ShouldBe(HangUpReason.Congestion);
        caller.State.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void A_caller_is_not_led_round_for_ever()
    {
        var caller = new FlowCaller(Centre(Flow("main", ("a", "play", "{'prompts':['p']}", "{'done':'a'}"))));
        for (var round = 0; round < FlowLimits.VisitsMax; round++)
        {
            caller.HearsAll();
        }

        caller.Note<FlowNote.Faulted>().Code.ShouldBe(FlowFault.TooManyVisits);
    }

    [Fact]
    public void After_a_crash_the_node_is_entered_again_with_the_variables()
    {
        var context = Centre(Flow(
            "main",
            ("set", "set-variable", "{'variable':'topic','value':'card'}", "{'done':'uz'}"),
            ("uz", "language", "{'language':'uz'}", "{'done':'menu'}"),
            ("menu", "menu", "{'prompts':['ask-${topic}'],'options':['1']}", "{'1':'end'}"),
            ("end", "queue", "{'queue':'sales'}", "")));
        var caller = new FlowCaller(context);

        var again = FlowRun.Step(caller.Folded, new FlowEvent.Resumed(FlowDial.Gone), context);

        var play = again.Effects.OfType<FlowEffect.PlayPrompts>().ShouldHaveSingleItem();
        play.Prompts.ShouldBe(["ask-card"]);
        play.Language.ShouldBe("uz");
        play.Request.ShouldNotBe(caller.State.Progress.Playing);
    }

    [Fact]
    public void After_a_gap_a_talk_outside_goes_on_and_is_not_dialled_again()
    {
        var context = Centre(Flow(
            "main", ("out", "transfer", "{'number':'102'}", "{'ended':'end'}"), ("end", "hang-up", "", "")));
        var caller = new FlowCaller(context);
        caller.Is(new FlowEvent.DialAnswered(caller.Awaited));

        var up = FlowRun.Step(caller.Folded, new FlowEvent.Resumed(FlowDial.Answered), context);
        up.Effects.OfType<FlowEffect.DialOut>().ShouldBeEmpty();
        up.State.Progress.Awaited.ShouldBe(caller.Awaited);

        var gone = FlowRun.Step(caller.Folded, new FlowEvent.Resumed(FlowDial.Gone), context);
        gone.State.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void A_caller_who_waits_is_queued_again_after_a_crash_with_the_rest_of_his_time()
    {
        var context = Centre(Flow("main", ("q", "queue", "{'queue':'sales','waitMaxSeconds':100}", "")));
        var caller = new FlowCaller(context);

        var again = FlowRun.Step(
            caller.Folded, new FlowEvent.Resumed(FlowDial.Gone), context with { Now = context.Now.AddSeconds(70) });

        again.Effects.ShouldContain(new FlowEffect.EnqueueAt(new("sales"), 0));
        again.Effects.OfType<FlowEffect.StartTimer>().Single().After.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_node_that_is_gone_after_a_crash_leads_to_the_fall_back()
    {
        var caller = new FlowCaller(Centre(Flow("main", ("a", "play", "{'prompts':['p']}", ""))));

        var again = FlowRun.Step(caller.Folded, new FlowEvent.Resumed(FlowDial.Gone), Centre(Flow("main")));

        again.State.Node.ShouldBe(FlowState.Fallback);
    }

    [Fact]
    public void Values_and_their_number_are_bounded()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main", ("get", "http-lookup", "{'url':'https://x.example/','mapping':{'v':'v'}}", "{'done':'end'}"),
            ("end", "queue", "{'queue':'sales'}", ""))));

        caller.Is(new FlowEvent.HttpAnswered(caller.Awaited, 200, $$"""{"v":"{{new string('x', 5_000)}}"}"""));

        caller.State.Variables["v"].Length.ShouldBe(FlowLimits.ValueMax);
    }
}
