using Helpdesk.Contracts;

namespace Helpdesk.Notification.Mails;

/// <summary>What every mail about a ticket tells of it.</summary>
public sealed record TicketDetails
{
    public required string Number { get; init; }
    public required string Subject { get; init; }
    public required string Category { get; init; }
    public required TicketPriority Priority { get; init; }
    public required string Customer { get; init; }
    /// <summary>How many changes the ticket had seen: of two mails the one with the higher tells the later.</summary>
    public long Version { get; init; }
    /// <summary>The protected tracking secret; null in mails to agents, whom it is not for.</summary>
    public string? TrackingToken { get; init; }

    /// <summary>Whose secret that is; null when it is this ticket's own.</summary>
    public Guid? LinkedTicketId { get; init; }

    public static TicketDetails ForCustomer(TicketSnapshot ticket) => ForStaff(ticket) with { TrackingToken = ticket.TrackingToken };

    public static TicketDetails ForStaff(TicketSnapshot ticket) => new()
    {
        Number = ticket.Number,
        Subject = ticket.Subject,
        Category = ticket.CategoryTitle,
        Priority = ticket.Priority,
        Customer = ticket.Customer.Name,
        Version = ticket.Version,
    };
}
