using Helpdesk.Api.Formats;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Words_that_people_type
{
    [Theory]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne")]
    [InlineData("    indented\n  name   value  \n", "    indented\n  name   value")]
    [InlineData("\n \n\tfirst\tsecond\n\n\n", "\tfirst\tsecond")]
    [InlineData("می\u200Cروم", "می\u200Cروم")]
    [InlineData("👩\u200D💻", "👩\u200D💻")]
    [InlineData("exe\u202Egpj.\u2066x\u2069", "exegpj.x")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("\u200B\u2800\n\u3164", "")]
    public void G12_keep_their_shape_and_lose_what_deceives(string typed, string kept) =>
        Assert.Equal(kept, TextSanitizer.Multiline(typed));

    [Theory]
    [InlineData("  Ana \t María\r\nLópez ", "Ana María López")]
    [InlineData("Ana\u00A0María", "Ana María")]
    [InlineData("\u200B\u200C\u2060", "")]
    [InlineData("\u3164\u2800 \uFE0F", "")]
    [InlineData("نیل\u200Cوفر", "نیل\u200Cوفر")]
    [InlineData("O\u202Eana", "Oana")]
    [InlineData(null, "")]
    public void G12_in_a_line_have_one_blank_between_them(string? typed, string kept) =>
        Assert.Equal(kept, TextSanitizer.Line(typed));

    [Fact]
    public void G12_are_counted_as_they_are_stored()
    {
        var limit = new TextLengthAttribute(5);

        Assert.True(limit.IsValid("a\r\nb\r\nc"));
        Assert.True(limit.IsValid("\r\nabcde\r\n  "));
        Assert.True(limit.IsValid("ab\u202Ecde"));
        Assert.False(limit.IsValid("abcdef"));
        Assert.True(new TextLengthAttribute(3) { Line = true }.IsValid(" a \t\t b "));
        Assert.False(new TextLengthAttribute(2) { Line = true }.IsValid("a \t\t b"));
    }
}
