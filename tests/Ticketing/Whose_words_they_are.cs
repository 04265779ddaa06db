using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Whose_words_they_are : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task G6_what_was_only_typed_is_told_apart_from_the_link_and_from_the_owner()
    {
        await KnowCarlAsync();
        Customer = _carl.Email;
        var forged = await OpenAsync();
        (await Service.ByLink(forged.Secret).PostAsync($"/api/tickets/{forged.Number}/replies", new { text = "By link" }))
            .Expect(HttpStatusCode.Created);
        (await Service.As(_carl).PostAsync($"/api/tickets/{forged.Number}/replies", new { text = "By Carl" }))
            .Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PostAsync($"/api/tickets/{forged.Number}/replies", new { text = "By Dora" }))
            .Expect(HttpStatusCode.Created);
        (await Service.ByLink(forged.Secret).PutAsync($"/api/tickets/{forged.Number}/closure", new { comment = "Closing by link" }))
            .Expect(HttpStatusCode.NoContent);

        Assert.Equal("Unverified TrackingLink SignedIn - TrackingLink -", await VerificationsAsync(Service.As(Dora), forged.Number));
        Assert.Equal("Unverified", (await Service.As(Dora).GetAsync($"/api/tickets/{forged.Number}"))["verification"]);
        Assert.Equal(CustomerVerification.Unverified, (await Heard.OneAsync<TicketOpened>(x => x.Ticket.Id == forged.Id)).Verification);
        Assert.Equal(CustomerVerification.TrackingLink, (await Heard.OneAsync<CustomerReplied>(x => x.Text == "By link")).Verification);
        Assert.Equal(CustomerVerification.SignedIn, (await Heard.OneAsync<CustomerReplied>(x => x.Text == "By Carl")).Verification);
    }

    [Fact]
    public async Task G6_customers_are_not_told()
    {
        await KnowCarlAsync();
        Customer = _carl.Email;
        var ticket = await OpenAsync();
        Assert.Equal("-", await VerificationsAsync(Service.As(_carl), ticket.Number));
        Assert.Equal("", (await Service.As(_carl).GetAsync($"/api/tickets/{ticket.Number}"))["verification"]);
        var byLink = (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("Unverified", byLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G6_what_was_opened_signed_in_and_what_staff_opened_is_told_too()
    {
        var own = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        Assert.Equal("SignedIn", (await Service.As(Dora).GetAsync($"/api/tickets/{own}"))["verification"]);
        var staffs = (await Service.As(Ana).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        Assert.Equal("", (await Service.As(Dora).GetAsync($"/api/tickets/{staffs}"))["verification"]);
        Assert.Null((await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == staffs)).Verification);
        Assert.Equal("-", await VerificationsAsync(Service.As(Dora), staffs));
    }

    [Fact]
    public async Task G6_what_goes_on_from_a_link_came_by_the_link()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Again" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(CustomerVerification.TrackingLink,
            (await Heard.OneAsync<TicketOpened>(x => x.FollowUpOf?.Id == ticket.Id)).Verification);
    }

    async Task KnowCarlAsync()
    {
        await Service.HearAsync(_carl.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _carl.Id && x.EmailConfirmed)));
    }

    static async Task<string> VerificationsAsync(Caller caller, string number) =>
        string.Join(' ', (await caller.GetAsync($"/api/tickets/{number}/messages")).Expect(HttpStatusCode.OK).Items.EnumerateArray()
            .Select(x => x.GetProperty("verification").GetString() ?? "-"));
}
