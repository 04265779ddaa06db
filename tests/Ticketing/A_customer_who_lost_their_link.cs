using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_customer_who_lost_their_link : TicketingTest
{
    [Fact]
    public async Task CU8_gets_it_again_by_mail_for_number_and_address()
    {
        var ticket = await OpenAsync();
        (await AskAsync($" {ticket.Number.ToLowerInvariant()} ", "Cleo@Example.org")).Expect(HttpStatusCode.Accepted);
        var asked = await Heard.OneAsync<TrackingLinkRequested>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal(
            (ticket.Secret, "cleo@example.org"),
            (Service.Open<TrackingSecret>(asked.Ticket.TrackingToken)!.Value, asked.Ticket.Customer.Email));
    }

    [Fact]
    public async Task F3_a_stranger_learns_nothing_and_sends_nothing()
    {
        var ticket = await OpenAsync();
        var told = await AskAsync(ticket.Number, "cleo@example.org");
        foreach (var (number, email) in new[] { (ticket.Number, "eve@example.org"), ("HD-999999", "cleo@example.org"),
            ("HD-7", "eve@example.org") })
            Assert.Equal(told, await AskAsync(number, email));
        Assert.Equal(told, await AskAsync(ticket.Number, "cleo@example.org"));
        Assert.DoesNotContain(ticket.Number, told.Text, StringComparison.Ordinal);
        await Heard.OneAsync<TrackingLinkRequested>(_ => true);
        await OpenForAnaAsync();
        Assert.Single(Heard.All<TrackingLinkRequested>());
        Assert.Equal(["email"], (await AskAsync(ticket.Number, "no address")).Expect(HttpStatusCode.BadRequest).Wrong);
    }

    [Fact]
    public async Task F17_CU8_nobodys_mailbox_is_filled_by_asking()
    {
        var ticket = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AskAsync(ticket.Number, "cleo@example.org")));
        Assert.All(answers, x => x.Expect(HttpStatusCode.Accepted));
        Service.Jump(TimeSpan.FromMinutes(14));
        await AskAsync(ticket.Number, "cleo@example.org");
        await OpenForAnaAsync();
        await Heard.OneAsync<TrackingLinkRequested>(_ => true);
        Assert.Single(Heard.All<TrackingLinkRequested>());
        Service.Jump(TimeSpan.FromMinutes(2));
        await AskAsync(ticket.Number, "cleo@example.org");
        await Eventually.HoldsAsync(() => Heard.All<TrackingLinkRequested>().Count == 2);
    }

    [Fact]
    public async Task CU8_of_a_merged_ticket_they_get_the_one_where_it_goes_on()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        (await Service.As(Ana).PostAsync($"/api/tickets/{one.Number}/merge", new { into = two.Number })).Expect(HttpStatusCode.NoContent);
        await AskAsync(one.Number, "cleo@example.org");
        Assert.Equal(two.Id, (await Heard.OneAsync<TrackingLinkRequested>(_ => true)).Ticket.Id);
    }

    Task<Answer> AskAsync(string number, string email) => Service.Anonymous().PostAsync("/api/tracking/reminders", new { number, email });
}
