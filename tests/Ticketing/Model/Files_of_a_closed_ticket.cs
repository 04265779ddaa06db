using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class Files_of_a_closed_ticket : ModelTest
{
    static readonly Dictionary<Guid, string> None = [];

    [Fact]
    public void Purge_is_due_some_days_after_closing() => Assert.Equal(Now.AddDays(5), Closed(files: 1).PurgesAt(Policy));

    [Fact]
    public void Open_ticket_keeps_its_files() => Assert.Null(Open(files: 1).PurgesAt(Policy));

    [Fact]
    public void Ticket_without_files_has_nothing_to_purge() => Assert.Null(Closed().PurgesAt(Policy));

    [Fact]
    public void Purge_does_not_start_too_soon()
    {
        var ticket = Closed(files: 1);
        ticket.StartPurgeIfDue(Policy, None, Now.AddDays(5) - TimeSpan.FromTicks(1));
        Assert.Null(ticket.PurgeStartedAt);
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Purge_starts_once()
    {
        var ticket = Closed(files: 1);
        ticket.StartPurgeIfDue(Policy, None, Now.AddDays(5));
        var due = Event<AttachmentsPurgeDue>(ticket);
        Assert.Equal((ticket.Id, ticket.Number, Now, Now.AddDays(5)), (due.TicketId, due.Number, due.ClosedAt, due.DueAt));
        ticket.StartPurgeIfDue(Policy, None, Now.AddDays(6));
        Assert.Empty(ticket.TakeEvents());
        Assert.Null(ticket.PurgesAt(Policy));
    }

    [Fact]
    public void Files_of_merged_tickets_are_purged_under_their_own_tickets()
    {
        var (ticket, merged) = (Closed(files: 1), Guid.NewGuid());
        ticket.StartPurgeIfDue(Policy, new Dictionary<Guid, string> { [merged] = "HD-000009" }, Now.AddDays(5));
        Assert.Equal([(ticket.Id, ticket.Number), (merged, "HD-000009")],
            ticket.TakeEvents().OfType<AttachmentsPurgeDue>().Select(x => (x.TicketId, x.Number)));
    }

    [Fact]
    public void Ticket_that_was_reopened_and_closed_again_purges_anew()
    {
        var ticket = Closed(files: 1);
        ticket.StartPurgeIfDue(Policy, None, Now.AddDays(5));
        Done(ticket.Reopen(Dora, Now.AddDays(6)));
        Assert.Null(ticket.PurgesAt(Policy));
        ticket.Close(Dora, ClosingReason.ByStaff, Now.AddDays(7), Window);
        Assert.Equal(Now.AddDays(12), ticket.PurgesAt(Policy));
    }

    [Fact]
    public void Receipt_marks_the_files_and_stands_in_the_history()
    {
        var ticket = Closed(files: 2);
        var file = ticket.Messages[0].Attachments[0];
        ticket.RecordPurge(Receipt(ticket, file), ticket.Messages[0].Attachments, Now.AddDays(6));
        Assert.Equal((Now.AddDays(6), 1), (file.PurgedAt, ticket.KeptFiles));
        Assert.Equal($"{file.FileName}, sha256 abc", Last(ticket).Details[file.Id.ToString()]);
        Assert.Equal("AttachmentsPurged", ticket.Messages[^1].Entry);
    }

    [Fact]
    public void Receipt_that_comes_again_counts_no_file_twice()
    {
        var ticket = Closed(files: 2);
        var file = ticket.Messages[0].Attachments[0];
        ticket.RecordPurge(Receipt(ticket, file), ticket.Messages[0].Attachments, Now);
        ticket.RecordPurge(Receipt(ticket, file), ticket.Messages[0].Attachments, Now);
        Assert.Equal(1, ticket.KeptFiles);
    }

    [Fact]
    public void Empty_receipt_leaves_no_entry()
    {
        var ticket = Closed(files: 1);
        ticket.RecordPurge(Receipt(ticket), ticket.Messages[0].Attachments, Now);
        Assert.Equal((2L, 1), (ticket.Version, ticket.KeptFiles));
    }

    static AttachmentsPurged Receipt(Ticket ticket, params Attachment[] files) => new()
    {
        TicketId = ticket.Id, PurgedAt = Now.AddDays(6),
        Files = [.. files.Select(x => new PurgedFile { Id = x.Id, FileName = x.FileName, Size = x.Size, Sha256 = "abc" })],
    };
}
