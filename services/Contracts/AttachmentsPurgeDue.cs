namespace Helpdesk.Contracts;

/// <summary>
/// The retention time of a closed ticket's files is over: Attachment purges them and answers with <see cref="AttachmentsPurged"/>.
/// Published by Ticketing.
/// </summary>
public sealed record AttachmentsPurgeDue
{
    /// <summary>Whose files.</summary>
    public required Guid TicketId { get; init; }
    /// <summary>Number of that ticket, for people.</summary>
    public required string Number { get; init; }
    /// <summary>When the ticket was closed (UTC).</summary>
    public required DateTimeOffset ClosedAt { get; init; }
    /// <summary>When the time was over (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }
}
