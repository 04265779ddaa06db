using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

public sealed class A_ticket_whose_customer_is_not_known(RunningService shared) : IClassFixture<RunningService>
{
    [Fact]
    public async Task G4_learns_them_from_its_next_event()
    {
        var area = await shared.Service.AreaAsync();
        var bruno = await shared.Service.AgentAsync("Bruno", area);
        var ticket = SampleEvents.Ticket(area);
        Assert.Equal(bruno.AccountId, await shared.Service.OpenAsync(ticket));
        // Ticketing refuses the choice that was made without knowing, and what it tells of that says whose ticket it is.
        var own = ticket with { Customer = SampleEvents.Person(bruno) };
        await shared.Service.ConsumeAsync(SampleEvents.Left(own, 2, SampleEvents.Person(bruno), AssigneeCause.HandedBack));
        await shared.Service.TicketAsync(ticket.Id, x => x is { AgentId: null, WaitingBecause: "customer" });
    }
}
