using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Numbers_of_tickets
{
    [Theory]
    [InlineData("HD-000071")]
    [InlineData("71")]
    [InlineData("000071")]
    [InlineData("#71")]
    [InlineData("hd-71")]
    [InlineData("HD71")]
    [InlineData("#HD-71")]
    [InlineData("HD 000071")]
    [InlineData("HD - 71")]
    [InlineData("HD-000071.")]
    [InlineData(" (hd-000071), ")]
    [InlineData("[HD-000071]")]
    [InlineData("HD\u2011000071")]
    [InlineData("HD\u2013000071")]
    [InlineData("HD\u2212000071")]
    [InlineData("HD\u00A0000071")]
    [InlineData("ＨＤ－０００071")]
    [InlineData("HD-٧١")]
    [InlineData("\u200EHD-000071\u200F")]
    [InlineData("HD_71")]
    [InlineData("ticket 71")]
    [InlineData("Ticket: #HD-71")]
    [InlineData("nº 71")]
    [InlineData("N.º71")]
    [InlineData("no. 71")]
    [InlineData("ticket número 71")]
    public void G14_are_read_as_people_write_them(string typed)
    {
        Assert.True(TicketNumber.TryParse(typed, out var number));
        Assert.Equal("HD-000071", number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HD-")]
    [InlineData("0")]
    [InlineData("HD-000000")]
    [InlineData("ticket")]
    [InlineData("ticket nº")]
    [InlineData("71 ticket")]
    [InlineData("HD-71a")]
    [InlineData("71 72")]
    [InlineData("71-72")]
    [InlineData("XD-71")]
    [InlineData("7.1")]
    [InlineData("1234567890123")]
    [InlineData("HD-½")]
    public void G14_that_are_none_are_none(string? typed) => Assert.False(TicketNumber.TryParse(typed, out _));

    [Fact]
    public void G14_beyond_six_digits_stay_readable()
    {
        Assert.True(TicketNumber.TryParse("hd 1234567", out var number));
        Assert.Equal("HD-1234567", number);
    }
}
