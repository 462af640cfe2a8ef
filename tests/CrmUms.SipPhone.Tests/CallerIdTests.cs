using CrmUms.SipPhone.Sip;
using static CrmUms.SipPhone.Tests.Waiting;

namespace CrmUms.SipPhone.Tests;

public sealed class CallerIdTests
{
    public static TheoryData<string, string> OddCallers => new()
    {
        { "+998901234567", "Алишер Навоий" },
        { "Ташкент 1@#%", "back\\slash \"quoted\" <sip:x@y>;tag=1, and more" },
        { new string('7', 200), new string('Ж', 200) },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(OddCallers))]
    public async Task Number_and_name_arrive_as_they_were_given(string number, string name)
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        await pair.CallAsync(from: number, name: name);

        var from = (await pair.Callee.WaitForCallAsync(Limit)).Invite["From"].ShouldNotBeNull();

        HeaderText.DisplayName(from).ShouldBe(name);
        HeaderText.User(HeaderText.Uri(from)).ShouldBe(number);
    }

    [Fact]
    public async Task An_anonymous_caller_shows_neither_number_nor_name()
    {
        await using var pair = new PhonePair(IncomingPlan.Answer());
        await pair.CallAsync(new CallOptions { Anonymous = true }, from: "+998901234567", name: "Алишер");

        var invite = (await pair.Callee.WaitForCallAsync(Limit)).Invite;

        invite["From"].ShouldNotBeNull().ShouldStartWith("\"Anonymous\" <sip:anonymous@anonymous.invalid>");
        invite["Privacy"].ShouldBe("id");
        string.Join('\n', invite.Headers).ShouldNotContain("901234567");
    }

    [Fact]
    public async Task A_raw_caller_and_further_headers_are_sent_untouched()
    {
        const string Raw = "sip:no-brackets@host";
        await using var pair = new PhonePair(IncomingPlan.Answer());
        var call = await pair.CallAsync(
            new CallOptions { RawFrom = Raw, Headers = [("P-Asserted-Identity", "<tel:+998>"), ("X-Odd", "; , \"")] });
        await call.WaitForAnswerAsync(Limit);

        var invite = (await pair.Callee.WaitForCallAsync(Limit)).Invite;

        invite["From"].ShouldNotBeNull().ShouldStartWith(Raw + ";tag=");
        invite["P-Asserted-Identity"].ShouldBe("<tel:+998>");
        invite["X-Odd"].ShouldBe("; , \"");
    }
}
