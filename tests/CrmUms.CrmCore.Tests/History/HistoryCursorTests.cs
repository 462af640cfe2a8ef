using CrmUms.CrmCore.History;

namespace CrmUms.CrmCore.Tests.History;

public sealed class HistoryCursorTests
{
    [Fact]
    public void A_cursor_is_read_back_as_it_was_written()
    {
        var at = new DateTimeOffset(2026, 7, 14, 9, 0, 0, 123, TimeSpan.Zero);
        var cursor = new HistoryCursor(at, new(Guid.NewGuid()));

        HistoryCursor.TryParse(cursor.ToString(), out var read).ShouldBeTrue();

        read.ShouldBe(cursor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-2")]
    [InlineData("-1-01970000000070008000000000000001")]
    [InlineData("99999999999999999999-01970000000070008000000000000001")]
    [InlineData("9223372036854775807-01970000000070008000000000000001")]
    [InlineData("1-2-3")]
    public void What_is_no_cursor_is_refused(string? text) => HistoryCursor.TryParse(text, out _).ShouldBeFalse();
}
