using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_note_among_staff : ModelTest
{
    [Fact]
    public void Note_moves_neither_status_nor_clock()
    {
        var ticket = Waiting();
        ticket.AddNote(Dora, "Odd", Now.AddHours(1));
        Assert.Equal((TicketStatus.WaitingOnCustomer, Now), (ticket.Status, ticket.WaitingSince));
    }

    [Fact]
    public void Note_is_no_reply()
    {
        var ticket = Open();
        ticket.AddNote(Dora, "Odd", Now);
        Assert.Equal((2, 0), (ticket.MessageCount, ticket.ReplyCount));
    }

    [Fact]
    public void Customer_sees_no_trace_of_a_note()
    {
        var ticket = Open();
        var (version, at) = (ticket.CustomerVersion, ticket.CustomerUpdatedAt);
        ticket.AddNote(Dora, "Odd", Now.AddHours(1));
        Assert.Equal((version, at, (long?)null), (ticket.CustomerVersion, ticket.CustomerUpdatedAt, Last(ticket).CustomerVersion));
        Assert.Equal((version + 1, Now.AddHours(1)), (ticket.Version, ticket.UpdatedAt));
    }

    [Fact]
    public void Closed_ticket_takes_a_note_too()
    {
        var ticket = Closed();
        ticket.AddNote(Dora, "Odd", Now);
        Assert.Equal((MessageKind.InternalNote, TicketStatus.Closed), (ticket.Messages[^1].Kind, ticket.Status));
    }

    [Fact]
    public void Note_is_told_without_its_words()
    {
        var ticket = Open();
        var note = ticket.AddNote(Dora, "Odd", Now);
        Assert.Equal(note.Id, Event<InternalNoteAdded>(ticket).NoteId);
    }

    [Fact]
    public void Note_of_its_agent_touches_the_ticket()
    {
        var ticket = OpenFor(Ana);
        ticket.AddNote(Dora, "Odd", Now);
        Assert.False(ticket.Touched);
        ticket.AddNote(ByAna, "Indeed", Now);
        Assert.True(ticket.Touched);
    }
}
