using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Versions_in_If_Match
{
    [Theory]
    [InlineData("\"3\"")]
    [InlineData("W/\"3\"")]
    [InlineData("\"1\", \"3\"")]
    [InlineData("\"3\",\"1\"")]
    [InlineData("W/\"2\" , W/\"3\"")]
    [InlineData(", \"3\",, \"x\"")]
    [InlineData("\"99999999999999999999\", \"3\"")]
    [InlineData("  \"3\"  ")]
    public void G21_one_of_a_list_is_enough_and_a_weak_one_counts_as_a_strong_one(string header) => Assert.True(Of(header)!.Matches(3));

    [Theory]
    [InlineData("\"2\"", 2)]
    [InlineData("\"1\", W/\"2\"", 2)]
    [InlineData("\"abc\"", -1)]
    [InlineData("\"\"", -1)]
    [InlineData("\"-3\"", -1)]
    [InlineData("\"03\"", 3)]
    [InlineData("\"99999999999999999999\"", -1)]
    public void G21_an_earlier_one_is_not_the_present_one(string header, long newest) =>
        Assert.Equal((false, newest), (Of(header)!.Matches(3), Of(header)!.Newest));

    [Theory]
    [InlineData("*")]
    [InlineData(" * ")]
    public void G21_any_will_do_for_who_says_so(string header) => Assert.Null(Of(header));

    [Fact]
    public void G21_who_says_nothing_has_seen_nothing() => Assert.Null(IfMatchHeader.Read(new DefaultHttpContext().Request));

    [Theory]
    [InlineData("3")]
    [InlineData("\"3")]
    [InlineData("3\"")]
    [InlineData("\"")]
    [InlineData("W/3")]
    [InlineData("\"1\" \"3\"")]
    [InlineData("\"1\", 3")]
    [InlineData("*, \"3\"")]
    [InlineData("*, *")]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("etag")]
    public void G21_what_is_no_list_of_versions_is_refused(string header) => Assert.Throws<InvalidIfMatchException>(() => Of(header));

    [Fact]
    public void G21_several_headers_are_one_list() => Assert.True(Of("\"1\"", "W/\"3\"")!.Matches(3));

    static IfMatchHeader? Of(params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = headers;
        return IfMatchHeader.Read(request);
    }
}
