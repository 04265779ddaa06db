namespace Helpdesk.Notification.LocalCopies;

/// <summary>What must be known of a ticket to decide who may hear of it; the latest that any of its events told.</summary>
sealed class Ticket
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required long Version { get; init; }
    public required Guid AreaId { get; init; }
    public Guid? AssigneeId { get; init; }
    public Guid? CustomerId { get; init; }
    /// <summary>The member of the staff who opened it on the customer's behalf; null when the customer did it himself.</summary>
    public Guid? OpenedBy { get; init; }
}
