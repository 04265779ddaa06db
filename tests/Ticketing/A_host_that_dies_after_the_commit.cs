using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.Ticketing.Tests;

/// <summary>
/// What it answered is in the database as soon as what it did is: the same transaction wrote both, so no moment lies between them.
/// </summary>
public sealed class A_host_that_dies_after_the_commit : TicketingTest
{
    [Fact]
    public async Task N11_has_kept_the_answer_to_a_reply_of_staff()
    {
        var ticket = await OpenForAnaAsync();
        await IsKeptWithAsync(
            $"select xmin::text as \"Value\" from message",
            key => Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Have you tried water?" }, key));
    }

    [Fact]
    public async Task N11_has_kept_the_answer_to_a_customers_reply()
    {
        var ticket = await OpenForAnaAsync();
        await IsKeptWithAsync(
            $"select xmin::text as \"Value\" from message",
            key => Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "It burns." }, key));
    }

    [Fact]
    public async Task N11_has_kept_the_answer_to_a_reply_that_opened_a_new_ticket()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        await IsKeptWithAsync(
            $"select xmin::text as \"Value\" from ticket",
            key => Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "It burns again." }, key));
    }

    [Fact]
    public async Task N11_has_kept_the_answer_to_a_note()
    {
        var ticket = await OpenForAnaAsync();
        await IsKeptWithAsync(
            $"select xmin::text as \"Value\" from message",
            key => Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/notes", new { text = "It smokes." }, key));
    }

    [Fact]
    public async Task N11_has_kept_the_answer_to_a_link_and_to_a_canned_reply()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        await IsKeptWithAsync(
            $"select xmin::text as \"Value\" from ticket_link",
            key => Service.As(Ana).PostAsync($"/api/tickets/{one.Number}/links", new { to = two.Number, kind = "RelatesTo" }, key));
        await IsKeptWithAsync(
            $"select xmin::text as \"Value\" from canned_reply",
            key => Service.As(Dora).PostAsync("/api/canned-replies", new { title = "Greeting", textEs = "x" }, key));
    }

    async Task IsKeptWithAsync(FormattableString writers, Func<(string, string), Task<Answer>> send)
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var answer = (await send(key)).Expect(HttpStatusCode.Created);
        Assert.True(await Service.ReadAsync(db => db.LastIsStoredWithAsync(writers)), "The answer was written after what was done.");
        Assert.Equal(answer.Text, (await send(key)).Expect(HttpStatusCode.Created).Text);
    }
}
