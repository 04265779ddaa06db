using Helpdesk.Contracts;

namespace Helpdesk.Attachment.Tests;

/// <summary>Events as Ticketing publishes them.</summary>
static class SampleEvents
{
    static readonly Actor Customer = new(ActorKind.Customer, null, "Ana Pérez");

    public static TicketSnapshot Ticket(DateTimeOffset openedAt, Guid? id = null) => new()
    {
        Id = id ?? Guid.NewGuid(),
        Number = $"HD-{Random.Shared.Next(1, 999_999):000000}",
        Version = 1,
        Subject = "No imprime",
        Status = TicketStatus.New,
        Priority = TicketPriority.High,
        CategoryId = Guid.NewGuid(),
        CategoryTitle = "Impresoras",
        AreaId = Guid.NewGuid(),
        OpenedAt = openedAt,
        Customer = new() { Name = "Ana Pérez", Email = "ana@example.org", Language = "es" },
        TrackingToken = "sealed",
    };

    public static TicketOpened Opened(TicketSnapshot ticket, params AttachedFile[] files) =>
        new() { Ticket = ticket, Description = "Humo.", OpenedBy = Customer, Attachments = files };

    public static AgentReplied RepliedByAgent(TicketSnapshot ticket, DateTimeOffset at, params AttachedFile[] files) =>
        new() { Ticket = ticket, MessageId = Guid.NewGuid(), Text = "Mira.", RepliedAt = at, Author = Agent(), Attachments = files };

    public static CustomerReplied RepliedByCustomer(TicketSnapshot ticket, DateTimeOffset at, params AttachedFile[] files) =>
        new()
        {
            Ticket = ticket, MessageId = Guid.NewGuid(), Text = "Así.", RepliedAt = at, Attachments = files,
            Verification = CustomerVerification.TrackingLink,
        };

    public static AttachmentsPurgeDue Due(TicketSnapshot ticket, DateTimeOffset closedAt) =>
        new() { TicketId = ticket.Id, Number = ticket.Number, ClosedAt = closedAt, DueAt = closedAt.AddDays(7) };

    public static TicketReopened Reopened(TicketSnapshot ticket, DateTimeOffset at, params Guid[] mergedFrom) =>
        new() { Ticket = ticket, ReopenedAt = at, ReopenedBy = Customer, MergedFrom = mergedFrom };

    public static TicketMerged Merged(TicketSnapshot ticket, TicketSnapshot into, DateTimeOffset at, params Guid[] mergedFrom) =>
        new() { Ticket = ticket, Into = into, MergedAt = at, MergedBy = Agent(), MergedFrom = mergedFrom };

    static Actor Agent() => new(ActorKind.Staff, Guid.NewGuid(), "Carlos");
}
