using System.Net;
using System.Text.Json;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class The_tracking_link : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Theory]
    [InlineData("Agent")]
    [InlineData("Dispatcher")]
    [InlineData("Admin")]
    public async Task G5_who_opens_a_ticket_for_a_customer_does_not_get_their_secret(string role)
    {
        var caller = Ana with { Roles = [role] };
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = (await Service.As(caller).PostAsync("/api/tickets", Form(), key)).Expect(HttpStatusCode.Created);
        var again = (await Service.As(caller).PostAsync("/api/tickets", Form(), key)).Expect(HttpStatusCode.Created);
        var secret = Secret((await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == first["number"])).Ticket);
        foreach (var answer in new[] { first, again })
        {
            Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("trackingSecret").ValueKind);
            Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("trackingUrl").ValueKind);
            Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal);
        }

        // The customer gets it by mail, and it works.
        (await Service.TrackAsync(secret)).Expect(HttpStatusCode.OK);
        // On a ticket of their own they are the customer.
        var own = await Service.As(caller).PostAsync("/api/tickets", new { categoryId = Category.CategoryId, description = "x" });
        Assert.NotEqual("", own.Expect(HttpStatusCode.Created)["trackingSecret"]);
    }

    [Fact]
    public async Task G5_is_renewed_by_a_dispatcher_and_the_old_one_ends_at_once()
    {
        var ticket = await OpenForAnaAsync();
        var answer = (await RenewAsync(Dora, ticket)).Expect(HttpStatusCode.Accepted);
        Assert.Equal("", answer.Text);
        foreach (var path in new[] { "/api/tracking", $"/api/tickets/{ticket.Number}", $"/api/tickets/{ticket.Number}/messages" })
            (await Service.ByLink(ticket.Secret).GetAsync(path)).Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "x" }))
            .Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink(ticket.Secret).PutAsync($"/api/tickets/{ticket.Number}/closure", new { }))
            .Expect(HttpStatusCode.Unauthorized);

        var renewed = await Heard.OneAsync<TrackingLinkRenewed>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((ActorKind.Staff, Dora.Id), (renewed.RenewedBy.Kind, renewed.RenewedBy.Id!.Value));
        (await Service.TrackAsync(Secret(renewed.Ticket))).Expect(HttpStatusCode.OK);
        // Whatever is told after that tells the new one.
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Here" })).Expect(HttpStatusCode.Created);
        Assert.Equal(Secret(renewed.Ticket), Secret((await Heard.OneAsync<AgentReplied>(_ => true)).Ticket));
        (await Service.Anonymous().PostAsync("/api/tracking/reminders", new { number = ticket.Number, email = Customer }))
            .Expect(HttpStatusCode.Accepted);
        Assert.Equal(Secret(renewed.Ticket), Secret((await Heard.OneAsync<TrackingLinkRequested>(_ => true)).Ticket));
        Assert.Contains("TrackingLinkRenewed", (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timeline")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task G5_is_renewed_by_its_owner_and_by_nobody_else()
    {
        var ticket = await CarlsAsync();
        (await RenewAsync(Account.Customer("Eve Customer"), ticket)).Expect(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await Service.Anonymous().PostAsync($"/api/tickets/{ticket.Number}/tracking-links", new { })).Status);
        await Service.HearAsync(Choice(ticket, Ana));
        await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal("dispatcher-required", (await RenewAsync(Ana, ticket)).Expect(HttpStatusCode.Forbidden).Problem);
        (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK);

        (await RenewAsync(_carl, ticket)).Expect(HttpStatusCode.Accepted);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.TrackAsync(ticket.Secret)).Status);
        var by = (await Heard.OneAsync<TrackingLinkRenewed>(_ => true)).RenewedBy;
        Assert.Equal((ActorKind.Customer, _carl.Id), (by.Kind, by.Id!.Value));
        // Not so often that it fills a mailbox.
        Assert.Equal("link-renewed-already", (await RenewAsync(_carl, ticket)).Expect(HttpStatusCode.TooManyRequests).Problem);
        Service.Jump(TimeSpan.FromMinutes(16));
        (await RenewAsync(_carl, ticket)).Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task G5_who_holds_it_renews_it_and_is_not_told_the_new_one()
    {
        var ticket = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/tracking-links", new { })));
        var accepted = Assert.Single(answers, x => x.Status == HttpStatusCode.Accepted);
        Assert.Equal("", accepted.Text);
        var renewed = await Heard.OneAsync<TrackingLinkRenewed>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((ActorKind.Customer, null), (renewed.RenewedBy.Kind, renewed.RenewedBy.Id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.TrackAsync(ticket.Secret)).Status);
    }

    [Fact]
    public async Task G5_an_older_link_of_the_same_customer_does_not_lead_to_a_renewed_one()
    {
        var (one, two) = (await CarlsAsync(), await CarlsAsync());
        (await Service.As(Dora).PostAsync($"/api/tickets/{one.Number}/merge", new { into = two.Number })).Expect(HttpStatusCode.NoContent);
        Assert.Equal(two.Number, await ShownAsync(one.Secret));
        (await RenewAsync(Dora, two)).Expect(HttpStatusCode.Accepted);
        Assert.Equal(one.Number, await ShownAsync(one.Secret));
        // A link that is newer than that leads on again.
        (await RenewAsync(Dora, one)).Expect(HttpStatusCode.Accepted);
        Assert.Equal(two.Number, await ShownAsync(Secret((await Heard.OneAsync<TrackingLinkRenewed>(x => x.Ticket.Id == one.Id)).Ticket)));
    }

    [Fact]
    public async Task G5_nor_is_who_holds_it_told_the_renewed_link_of_what_follows()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        var next = (await ReplyAsync(ticket)).GetProperty("number").GetString()!;
        Assert.Equal(JsonValueKind.String, (await ReplyAsync(ticket)).GetProperty("trackingSecret").ValueKind);
        (await Service.As(Dora).PostAsync($"/api/tickets/{next}/tracking-links", new { })).Expect(HttpStatusCode.Accepted);
        var told = await ReplyAsync(ticket);
        Assert.Equal((next, JsonValueKind.Null), (told.GetProperty("number").GetString(), told.GetProperty("trackingSecret").ValueKind));
    }

    async Task<JsonElement> ReplyAsync(Opened ticket) =>
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "And now?" }))
            .Expect(HttpStatusCode.Created)
            .Json.GetProperty("continuedIn");

    async Task<string?> ShownAsync(string secret) =>
        (await Service.TrackAsync(secret)).Expect(HttpStatusCode.OK)
            .Json.GetProperty("ticket").GetProperty("number").GetString();

    Task<Answer> RenewAsync(Account caller, Opened ticket) =>
        Service.As(caller).PostAsync($"/api/tickets/{ticket.Number}/tracking-links", new { });

    async Task<Opened> CarlsAsync()
    {
        var answer = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created);
        return new(answer.Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    string Secret(TicketSnapshot ticket) => Service.Open<TrackingSecret>(ticket.TrackingToken)!.Value;
}
