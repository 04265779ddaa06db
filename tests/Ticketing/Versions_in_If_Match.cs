using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Versions_in_If_Match : TicketingTest
{
    [Theory]
    [InlineData("\"2\"")]
    [InlineData("W/\"2\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"7\", W/\"2\"")]
    [InlineData("*")]
    public async Task G21_one_that_is_the_present_one_is_enough(string header)
    {
        var ticket = await OpenForAnaAsync();
        (await PutAsync(ticket, header)).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"1\", W/\"3\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task G21_none_that_is_changes_nothing_and_says_who_changed_what(string header)
    {
        var ticket = await OpenForAnaAsync();
        var refused = (await PutAsync(ticket, header)).Expect(HttpStatusCode.PreconditionFailed);
        Assert.Equal(("changed-meanwhile", "2"), (refused.Problem, refused["version"]));
        Assert.Equal("New", await StatusAsync(ticket));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"2")]
    [InlineData("W/2")]
    [InlineData("*, \"2\"")]
    [InlineData("\"1\" \"2\"")]
    [InlineData("\"")]
    public async Task G21_what_cannot_be_read_is_refused_at_every_door(string header)
    {
        var (ticket, other) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        Assert.Equal("if-match-unreadable", (await PutAsync(ticket, header)).Expect(HttpStatusCode.BadRequest).Problem);
        var merge = await Service.As(Ana).SendAsync(HttpMethod.Post, $"/api/tickets/{ticket.Number}/merge", new { into = other.Number },
            ("If-Match", header));
        Assert.Equal("if-match-unreadable", merge.Expect(HttpStatusCode.BadRequest).Problem);
        var reply = await Service.ByLink(ticket.Secret).SendAsync(
            HttpMethod.Post, $"/api/tickets/{ticket.Number}/replies", new { text = "x" }, ("If-Match", header));
        Assert.Equal("if-match-unreadable", reply.Expect(HttpStatusCode.BadRequest).Problem);
        Assert.Equal("New", await StatusAsync(ticket));
        // Of another's ticket nothing is learnt by it.
        var carl = Account.Customer("Carl Customer");
        (await Service.As(carl).SendAsync(HttpMethod.Post, $"/api/tickets/{ticket.Number}/replies", new { text = "x" },
            ("If-Match", header))).Expect(HttpStatusCode.NotFound);
    }

    Task<Answer> PutAsync(Opened ticket, string header) =>
        Service.As(Ana).SendAsync(HttpMethod.Put, $"/api/tickets/{ticket.Number}/status", new { status = "OnHold" }, ("If-Match", header));
}
