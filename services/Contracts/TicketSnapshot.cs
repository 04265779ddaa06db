namespace Helpdesk.Contracts;

/// <summary>
/// The ticket as it stood after the fact that the event tells. Every event of Ticketing carries one, so that a consumer
/// needs neither its own copy nor a call back, and may arrive in any order.
/// </summary>
public sealed record TicketSnapshot
{
    /// <summary>Identity of the ticket; correlates everything about it.</summary>
    public required Guid Id { get; init; }
    /// <summary>Number for people, such as <c>HD-000123</c>. It opens no door.</summary>
    public required string Number { get; init; }
    /// <summary>Counts the changes of the ticket from 1. Of two events the one with the higher version is the later.</summary>
    public required long Version { get; init; }
    /// <summary>Subject.</summary>
    public required string Subject { get; init; }
    /// <summary>Status after the fact.</summary>
    public required TicketStatus Status { get; init; }
    /// <summary>Priority after the fact.</summary>
    public required TicketPriority Priority { get; init; }
    /// <summary>Category it was filed under.</summary>
    public required Guid CategoryId { get; init; }
    /// <summary>Title of that category at that moment.</summary>
    public required string CategoryTitle { get; init; }
    /// <summary>Area that is responsible.</summary>
    public required Guid AreaId { get; init; }
    /// <summary>When the ticket was opened (UTC).</summary>
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>Who asked for help.</summary>
    public required Person Customer { get; init; }
    /// <summary>Who works on it; null while nobody does.</summary>
    public Person? Assignee { get; init; }
    /// <summary>
    /// The customer's tracking secret, protected with the installation's keys: only its own hosts can put it into a link,
    /// any other subscriber sees opaque text.
    /// </summary>
    public required string TrackingToken { get; init; }
    /// <summary>Tags that staff put on it; empty when none.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>
    /// Account of the member of the staff who opened it on the customer's behalf, so that they are known whichever event comes first;
    /// null when the customer opened it.
    /// </summary>
    public Guid? OpenedById { get; init; }
}
