namespace Helpdesk.Ticketing.Model;

/// <summary>A file of a message. The bytes are Attachment's; its key makes that one upload serves one message only.</summary>
sealed class Attachment
{
    public required Guid Id { get; init; }
    public required Guid TicketId { get; init; }
    public required Guid MessageId { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public DateTimeOffset? PurgedAt { get; set; }
}
