using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

public sealed class A_ticket_whose_customer_is_not_known(RunningService shared) : IClassFixture<RunningService>
{
    [Fact]
    public async Task G4_learns_them_from_its_next_event()
    {
        var area = await shared.Service.AreaAsync();
        var bruno = await shared.Service.AgentAsync("Bruno", area);
        await shared.Service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(area) with { Customer = SampleEvents.Person(bruno) };
        await shared.Service.WaitsAsync(ticket, "customer");
        await shared.Service.ExecuteAsync($"UPDATE ticket SET customer_id = NULL, customer_email = NULL WHERE id = {ticket.Id}");
        // Ticketing refuses the choice that was made without knowing, and what it tells of that says whose ticket it is.
        await shared.Service.ComeBackAsync(bruno.AccountId);
        await shared.Service.TicketAsync(ticket.Id, x => x.AgentId == bruno.AccountId);
        await shared.Service.ConsumeAsync(SampleEvents.Left(ticket, 2, SampleEvents.Person(bruno), AssigneeCause.HandedBack));
        await shared.Service.TicketAsync(ticket.Id, x => x is { AgentId: null, WaitingBecause: "customer" });
    }
}
