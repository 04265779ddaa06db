using System.Net;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Counting_tickets : IsolatedTicketingTest
{
    [Fact]
    public async Task AG7_views_are_counted_for_who_asks()
    {
        var mine = await OpenForAnaAsync();
        await OpenAsync();
        var closed = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PostAsync($"/api/tickets/{mine.Number}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        Assert.Equal(
            """{"open":2,"mine":0,"unassigned":1,"waiting":1,"urgent":0,"closed":1}""",
            (await Service.As(Dora).GetAsync("/api/tickets/counts")).Text);
        Assert.Equal(
            """{"open":1,"mine":1,"unassigned":0,"waiting":1,"urgent":0,"closed":1}""",
            (await Service.As(Ana).GetAsync("/api/tickets/counts")).Text);
        Assert.Equal(
            """{"open":0,"mine":0,"unassigned":0,"waiting":0,"urgent":0,"closed":0}""",
            (await Service.As(Account.Customer("Carl Customer")).GetAsync("/api/tickets/counts")).Text);
    }
}
