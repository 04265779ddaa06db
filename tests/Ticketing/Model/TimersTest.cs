using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

/// <summary>Tickets with their timers, on a bus in memory.</summary>
public abstract class TimersTest : ModelTest, IClassFixture<TimersInMemory>
{
    protected TimersTest(TimersInMemory timers)
    {
        Timers = timers;
        (timers.Clock.Now, timers.Tickets.Policy) = (Now, Policy);
    }

    private protected TimersInMemory Timers { get; }

    private protected string Kinds(Ticket ticket) => Timers.Scheduler.Kinds(ticket.Id);

    private protected async Task<Ticket> AnsweredAsync(int files = 0)
    {
        var ticket = Open(files: files);
        Value(ticket.ReplyAsStaff(ByAna, "Is it still burning?", [], TicketStatus.WaitingOnCustomer, Now));
        await Timers.PublishAsync(ticket);
        return ticket;
    }

    private protected async Task<Ticket> ClosedAsync()
    {
        var ticket = Open(files: 1);
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        await Timers.PublishAsync(ticket);
        return ticket;
    }
}
