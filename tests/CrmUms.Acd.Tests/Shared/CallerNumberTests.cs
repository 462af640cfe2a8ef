using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Tests.Shared;

public sealed class CallerNumberTests
{
    [Theory]
    [InlineData("+998901234567", "+998901234567")]
    [InlineData("998901234567", "+998901234567")]
    [InlineData("00998901234567", "+998901234567")]
    [InlineData("901234567", "+998901234567")]
    [InlineData("90 123-45-67", "+998901234567")]
    [InlineData("+7 (495) 123-45-67", "+74951234567")]
    public void A_number_is_read_however_it_is_written(string raw, string e164) =>
        Read(raw).Number!.Value.E164.ShouldBe(e164);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("Restricted")]
    [InlineData("\u0001\u0002")]
    public void A_caller_who_hides_is_anonymous(string? raw) => Read(raw).ShouldBe(CallerNumber.Anonymous);

    [Theory]
    [InlineData("alice")]
    [InlineData("Алиса")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("+")]
    [InlineData("12")]
    [InlineData("1234567890123456789")]
    public void What_is_no_number_is_shown_and_never_dialled(string raw)
    {
        var number = Read(raw);

        number.Kind.ShouldBe(CallerNumberKind.Malformed);
        number.Number.ShouldBeNull();
        number.Shown.ShouldBe(raw);
    }

    [Fact]
    public void Two_hundred_characters_are_cut_for_the_screen()
    {
        var number = Read(new string('7', 200));

        number.Kind.ShouldBe(CallerNumberKind.Malformed);
        number.Shown.Length.ShouldBeLessThanOrEqualTo(41);
    }

    private static CallerNumber Read(string? raw) => CallerNumber.Read(raw, NumberingPlan.Uzbekistan);
}
