using System.Text;
using Helpdesk.Ticketing.Filing;

namespace Helpdesk.Ticketing.Tests;

public sealed class Tags_of_every_script
{
    [Theory]
    [InlineData("हिन्दी")]
    [InlineData("தமிழ்")]
    [InlineData("বাংলা")]
    [InlineData("ภาษาไทย")]
    [InlineData("مُحَمَّد")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    [InlineData("שָׁלוֹם")]
    [InlineData("ខ្មែរ")]
    [InlineData("日本語")]
    [InlineData("ガギグ")]
    [InlineData("한국어")]
    [InlineData("привет")]
    [InlineData("ελληνικά")]
    [InlineData("tiếng việt")]
    [InlineData("𞤢𞤣𞤤𞤢𞤥")]
    [InlineData("a4 paper")]
    [InlineData("c++/c#")]
    [InlineData("v1.2_x-y")]
    public void G15_are_kept_as_they_are_written(string tag) => Assert.Equal(tag.Normalize(), Clean(tag));

    [Theory]
    [InlineData("Cafe\u0301", "café")]
    [InlineData("ＶＩＰ", "ｖｉｐ")]
    [InlineData("\u0041\u030A", "å")]
    [InlineData("한", "한")]
    [InlineData("vip\uFE0F", "vip")]
    [InlineData("v\u200Bi\u00ADp", "vip")]
    [InlineData("v\u200Ci\u200Dp", "vip")]
    [InlineData("\u202Evip\u202C", "vip")]
    [InlineData("  Urgent \u3000 now ", "urgent now")]
    [InlineData("\u200Cمی", "می")]
    public void G15_are_one_when_they_look_the_same(string typed, string tag) => Assert.Equal(tag, Clean(typed));

    [Theory]
    [InlineData("a,b")]
    [InlineData("a:b")]
    [InlineData("<b>")]
    [InlineData("😀")]
    [InlineData("\u0301")]
    [InlineData("\u200C")]
    [InlineData("\u3164\u2800")]
    [InlineData("a\uD800")]
    [InlineData("")]
    [InlineData(null)]
    public void G15_are_refused_when_they_are_none(string? typed) => Assert.Equal("", Clean(typed));

    [Fact]
    public void G15_are_counted_as_they_are_kept()
    {
        var (decomposed, long40) = (string.Concat(Enumerable.Repeat("e\u0301", 40)), new string('x', 40));
        Assert.Equal(40, Clean(decomposed).Length);
        Assert.True(Clean(decomposed).IsNormalized(NormalizationForm.FormC));
        Assert.Equal((long40, ""), (Clean($" {long40} "), Clean(long40 + "x")));
        Assert.Equal("", Clean(new string('x', 100_000)));
    }

    static string Clean(string? typed) => TagNormalizer.TryNormalize(typed, out var tag) ? tag : "";
}
