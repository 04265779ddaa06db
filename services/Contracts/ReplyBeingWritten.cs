namespace Helpdesk.Contracts;

/// <summary>
/// Staff is writing a public reply at this moment: for who looks at the ticket, told anew every few seconds while it goes on, and never
/// of an internal note. Nothing is lost when it is missed. Published by Ticketing.
/// </summary>
public sealed record ReplyBeingWritten
{
    /// <summary>On which ticket.</summary>
    public required Guid TicketId { get; init; }
    /// <summary>Number of that ticket, for people.</summary>
    public required string Number { get; init; }
    /// <summary>First name of who writes, which is all that a customer learns of them.</summary>
    public required string FirstName { get; init; }
    /// <summary>When (UTC). A few seconds later it says nothing any more.</summary>
    public required DateTimeOffset At { get; init; }
}
