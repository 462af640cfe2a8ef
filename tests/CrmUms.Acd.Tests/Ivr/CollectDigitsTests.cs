using CrmUms.Acd.Ivr;
using static CrmUms.Acd.Tests.Ivr.FlowCaller;

namespace CrmUms.Acd.Tests.Ivr;

public sealed class CollectDigitsTests
{
    private const string Exits = "{'done':'end','no-input':'silent','no-match':'wrong'}";

    [Fact]
    public void The_terminator_ends_a_number() =>
        Asked("'minDigits':3,'maxDigits':8").Presses("4711#").State.Variables["contract"].ShouldBe("4711");

    [Fact]
    public void The_last_digit_that_fits_ends_it_too() =>
        Asked("'minDigits':3,'maxDigits':4").Presses("4711").Node.ShouldBe("end");

    [Fact]
    public void A_pause_ends_what_is_long_enough() =>
        Asked("'minDigits':3,'maxDigits':8").Presses("4711").WaitsTooLong().Node.ShouldBe("end");

    [Fact]
    public void What_is_too_short_is_no_answer() =>
        Asked("'minDigits':3,'maxDigits':8,'attempts':1").Presses("47#").Node.ShouldBe("wrong");

    [Fact]
    public void Nothing_at_all_is_silence() =>
        Asked("'attempts':1").HearsAll().WaitsTooLong().Node.ShouldBe("silent");

    [Fact]
    public void The_time_between_two_digits_is_shorter_than_that_before_the_first()
    {
        var caller = Asked("'timeoutSeconds':9,'interDigitSeconds':2").HearsAll();
        caller.Effect<FlowEffect.StartTimer>().After.ShouldBe(TimeSpan.FromSeconds(9));

        caller.Presses("4").Effect<FlowEffect.StartTimer>().After.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void What_is_private_is_known_and_never_written()
    {
        var caller = new FlowCaller(Centre(Flow(
            "main",
            ("ask", "collect-digits", "{'prompts':['pin'],'variable':'private.pin','maxDigits':4}", "{'done':'check'}"),
            ("check", "condition", "{'expression':'private.pin = 4711'}", "{'true':'end','false':'end'}"),
            ("end", "queue", "{'queue':'support'}", ""))));

        caller.Presses("4711");

        caller.Notes.OfType<FlowNote.NodeEntered>().Last().Exit.ShouldBe("true");
        System.Text.Json.JsonSerializer.Serialize(caller.Notes, FlowJson.Options).ShouldNotContain("4711");
        System.Text.Json.JsonSerializer.Serialize(caller.State, FlowJson.Options).ShouldNotContain("4711");
    }

    private static FlowCaller Asked(string settings) => new(Centre(Flow(
        "main",
        ("ask", "collect-digits", "{'prompts':['contract'],'variable':'contract'," + settings + "}", Exits),
        ("end", "queue", "{'queue':'support'}", ""),
        ("silent", "queue", "{'queue':'support'}", ""),
        ("wrong", "queue", "{'queue':'support'}", ""))));
}
