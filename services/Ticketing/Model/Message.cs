using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

/// <summary>A turn of the conversation.</summary>
sealed class Message
{
    public required Guid Id { get; init; }
    public required Guid TicketId { get; init; }
    /// <summary>Place in the conversation, from 1.</summary>
    public required int Position { get; init; }
    public required MessageKind Kind { get; init; }
    public required ActorKind AuthorKind { get; init; }
    public Guid? AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required string Text { get; init; }
    /// <summary>What happened, as a stable word that pages put into the reader's language; only in entries of Helpdesk itself.</summary>
    public string? Entry { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>What shows that the words are the customer's own; null when they are not, or when staff wrote them down.</summary>
    public CustomerVerification? Verification { get; init; }
    public List<Attachment> Attachments { get; init; } = [];

    public static Message From(
        Ticket ticket, int position, MessageKind kind, Actor author, DateTimeOffset at, string text, string? entry = null,
        CustomerVerification? verification = null) => new()
    {
        Id = Guid.CreateVersion7(at),
        TicketId = ticket.Id,
        Position = position,
        Kind = kind,
        AuthorKind = author.Kind,
        AuthorId = author.Id,
        AuthorName = author.Name,
        Text = text,
        Entry = entry,
        At = at,
        Verification = verification,
    };

    public Message With(IEnumerable<AttachedFile> files)
    {
        Attachments.AddRange(files.Select(x => new Attachment
        {
            Id = x.Id, TicketId = TicketId, MessageId = Id, FileName = x.FileName, ContentType = x.ContentType, Size = x.Size,
        }));
        return this;
    }
}
