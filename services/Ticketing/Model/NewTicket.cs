using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

/// <summary>What a new ticket is made of, checked and cleaned.</summary>
sealed record NewTicket
{
    public required string Number { get; init; }
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required TicketPriority Priority { get; init; }
    public required Guid CategoryId { get; init; }
    public required string CategoryTitle { get; init; }
    public required Guid AreaId { get; init; }
    public required Person Customer { get; init; }
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>SHA-256 of the tracking secret.</summary>
    public required byte[] TrackingHash { get; init; }

    /// <summary>The tracking secret, protected.</summary>
    public required string TrackingToken { get; init; }

    /// <summary>What shows that the customer opens it; null when staff does.</summary>
    public CustomerVerification? Verification { get; init; }

    /// <summary>What was typed, when the customer's contact data are an account's that was not signed in.</summary>
    public TypedContact? Typed { get; init; }

    /// <summary>The ticket after whose end this one goes on.</summary>
    public LinkedTicket? FollowUpOf { get; init; }
}

/// <summary>Contact data as an opener typed them.</summary>
sealed record TypedContact(string Name, string Email, string Language);
