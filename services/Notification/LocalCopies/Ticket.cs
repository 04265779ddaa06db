using Helpdesk.Contracts;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>What must be known of a ticket to decide who may hear of it and how; the latest that any of its events told.</summary>
sealed class Ticket
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required long Version { get; init; }
    public required Guid AreaId { get; init; }
    public Guid? AssigneeId { get; init; }
    public Guid? CustomerId { get; init; }
    /// <summary>The member of the staff who opened it on the customer's behalf; null when the customer did so.</summary>
    public Guid? OpenedBy { get; init; }
    public required string CustomerName { get; init; }
    public required string CustomerEmail { get; init; }
    /// <summary>The one form of that address, which alone is compared.</summary>
    public required string CustomerCanonicalEmail { get; init; }
    public required string CustomerLanguage { get; init; }
    /// <summary>The protected secret of the link that works: a renewed one ends the one before.</summary>
    public required string TrackingToken { get; init; }
    /// <summary>Whether who opened it only typed the customer's address.</summary>
    public bool Unverified { get; init; }
    /// <summary>The ticket that it was merged into; null when none.</summary>
    public Guid? MergedIntoId { get; init; }

    /// <summary>Whom its customer's mails go to.</summary>
    public Person Customer => new() { Id = CustomerId, Name = CustomerName, Email = CustomerEmail, Language = CustomerLanguage };
}
