using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Rating_a_ticket : TicketingTest
{
    [Fact]
    public async Task CU11_its_customer_says_after_closing_how_good_the_help_was_and_may_think_again_for_some_days()
    {
        var ticket = await OpenForAnaAsync();
        Assert.Equal("not-rateable", (await RateAsync(ticket, 5)).Expect(HttpStatusCode.Conflict).Problem);
        await CloseAsync(ticket);
        (await RateAsync(ticket, 2, " Slow. ")).Expect(HttpStatusCode.NoContent);
        var told = await Heard.OneAsync<TicketRated>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((2, "Slow.", TicketStatus.Closed), (told.Score, told.Comment, told.Ticket.Status));
        (await RateAsync(ticket, 2, "Slow.")).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(6.9));
        (await RateAsync(ticket, 4)).Expect(HttpStatusCode.NoContent);
        await Heard.OneAsync<TicketRated>(x => x.Score == 4);
        Assert.Equal(2, Heard.All<TicketRated>().Count);
        Service.Jump(TimeSpan.FromDays(0.2));
        Assert.Equal("rating-over", (await RateAsync(ticket, 1)).Expect(HttpStatusCode.Conflict).Problem);
        var rating = (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}")).Json.GetProperty("rating");
        Assert.Equal(
            (4, System.Text.Json.JsonValueKind.Null), (rating.GetProperty("score").GetInt32(), rating.GetProperty("comment").ValueKind));
    }

    [Fact]
    public async Task CU11_nobody_is_asked_for_ever_and_a_new_end_asks_anew()
    {
        var ticket = await OpenForAnaAsync();
        await CloseAsync(ticket);
        Service.Jump(TimeSpan.FromDays(30.1));
        Assert.Equal("rating-over", (await RateAsync(ticket, 5)).Expect(HttpStatusCode.Conflict).Problem);
        (await Service.As(Ana).DeleteAsync($"/api/tickets/{ticket.Number}/closure")).Expect(HttpStatusCode.NoContent);
        await CloseAsync(ticket);
        (await RateAsync(ticket, 5)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task F15_F19_only_its_customer_rates_it()
    {
        var (carl, eve) = (Account.Customer("Carl Customer"), Account.Customer("Eve Else"));
        var number = (await Service.As(carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Assert.Equal(
            "not-the-customer",
            (await Service.As(Dora).PutAsync($"/api/tickets/{number}/rating", new { score = 5 })).Expect(HttpStatusCode.Forbidden).Problem);
        (await Service.As(eve).PutAsync($"/api/tickets/{number}/rating", new { score = 5 })).Expect(HttpStatusCode.NotFound);
        foreach (var score in new object?[] { 0, 6, null, "good", 4.5 })
            (await Service.As(carl).PutAsync($"/api/tickets/{number}/rating", new { score })).Expect(HttpStatusCode.BadRequest);
        Assert.Empty(Heard.All<TicketRated>());
        (await Service.As(carl).PutAsync($"/api/tickets/{number}/rating", new { score = 5 })).Expect(HttpStatusCode.NoContent);
        await Heard.OneAsync<TicketRated>(x => x.Ticket.Number == number);
    }

    async Task CloseAsync(Opened ticket) =>
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);

    Task<Answer> RateAsync(Opened ticket, int score, string? comment = null) =>
        Service.ByLink(ticket.Secret).PutAsync($"/api/tickets/{ticket.Number}/rating", new { score, comment });
}
