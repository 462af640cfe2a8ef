using CrmUms.Acd.Ivr;
using static CrmUms.Acd.Tests.Ivr.FlowCaller;

namespace CrmUms.Acd.Tests.Ivr;

public sealed class MenuTests
{
    private static readonly FlowGraph Menu = Flow(
        "main",
        ("hello", "play", "{'prompts':['welcome']}", "{'done':'menu'}"),
        (
            "menu",
            "menu",
            "{'prompts':['choose'],'options':[{'digit':'1','label':'Sales'},{'digit':'2','label':'Help'}],"
                + "'noInputPrompts':['silence'],'noMatchPrompts':['wrong'],'attempts':2}",
            "{'1':'sales','2':'help','no-input':'help','no-match':'end'}"),
        ("sales", "queue", "{'queue':'sales'}", ""),
        ("help", "queue", "{'queue':'support','priority':5}", ""),
        ("end", "hang-up", "{'prompts':['bye']}", ""));

    private readonly FlowCaller _caller = new(Centre(Menu));

    [Fact]
    public void A_caller_hears_the_greeting_and_then_the_menu()
    {
        _caller.Hears().ShouldBe(["welcome"]);
        _caller.HearsAll().Hears().ShouldBe(["choose"]);
    }

    [Fact]
    public void A_key_leads_where_the_option_says()
    {
        _caller.HearsAll().HearsAll().Presses("1");

        _caller.Effect<FlowEffect.EnqueueAt>().Queue.Value.ShouldBe("sales");
        _caller.Note<FlowNote.MenuChosen>().ShouldBe(new FlowNote.MenuChosen("menu", "1", "Sales"));
    }

    [Fact]
    public void A_key_stops_the_prompt_that_sounds()
    {
        _caller.HearsAll();
        var playing = _caller.State.Progress.Playing;

        _caller.Presses("2");

        _caller.Effects.ShouldBe(
        [
            new FlowEffect.StopPlay(playing!),
            new FlowEffect.EnqueueAt(new("support"), 5),
            _caller.Effects.OfType<FlowEffect.CancelTimer>().Single(),
        ]);
    }

    [Fact]
    public void A_key_pressed_during_the_greeting_answers_the_menu_that_is_never_heard()
    {
        _caller.Presses("1");

        _caller.Effects.OfType<FlowEffect.PlayPrompts>().ShouldBeEmpty();
        _caller.Node.ShouldBe("sales");
    }

    [Fact]
    public void Silence_is_asked_again_and_then_taken_for_an_answer()
    {
        _caller.HearsAll().HearsAll().WaitsTooLong().Hears().ShouldBe(["silence", "choose"]);
        _caller.HearsAll().WaitsTooLong().Node.ShouldBe("help");
    }

    [Fact]
    public void A_wrong_key_is_told_and_asked_again()
    {
        _caller.HearsAll().Presses("7").Hears().ShouldBe(["wrong", "choose"]);
        _caller.Presses("9").Node.ShouldBe("end");
        _caller.Hears().ShouldBe(["bye"]);
        _caller.HearsAll().Effect<FlowEffect.HangUp>();
        _caller.State.Ending.ShouldBe(FlowEnding.HungUp);
    }

    [Fact]
    public void Late_and_repeated_answers_change_nothing()
    {
        var old = _caller.State.Progress.Playing!;
        _caller.HearsAll();
        var before = _caller.State;

        _caller.Is(new FlowEvent.PromptFinished(old)).Is(new FlowEvent.TimerElapsed("flow-1-1-9"));

        _caller.State.ShouldBe(before);
        _caller.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_prompt_that_cannot_be_played_does_not_stop_anybody()
    {
        _caller.Is(new FlowEvent.PromptFinished(_caller.State.Progress.Playing!, Failed: true));

        _caller.Node.ShouldBe("menu");
        _caller.Note<FlowNote.Faulted>().Code.ShouldBe(FlowFault.PromptFailed);
    }

    [Fact]
    public void A_play_whose_end_is_never_told_is_given_up()
    {
        _caller.WaitsTooLong();

        _caller.Effects[0].ShouldBeOfType<FlowEffect.StopPlay>();
        _caller.Node.ShouldBe("menu");
    }

    [Fact]
    public void Without_barge_in_keys_during_the_prompt_do_not_count()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main",
            ("menu", "menu", "{'prompts':['terms'],'options':['1'],'bargeIn':false}", "{'1':'end'}"),
            ("end", "hang-up", "", ""))));

        caller.Presses("11").HearsAll().Node.ShouldBe("menu");
        caller.Presses("1").State.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void Whoever_hangs_up_is_led_nowhere_any_more()
    {
        _caller.Is(new FlowEvent.CallerGone());
        _caller.State.Ending.ShouldBe(FlowEnding.CallerGone);

        _caller.Presses("1").Effects.ShouldBeEmpty();
    }
}
