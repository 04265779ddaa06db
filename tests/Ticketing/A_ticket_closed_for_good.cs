using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_ticket_closed_for_good : TicketingTest
{
    [Fact]
    public async Task CU12_F15_goes_on_in_a_new_one_when_its_customer_writes_again()
    {
        var old = await LongClosedAsync();
        var told = (await Service.ByLink(old.Secret).PostAsync(
                $"/api/tickets/{old.Number}/replies", new { text = "It smokes again.", attachments = new[] { Service.Upload() } }))
                    .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn");
        var number = told.GetProperty("number").GetString();
        Assert.NotEqual(old.Number, number);

        var opened = await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == number);
        Assert.Equal(new LinkedTicket { Kind = TicketLinkKind.FollowUpOf, Id = old.Id, Number = old.Number }, opened.FollowUpOf);
        Assert.Equal(
            ("It smokes again.", "Printer on fire", "cleo@example.org", "es", Category.CategoryId, TicketStatus.New),
            (opened.Description, opened.Ticket.Subject, opened.Ticket.Customer.Email, opened.Ticket.Customer.Language,
                opened.Ticket.CategoryId, opened.Ticket.Status));
        Assert.Single(opened.Attachments);
        var secret = told.GetProperty("trackingSecret").GetString()!;
        Assert.Equal($"https://help.andina.example/t/{secret}", told.GetProperty("trackingUrl").GetString());
        Assert.Contains(
            "It smokes again.", (await Service.TrackAsync(secret)).Expect(HttpStatusCode.OK).Text,
            StringComparison.Ordinal);
        Assert.Equal("Closed", await StatusAsync(old));
        Assert.Empty(Heard.All<CustomerReplied>());
        Assert.Contains(number!, (await Service.As(Dora).GetAsync($"/api/tickets/{old.Number}/timeline")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CU12_goes_on_in_one_new_one_however_often_and_however_fast_its_customer_writes()
    {
        var old = await LongClosedAsync();
        var answers = await Task
            .WhenAll(
                Enumerable.Range(0, 6)
                    .Select(i => Service.ByLink(old.Secret).PostAsync($"/api/tickets/{old.Number}/replies", new { text = $"Again {i}" })));
        Assert.Single(
            answers.Select(x => x.Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").GetProperty("number").GetString())
                .Distinct());
        Assert.Equal(2, await Service.ReadAsync(db => Ours(db).CountAsync()));
        Assert.Equal(8, await Service.ReadAsync(db => Ours(db).SelectMany(x => x.Messages).CountAsync()));
        await Eventually.HoldsAsync(() => Heard.All<CustomerReplied>().Count == 5 && Heard.All<TicketOpened>().Count >= 2);
        Assert.Equal(2, Heard.All<TicketOpened>().Count);
    }

    [Fact]
    public async Task CU12_nor_does_its_signed_in_owner_get_two_who_writes_as_fast()
    {
        var carl = Account.Customer("Carl Customer");
        var old = (await Service.As(carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PutAsync($"/api/tickets/{old}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(i => Service.As(carl).PostAsync($"/api/tickets/{old}/replies", new { text = $"Again {i}" })));
        Assert.Single(answers
            .Select(x => x.Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").GetProperty("number").GetString()).Distinct());
        Assert.Equal(2, await Service.ReadAsync(db => Ours(db).CountAsync()));
    }

    [Fact]
    public async Task CU12_goes_on_in_the_nearest_category_when_its_own_takes_no_tickets_any_more()
    {
        var old = await LongClosedAsync();
        var far = await KnowCategoryAsync();
        var near = Category with { CategoryId = Guid.CreateVersion7(), Title = "Scanners" };
        await Service.PublishAsync(near);
        await Service.PublishAsync(Category with { Version = 2, Retired = true });
        await Eventually.HoldsAsync(
                () => Service.ReadAsync(db => db.Categories.AnyAsync(x => x.Retired && db.Categories.Any(y => y.Id == near.CategoryId))));
        (await Service.ByLink(old.Secret).PostAsync($"/api/tickets/{old.Number}/replies", new { text = "Again" }))
            .Expect(HttpStatusCode.Created);
        var opened = await Heard.OneAsync<TicketOpened>(x => x.FollowUpOf is not null);
        Assert.Equal((near.CategoryId, "Scanners"), (opened.Ticket.CategoryId, opened.Ticket.CategoryTitle));
        Assert.NotEqual(far.CategoryId, opened.Ticket.CategoryId);
    }

    [Fact]
    public async Task CU12_CU17_goes_on_for_a_signed_in_customer_too_and_is_theirs()
    {
        var carl = Account.Customer("Carl Customer");
        var number = (await Service.As(carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        var next = (await Service.As(carl).PostAsync($"/api/tickets/{number}/replies", new { text = "Again" }))
            .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").GetProperty("number").GetString();
        Assert.Equal("New", (await Service.As(carl).GetAsync($"/api/tickets/{next}")).Expect(HttpStatusCode.OK)["status"]);
        // Staff has other ways, and does not open tickets in its customer's name by mistake.
        Assert.Equal(
            "ticket-closed",
            (await Service.As(Dora).PostAsync($"/api/tickets/{number}/replies", new { text = "late" }))
                .Expect(HttpStatusCode.Conflict).Problem);
    }

    async Task<Opened> LongClosedAsync()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(7.1));
        return ticket;
    }
}
