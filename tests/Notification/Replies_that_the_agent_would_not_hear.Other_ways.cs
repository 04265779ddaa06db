using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Tests;

// Words of the customer that come by another way than a reply.
public sealed partial class Replies_that_the_agent_would_not_hear
{
    [Theory]
    [InlineData("away")]
    [InlineData(null)]
    public async Task G8_are_heard_also_when_the_customer_says_them_while_closing(string? why)
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var (_, dispatcher) = await _service.AccountAsync(AccountRoles.Dispatcher);
        if (why is not null)
            await KeepsFromHearingAsync(why, agent, mail);
        var ticket = Ticket(new() { Id = agent, Name = "Persona", Email = mail, Language = "es" });

        var closed = SampleEvents.Closed(ticket, ClosingReason.SolvedByCustomer, SampleEvents.ByCustomer);
        await _service.PublishAsync(closed with { Comment = "No está resuelto, llámenme." });
        var heard = why is null ? mail : dispatcher;
        await Eventually.HoldsAsync(() => _installation.Smtp.To(heard).Any());
        Assert.Contains("No está resuelto, llámenme.", Assert.Single(_installation.Smtp.To(heard)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "agent")]
    [InlineData(true, "away")]
    [InlineData(true, "self")]
    [InlineData(false, "agent")]
    public async Task G9_a_merge_that_brings_words_of_the_customer_is_told_once(bool brought, string who)
    {
        var (agent, mail) = await _service.AccountAsync(AccountRoles.Agent);
        var (_, dispatcher) = await _service.AccountAsync(AccountRoles.Dispatcher);
        if (who == "away")
            await KeepsFromHearingAsync("away", agent, mail);
        var person = new Person { Id = agent, Name = "Persona", Email = mail, Language = "en" };
        var into = Ticket(person);
        var merged = SampleEvents.Merged(
            SampleEvents.Ticket(into.Customer, token: into.TrackingToken), into) with { BroughtCustomerReply = brought };
        await _service.PublishAsync(merged with { MergedBy = who == "self" ? new(ActorKind.Staff, agent, "Persona")
            : SampleEvents.Carlos });

        await Eventually.HoldsAsync(() => _installation.Smtp.To(into.Customer.Email).Any());
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(into.Number)).Count == (!brought ? 0 : who == "away" ? 2 : 1));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(mail).Count() == (brought && who != "self" ? 1 : 0));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(dispatcher).Count() == (who == "away" ? 1 : 0));
        Assert.All(_installation.Smtp.To(mail).Concat(_installation.Smtp.To(dispatcher)), x =>
        {
            Assert.Contains(merged.Ticket.Number, x.Text, StringComparison.Ordinal);
            Assert.Contains($"/desk/tickets/{into.Number}", x.Text, StringComparison.Ordinal);
        });
    }
}
