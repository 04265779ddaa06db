namespace Helpdesk.Contracts;

/// <summary>
/// Staff left a note that the customer must never see; therefore the event does not carry its text. Published by Ticketing.
/// </summary>
public sealed record InternalNoteAdded
{
    /// <summary>The ticket after this.</summary>
    public required TicketSnapshot Ticket { get; init; }
    /// <summary>Identity of the note.</summary>
    public required Guid NoteId { get; init; }
    /// <summary>When (UTC).</summary>
    public required DateTimeOffset AddedAt { get; init; }
    /// <summary>Who wrote it.</summary>
    public required Actor Author { get; init; }
}
