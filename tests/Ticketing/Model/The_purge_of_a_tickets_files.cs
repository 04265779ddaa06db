using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class The_purge_of_a_tickets_files(TimersInMemory timers) : TimersTest(timers)
{
    [Fact]
    public async Task Closed_ticket_with_files_has_a_purge_alone()
    {
        var ticket = await AnsweredAsync(files: 1);
        ticket.Close(Dora, ClosingReason.ByStaff, Now.AddHours(1), Window);
        await Timers.PublishAsync(ticket);
        Assert.Equal(("PurgeDue", Now.AddHours(1).AddDays(5)), (Kinds(ticket), Timers.Of(ticket)!.PurgesAt));
    }

    [Fact]
    public async Task Closed_ticket_without_files_has_no_timers()
    {
        var ticket = Open();
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        await Timers.PublishAsync(ticket);
        Assert.Null(Timers.Of(ticket));
    }

    [Fact]
    public async Task Purge_that_is_due_starts_and_ends_the_saga()
    {
        var ticket = await ClosedAsync();
        Timers.Clock.Now = Now.AddDays(5);
        await Timers.FireAsync<PurgeDue>(ticket);
        Assert.Equal(Now.AddDays(5), ticket.PurgeStartedAt);
        Assert.Null(Timers.Of(ticket));
    }

    [Fact]
    public async Task Purge_names_the_tickets_that_were_merged()
    {
        var (ticket, merged) = (Open(files: 1), Open());
        Done(merged.MergeInto(ticket, [], false, Dora, Now));
        Timers.Tickets.Add(Without(merged));
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        await Timers.PublishAsync(ticket);
        Timers.Clock.Now = Now.AddDays(5);
        await Timers.FireAsync<PurgeDue>(ticket);
        Assert.Equal(Now.AddDays(5), ticket.PurgeStartedAt);
    }

    [Fact]
    public async Task Reopened_ticket_purges_nothing()
    {
        var ticket = await ClosedAsync();
        Done(ticket.Reopen(Dora, Now.AddDays(1)));
        await Timers.PublishAsync(ticket);
        Assert.Empty(Kinds(ticket));
    }

    [Fact]
    public async Task Merged_ticket_loses_the_purge_of_files_that_went_along()
    {
        var ticket = await ClosedAsync();
        Done(ticket.MergeInto(Open(), [], false, Dora, Now.AddDays(1)));
        await Timers.PublishAsync(ticket);
        Assert.Empty(Kinds(ticket));
    }
}
